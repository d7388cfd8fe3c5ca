// Blocks and views come as the bot sent them: they are read leniently, field by field, and drawn as far as they go.

export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const jsonOf = (value: unknown): Json => (isJson(value) ? value : {})

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const jsonsOf = (value: unknown): readonly Json[] => listOf(value).filter(isJson)

export const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const wordsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((one) => typeof one === 'string')

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** The words of a text object, as they are. */
export const textOf = (value: unknown): string => wordOf(jsonOf(value)['text'])
