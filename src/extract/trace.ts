import type { Span } from '../model/span.ts'

/** A sentence, by its paragraph and its place in that. */
interface Traced {
  readonly paragraph: number
  readonly sentence: Span
}

/** Hears what each rule does with a sentence. The note is a function: nothing is worded unless somebody asks. */
export type Trace = (at: Traced, rule: string, note: () => string) => void

/** How a kind of draft is followed from one rule to the next. */
export interface Follow<Draft> {
  /** What stays the same while rules change the rest. */
  readonly key: (draft: Draft) => string | number
  readonly at: (draft: Draft) => Traced
  /** The words that the draft is about. */
  readonly words: (draft: Draft) => string
  /** The fields that are told when they change. */
  readonly fields: readonly (keyof Draft & string)[]
}

interface Step<Draft> extends Follow<Draft> {
  readonly rule: string
  readonly before: readonly Draft[]
  readonly after: readonly Draft[]
}

/** Tells a trace what a rule has done: which drafts are new, which are gone, and which fields of the others changed. */
export function tellStep<Draft extends object>(trace: Trace, step: Step<Draft>): void {
  const { rule, before, after, key, at, words, fields } = step
  const olds = new Map(before.map((draft) => [key(draft), draft]))
  for (const draft of after) {
    const old = olds.get(key(draft))
    olds.delete(key(draft))
    if (old === draft) continue
    const changed = fields.filter(
      (field) => (old === undefined ? null : shown(old[field])) !== shown(draft[field]),
    )
    if (changed.length === 0) continue
    trace(at(draft), rule, () => {
      const notes = changed.map((field) =>
        old === undefined
          ? `${field} ${shown(draft[field])}`
          : `${field} ${shown(old[field])} → ${shown(draft[field])}`,
      )
      return `“${words(draft)}”: ${notes.join(', ')}`
    })
  }
  for (const draft of olds.values()) trace(at(draft), rule, () => `“${words(draft)}” left out`)
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
