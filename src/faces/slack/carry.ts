import { z } from 'zod'
import { weightOf } from './limits.ts'

/** What the elements of a message do; each stands before a number where one block has several of a kind. */
export const ACTIONS = {
  share: 'dateline_share',
  more: 'dateline_more',
  show: 'dateline_show',
  without: 'dateline_without',
  offer: 'dateline_offer',
  order: 'dateline_order',
} as const

export type ActionKind = keyof typeof ACTIONS

const KINDS = [
  'share',
  'more',
  'show',
  'without',
  'offer',
  'order',
] as const satisfies readonly ActionKind[]

/** Every element of Dateline's, and no other. */
export const ANY_ACTION = /^dateline_/u

export const actionKind = (actionId: string): ActionKind | null =>
  KINDS.find((kind) => ACTIONS[kind] === actionId.split(':', 1)[0]) ?? null

/**
 * What a button carries: what to ask, never what was answered. Whoever presses it gets what the coverage
 * says then, past the same gate; a forged payload can only ask.
 */
export interface Carried {
  readonly ask: string
  /** The day on which it was asked first: "since Friday" means the same Friday tomorrow. */
  readonly today: string
  readonly page: number
}

const Carried = z.object({ ask: z.string(), today: z.iso.date(), page: z.int().min(1) })

/** An article is the same on every day. */
export const ANY_DAY = '1970-01-01'

/** An option of a menu has less room than a button: `9:article ID 12`, told apart by the number of its citation. */
export const chosen = {
  value: (number: number, ask: string): string => `${number}:${ask}`,
  read(value: unknown): Carried | null {
    const ask = typeof value === 'string' ? /^\d+:(article .+)$/u.exec(value)?.[1] : undefined
    return ask === undefined ? null : { ask, today: ANY_DAY, page: 1 }
  },
} as const

/** Two such buttons, and those of filters and offers, leave room for the answer in one message. */
const CARRIED_WEIGHT = 1_400

/** A button's value, or null where the question is too long for one. */
export function carry({ ask, page, today }: Carried): string | null {
  const value = JSON.stringify({ ask, today, page })
  return weightOf(value) <= CARRIED_WEIGHT ? value : null
}

/** What a pressed button carries, or null where it is none of ours or from another version. */
export function carried(value: unknown): Carried | null {
  if (typeof value !== 'string') return null
  try {
    return Carried.safeParse(JSON.parse(value)).data ?? null
  } catch {
    // Not JSON: a button of another version, which the caller answers in words.
    return null
  }
}
