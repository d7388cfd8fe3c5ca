/** JSON as it came over the wire, read with care. */
export type Payload = Readonly<Record<string, unknown>>

export const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const payloadOf = (value: unknown): Payload => (isPayload(value) ? value : {})

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const payloadsOf = (value: unknown): readonly Payload[] => listOf(value).filter(isPayload)

/** Empty where there is no text. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** Forms carry `true` as a word. */
export const isTrue = (value: unknown): boolean =>
  value === true || value === 'true' || value === '1'

/** JSON, or null where it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // The caller says what was expected in its place.
    return null
  }
}
