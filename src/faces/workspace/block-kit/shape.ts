import type { Limit, Surface } from './limits.ts'

/** What a value must look like. The tables of this folder are made of these; `check.ts` walks them. */
export type Shape =
  | { readonly kind: 'text'; readonly limit: Limit; readonly form: Form | null }
  | { readonly kind: 'number'; readonly limit: Limit; readonly whole: boolean }
  | { readonly kind: 'flag' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | {
      readonly kind: 'list'
      readonly limit: Limit
      readonly each: Shape
      /** The first item, where it differs. */
      readonly first: Shape
    }
  | { readonly kind: 'nullable'; readonly shape: Shape }
  | ObjectShape
  | { readonly kind: 'typed'; readonly types: Types }

export interface ObjectShape {
  readonly kind: 'object'
  readonly needs: Fields
  readonly may: Fields
  readonly rules: readonly Rule[]
}

export type Fields = Readonly<Record<string, Shape>>

/** An object that says by its `type` what it is: for each type its shape, and the surfaces it may stand on. */
export type Types = Readonly<
  Record<string, { readonly shape: ObjectShape; readonly on: readonly Surface[] }>
>

/** What holds between the fields of one object. */
export type Rule =
  | { readonly rule: 'some-of'; readonly fields: readonly string[] }
  | { readonly rule: 'one-of'; readonly fields: readonly string[] }
  /** `low` is not above `high`. */
  | { readonly rule: 'in-order'; readonly low: string; readonly high: string }
  /** What is chosen at first, one option or a list, is among the options on offer. */
  | { readonly rule: 'among-options'; readonly field: string }

export interface Form {
  readonly pattern: RegExp
  readonly message: string
}

export const FORMS = {
  link: { pattern: /^[a-z][a-z0-9+.-]*:\S+$/iu, message: 'must be a valid url' },
  web: { pattern: /^https?:\/\/\S+$/iu, message: 'must be a valid url' },
  secure: { pattern: /^https:\/\/\S+$/iu, message: 'must be a valid https url' },
  date: {
    pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
    message: 'must be a valid date in the format YYYY-MM-DD',
  },
  time: {
    pattern: /^(?:[01]\d|2[0-3]):[0-5]\d$/u,
    message: 'must be a valid time in the format HH:mm',
  },
  number: { pattern: /^-?\d+(?:\.\d+)?$/u, message: 'must be a valid number' },
  colour: { pattern: /^#[\da-f]{6}$/iu, message: 'must be a valid hex color' },
} as const satisfies Readonly<Record<string, Form>>

/** Where the reference names no limit. */
const ANY_TEXT: Limit = { unit: 'characters', least: 1, most: Infinity }
const MAYBE_EMPTY: Limit = { unit: 'characters', least: 0, most: Infinity }
const ANY_NUMBER: Limit = { unit: 'value', least: -Infinity, most: Infinity }
const ANY_ITEMS: Limit = { unit: 'items', least: 1, most: Infinity }

export const text = (limit: Limit = ANY_TEXT, form: Form | null = null): Shape => ({
  kind: 'text',
  limit,
  form,
})
export const maybeEmpty: Shape = text(MAYBE_EMPTY)
export const whole = (limit: Limit): Shape => ({ kind: 'number', limit, whole: true })
export const number: Shape = { kind: 'number', limit: ANY_NUMBER, whole: false }
export const flag: Shape = { kind: 'flag' }
export const word = (...words: readonly string[]): Shape => ({ kind: 'word', words })
export const list = (each: Shape, limit: Limit = ANY_ITEMS, first: Shape = each): Shape => ({
  kind: 'list',
  limit,
  each,
  first,
})
export const nullable = (shape: Shape): Shape => ({ kind: 'nullable', shape })

export const object = (
  needs: Fields,
  may: Fields = {},
  ...rules: readonly Rule[]
): ObjectShape => ({
  kind: 'object',
  needs,
  may,
  rules,
})

const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home']

/** A choice by `type`; all stand on every surface unless `on` says where. */
export const typed = (
  shapes: Readonly<Record<string, ObjectShape>>,
  on: (type: string) => readonly Surface[] = () => EVERYWHERE,
): Shape => ({
  kind: 'typed',
  types: Object.fromEntries(
    Object.entries(shapes).map(([type, shape]) => [
      type,
      { on: on(type), shape: { ...shape, needs: { type: word(type), ...shape.needs } } },
    ]),
  ),
})
