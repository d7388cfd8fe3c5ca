import { z } from 'zod'
import type { ArticleFacts } from '../model/article.ts'
import { type Known, stated, unknown } from '../model/known.ts'
import { dayIn } from '../text/full-dates.ts'

/** Where a fact of a table's row is from. */
export const COLUMN = 'column'

const Text = z.union([z.string(), z.number()]).transform((value) => String(value).trim())

const filled = Text.refine((value) => value !== '', 'must not be empty')

/** A day as people and exports write it, to ISO 8601. */
export const DayText = Text.transform((value, context) => {
  const day = dayIn(value)
  if (day !== null) return day
  context.addIssue({
    code: 'custom',
    message: `"${value}" is no full date; write it as 2016-05-01`,
  })
  return z.NEVER
})

/** A fact in a file: the bare value, which counts as stated there, or `{ value, how, from }`, or `{ how: unknown }`. */
const fact = (value: z.ZodType<string>, from: string) =>
  z
    .union([
      z.strictObject({ how: z.literal('unknown') }),
      z.strictObject({ value, how: z.enum(['stated', 'inferred']), from: filled }),
      z.null(),
      value,
    ])
    .transform((given): Known<string> => {
      if (given === null) return unknown
      return typeof given === 'string' ? stated(given, from) : given
    })
    .optional()

/** What a sidecar's entry or a header may say about an article; `from` names that file for bare values. */
export const factsSchema = (from: string) =>
  z
    .strictObject({
      headline: fact(filled, from),
      outlet: fact(filled, from),
      published: fact(DayText, from),
      // as JSON Lines have it
      date: fact(DayText, from),
      byline: fact(filled, from),
      credit: fact(filled, from),
      place: fact(filled, from),
      url: fact(filled, from),
    })
    .transform(({ date, published, ...facts }) => ({ ...facts, published: published ?? date }))

/** Facts without the keys that nobody gave. */
export const givenFacts = (facts: z.infer<ReturnType<typeof factsSchema>>): ArticleFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, known]) => known !== undefined))

/** zod's findings in one line, each with the key that it is about. */
export const problems = (error: z.ZodError): string =>
  error.issues.map((issue) => problem(issue)).join('; ')

function problem(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  if (issue.code === 'unrecognized_keys')
    return `${where}unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`
  // Of a fact's forms, tell what the nearest one lacks, not that all four were missed.
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.findLast((each) => each.some((one) => one.code === 'custom'))
    const first = nearest?.find((one) => one.code === 'custom')
    return `${where}${first?.message ?? 'must be a text, or { value, how: stated or inferred, from }, or { how: unknown }'}`
  }
  return `${where}${issue.message}`
}
