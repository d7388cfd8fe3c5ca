import { z } from 'zod'
import type { StandingOrder } from '../../model/standing.ts'
import { Schedule } from '../schedule.ts'

/** What a digest is ordered to be. */
const DigestSpec = z.object({
  schedule: Schedule,
  scope: z.object({
    places: z.array(z.string()),
    topics: z.array(z.string()),
    speakers: z.array(z.string()),
  }),
  /** Whether one line is said where nothing is new. */
  heartbeat: z.boolean(),
  /** How people call the conversation: `#syria-desk`. */
  where: z.string(),
})
export type DigestSpec = z.infer<typeof DigestSpec>

/** What an alert waits for. */
const AlertSpec = z.object({
  /** As typed. */
  ask: z.string(),
  where: z.string(),
})
export type AlertSpec = z.infer<typeof AlertSpec>

export const writeSpec = (spec: DigestSpec | AlertSpec): string => JSON.stringify(spec)

/** Null where another version of Dateline wrote it. */
export const digestSpecOf = ({ spec }: Pick<StandingOrder, 'spec'>): DigestSpec | null =>
  DigestSpec.safeParse(parsed(spec)).data ?? null

export const alertSpecOf = ({ spec }: Pick<StandingOrder, 'spec'>): AlertSpec | null =>
  AlertSpec.safeParse(parsed(spec)).data ?? null

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Edited by hand, or cut short: the same as another version's.
    return null
  }
}

/** One digest a conversation. */
export const digestId = (channel: string): string => `digest:${channel}`

/** `alert 3`: the number by which people call one. */
export const alertNumber = (id: string): number => Number(id.replace(/^alert:/u, ''))
export const alertId = (number: number): string => `alert:${number}`

/** Where the order stands with its pause. */
export const scheduleOf = (
  { schedule }: DigestSpec,
  { pausedUntil }: Pick<StandingOrder, 'pausedUntil'>,
): Schedule => ({ ...schedule, pausedUntil })

/** How people call the conversation of an order. */
export const whereOf = (order: StandingOrder): string =>
  (order.kind === 'digest' ? digestSpecOf(order) : alertSpecOf(order))?.where ?? 'this channel'
