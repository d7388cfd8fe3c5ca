import type { ActionsBlock, ActionsBlockElement, Button, KnownBlock } from '@slack/types'
import type { Offer, Report, Understood } from '../../../answer/report.ts'
import { ACTIONS, carry } from '../carry.ts'
import type { Carried } from '../carry.ts'
import { LIMITS, weightOf, weightOfBlocks } from '../limits.ts'
import { clip } from '../mrkdwn.ts'

/** Weight that the buttons of filters and offers may have together; the rest is told as text. */
const CHOICES = 1_000

export interface Choices {
  readonly buttons: readonly Button[]
  /** Offers that no button could hold. */
  readonly told: readonly Offer[]
}

interface ButtonParts {
  readonly actionId: string
  readonly label: string
  readonly value: string
  readonly style?: 'primary'
}

const button = ({ actionId, label, value, style }: ButtonParts): Button => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: label, emoji: false },
  value,
  ...(style === undefined ? {} : { style }),
})

export function shareButton(carried: Carried): Button | null {
  const value = carry(carried)
  return value === null
    ? null
    : button({ actionId: ACTIONS.share, label: 'Share in channel', value, style: 'primary' })
}

/** Leads to another page of the answer; `carried` says which. */
export function pageButton(carried: Carried, way: 'More' | 'Back', pages: number): Button | null {
  const value = carry(carried)
  const label = `${way} (page ${carried.page} of ${pages})`
  return value === null
    ? null
    : button({ actionId: `${ACTIONS.more}:${carried.page}`, label, value })
}

/** A button for each filter that can be taken away and for each offer, as far as they fit. */
export function choices(report: Report, today: string): Choices {
  const buttons: Button[] = []
  const told: Offer[] = []
  let weight = 0
  const add = (next: Button | null): boolean => {
    const own = next === null ? 0 : weightOfBlocks(row([next]))
    if (next === null || weight + own > CHOICES || buttons.length >= LIMITS.actionsElements) {
      return false
    }
    weight += own
    buttons.push(next)
    return true
  }
  for (const [at, chip] of report.understood.entries()) add(withoutButton(chip, today, at))
  for (const [at, offer] of report.offers.entries()) {
    if (!add(offerButton(offer, today, at))) told.push(offer)
  }
  return { buttons, told }
}

const withoutButton = ({ key, value, without, label }: Understood, today: string, at: number) =>
  choiceButton({
    actionId: `${ACTIONS.without}:${at + 1}`,
    label: label === undefined ? `Without ${key}: ${value}` : clip(label, LIMITS.buttonText),
    value: carry({ ask: without, today, page: 1 }),
  })

const offerButton = ({ label, ask }: Offer, today: string, at: number) =>
  choiceButton({
    actionId: `${ACTIONS.offer}:${at + 1}`,
    label,
    value: carry({ ask, today, page: 1 }),
  })

function choiceButton(parts: {
  readonly actionId: string
  readonly label: string
  readonly value: string | null
}): Button | null {
  const { actionId, label, value } = parts
  if (value === null || label.trim() === '' || weightOf(label) > LIMITS.buttonText) return null
  return button({ actionId, label, value })
}

/** Buttons and menus in rows of as many as a row takes. */
export function row(buttons: readonly ActionsBlockElement[]): ActionsBlock[] {
  const rows = Math.ceil(buttons.length / LIMITS.actionsElements)
  return Array.from({ length: rows }, (_, at) => ({
    type: 'actions',
    elements: buttons.slice(at * LIMITS.actionsElements, (at + 1) * LIMITS.actionsElements),
  }))
}

/** What can be done about a message that came by itself; an ask too long for an option is left out. */
export function menuRow(menu: readonly Offer[]): KnownBlock[] {
  const options = menu
    .filter(({ ask }) => weightOf(ask) <= LIMITS.optionValue)
    .slice(0, LIMITS.options)
    .map(({ label, ask }) => ({
      text: { type: 'plain_text', text: clip(label, LIMITS.optionText), emoji: false } as const,
      value: ask,
    }))
  if (options.length === 0) return []
  return row([
    {
      type: 'static_select',
      action_id: ACTIONS.order,
      placeholder: { type: 'plain_text', text: 'Mute, pause, change', emoji: false },
      options,
    },
  ])
}
