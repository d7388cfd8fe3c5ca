import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import { z } from 'zod'
import type { DigestForm } from '../../desk/desk.ts'
import type { Asker } from '../../desk/orders/asker.ts'
import { LIMITS } from './limits.ts'
import { clip } from './mrkdwn.ts'

/** What a button asks that opens the form. */
export const FORM = 'digest form'
export const ORDER_VIEW = 'dateline_order_form'

/** Blocks of the form; each has one field of the same name. */
export const FIELDS = {
  time: 'dateline_time',
  zone: 'dateline_zone',
  days: 'dateline_days',
  about: 'dateline_about',
  heartbeat: 'dateline_heartbeat',
  where: 'dateline_where',
} as const

const words = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const
const option = (label: string, value: string): PlainTextOption => ({ text: words(label), value })

const DAYS = [
  option('Every day', 'every day'),
  option('Weekdays, Monday to Friday', 'weekdays'),
  option('Sunday to Thursday', 'Sunday to Thursday'),
] as const
const HEARTBEAT = option('Say so in one line where nothing is new', 'heartbeat')

const Where = z.object({ channel: z.string(), where: z.string() })

/** Where the form was opened, which a form does not tell when it is sent. */
export const whereIn = (metadata: string): Pick<Asker, 'channel' | 'where'> | null => {
  try {
    return Where.safeParse(JSON.parse(metadata)).data ?? null
  } catch {
    // A form of another version.
    return null
  }
}

/** The form that orders a digest; `choose`: where it was opened is no conversation, so that one is chosen in it. */
export const drawOrderForm = (
  { channel, where }: Pick<Asker, 'channel' | 'where'>,
  form: DigestForm,
  choose: boolean,
): ModalView => ({
  type: 'modal',
  callback_id: ORDER_VIEW,
  private_metadata: JSON.stringify({ channel, where }),
  title: words('Order a digest'),
  submit: words('Order it'),
  close: words('Cancel'),
  blocks: [
    choose
      ? {
          type: 'input',
          block_id: FIELDS.where,
          optional: true,
          label: words('Where'),
          hint: words(
            'Left empty: your direct message with Dateline. A channel needs it as a member: /invite @Dateline',
          ),
          element: {
            type: 'conversations_select',
            action_id: FIELDS.where,
            placeholder: words('Your direct message'),
            filter: { include: ['public', 'private'], exclude_bot_users: true },
          },
        }
      : { type: 'section', text: words(`It comes in ${where}.`) },
    {
      type: 'input',
      block_id: FIELDS.time,
      label: words('At'),
      element: { type: 'timepicker', action_id: FIELDS.time, initial_time: form.time },
    },
    {
      type: 'input',
      block_id: FIELDS.zone,
      label: words('By the clocks of'),
      hint: words('A zone or a large city: Europe/London, Beirut'),
      element: {
        type: 'plain_text_input',
        action_id: FIELDS.zone,
        initial_value: form.zone,
        max_length: 60,
      },
    },
    daysInput(form),
    {
      type: 'input',
      block_id: FIELDS.about,
      optional: true,
      label: words('About'),
      hint: words(
        'Places, subjects and speakers: about aleppo, quotes kerry. Left empty: everything',
      ),
      element: {
        type: 'plain_text_input',
        action_id: FIELDS.about,
        max_length: LIMITS.placeholder,
        ...(form.about === '' ? {} : { initial_value: form.about }),
      },
    },
    {
      type: 'input',
      block_id: FIELDS.heartbeat,
      optional: true,
      label: words('On days without news'),
      element: {
        type: 'checkboxes',
        action_id: FIELDS.heartbeat,
        options: [HEARTBEAT],
        ...(form.heartbeat ? { initial_options: [HEARTBEAT] } : {}),
      },
    },
  ],
})

function daysInput({ days }: DigestForm): KnownBlock {
  const known = DAYS.find(({ value }) => value === days)
  const chosen = known ?? option(clip(days, LIMITS.optionText), clip(days, LIMITS.optionValue))
  return {
    type: 'input',
    block_id: FIELDS.days,
    label: words('On'),
    element: {
      type: 'radio_buttons',
      action_id: FIELDS.days,
      options: known === undefined ? [...DAYS, chosen] : [...DAYS],
      initial_option: chosen,
    },
  }
}

/** What somebody has filled in, as they would have typed it. */
export interface Filled {
  readonly schedule: string
  readonly order: string
  /** The conversation that was chosen; null for none. */
  readonly where: string | null
}

const Values = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_time: z.string().nullish(),
      selected_conversation: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_options: z.array(z.object({ value: z.string() })).nullish(),
    }),
  ),
)

export function filledIn(state: unknown): Filled {
  const values = Values.safeParse(state).data ?? {}
  const field = (name: keyof typeof FIELDS) => values[FIELDS[name]]?.[FIELDS[name]]
  const time = field('time')?.selected_time ?? ''
  const zone = (field('zone')?.value ?? '').replace(/[,;]/gu, ' ').trim()
  const days = field('days')?.selected_option?.value ?? ''
  const about = (field('about')?.value ?? '').replace(/\s+/gu, ' ').trim()
  const heartbeat = (field('heartbeat')?.selected_options ?? []).length > 0
  const schedule = `${time} ${days} ${zone}`.replace(/\s+/gu, ' ').trim()
  const scope =
    about === ''
      ? 'about everything'
      : /^(?:about|quotes?)\b/iu.test(about)
        ? about
        : `about ${about}`
  return {
    schedule,
    order: `digest on ${schedule} ${scope} ${heartbeat ? 'heartbeat' : 'no heartbeat'}`,
    where: field('where')?.selected_conversation ?? null,
  }
}
