import type { Limit, Surface } from './limits.ts'

/** A place in what was sent that is not as its shape says. */
export interface Fault {
  readonly message: string
  readonly pointer: string
}

export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Its own field, never one that every object has. */
export const own = (value: Json, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined

export interface Place {
  readonly pointer: string
  readonly surface: Surface
}

/** What is wrong with a size, in Slack's words. */
export function ofLength(limit: Limit, size: number, place: { readonly pointer: string }): Fault[] {
  if (size > limit.most) return fault(place, TOO_MUCH[limit.unit](limit.most))
  return size < limit.least ? fault(place, TOO_LITTLE[limit.unit](limit.least)) : []
}

const TOO_MUCH = {
  characters: (most: number) => `must be less than ${most + 1} characters`,
  items: (most: number) => `no more than ${most} items allowed`,
  value: (most: number) => `must be less than or equal to ${most}`,
  bytes: (most: number) => `must be less than ${most + 1} bytes`,
} as const

const TOO_LITTLE = {
  characters: (least: number) => `must be more than ${least - 1} characters`,
  items: (least: number) => `must provide at least ${least} items`,
  value: (least: number) => `must be greater than or equal to ${least}`,
  bytes: (least: number) => `must be more than ${least - 1} bytes`,
} as const

export const fault = ({ pointer }: { readonly pointer: string }, message: string): Fault[] => [
  { message, pointer },
]

export const within = (place: Place, step: string | number): Place => ({
  ...place,
  pointer: `${place.pointer}/${step}`,
})

/** No block or view goes deeper; what does is refused before anything walks it. */
const DEEPEST = 50

export const isTooDeep = (value: unknown, left: number = DEEPEST): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1)))
