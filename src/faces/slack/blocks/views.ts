import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { LIMITS } from '../limits.ts'
import { drawHeading, drawWords } from './lines.ts'

/** The modals of Dateline: their callback ids, and the fields of the form. */
export const VIEWS = {
  form: 'dateline_form',
  answer: 'dateline_answer',
  article: 'dateline_article',
} as const

export const FIELD = { block: 'dateline_question', action: 'dateline_question_text' } as const

const words = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const

/** An answer, or a word of patience, in a modal. */
export const drawModal = (
  kind: 'answer' | 'article',
  blocks: readonly KnownBlock[],
): ModalView => ({
  type: 'modal',
  callback_id: VIEWS[kind],
  title: words(kind === 'article' ? 'In the article' : 'Dateline'),
  close: words('Close'),
  blocks: [...blocks],
})

export const drawWaiting = (kind: 'answer' | 'article'): ModalView =>
  drawModal(kind, [drawWords('Looking it up …')])

/** The form behind the global shortcut. */
export const drawForm = (): ModalView => ({
  type: 'modal',
  callback_id: VIEWS.form,
  title: words('Ask Dateline'),
  submit: words('Ask'),
  close: words('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: FIELD.block,
      label: words('What do you want to know?'),
      hint: words('Anything you would type after /syria: casualties aleppo, quotes kerry, check …'),
      element: {
        type: 'plain_text_input',
        action_id: FIELD.action,
        multiline: true,
        max_length: LIMITS.plainTextInput,
        placeholder: words('casualties aleppo'),
      },
    },
  ],
})

const WAYS = [
  'Type /syria and a question in any conversation. Only you see the answer, until you share it.',
  'Mention Dateline in a channel. It answers in the thread, and follows that thread until somebody says stop.',
  'Write to it in Messages, on the tab beside this one.',
  'Choose “Check this message” from a message’s menu: each figure and quote in it is looked for in the coverage.',
] as const

const DIVIDER: KnownBlock = { type: 'divider' }

/** The Home tab: what is ordered, how to ask, then what the coverage holds and examples, as the help answer tells them. */
export const drawHome = (
  help: readonly KnownBlock[],
  orders: readonly KnownBlock[] = [],
): HomeView => ({
  type: 'home',
  blocks: [
    ...orders,
    ...(orders.length === 0 ? [] : [DIVIDER]),
    drawHeading('How to ask Dateline'),
    ...WAYS.map(drawWords),
    DIVIDER,
    ...help,
  ].slice(0, LIMITS.viewBlocks),
})
