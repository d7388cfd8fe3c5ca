import { z } from 'zod'
import type { Offer, Report } from '../answer/report.ts'
import type { ShownFinding } from '../model/standing.ts'

/** A picture as it waits with its message. */
interface Picture {
  /** PNG, in base64. */
  readonly png: string
  /** The same in words. */
  readonly alt: string
}

/** A message that Dateline says by itself, before any face draws it. */
export interface Letter {
  /** What it is, for whoever is told that it went astray: `digest for #syria-desk`. */
  readonly name: string
  readonly report: Report
  /** Which page of the report: a long one is several messages, each queued by itself. */
  readonly page: number
  readonly picture: Picture | null
  /** What can be done about it, on the message itself: mute, snooze, remove. */
  readonly menu: readonly Offer[]
  /** The figures and quotes in it, with the version of their article. */
  readonly shown: readonly ShownFinding[]
}

const Citation = z.object({
  article: z.string(),
  outlet: z.string().nullable(),
  date: z.string().nullable(),
  dateHow: z.enum(['stated', 'inferred', 'unknown']),
  dateInColumn: z.string().exactOptional(),
  version: z.int().exactOptional(),
  headline: z.string(),
  credit: z.string().nullable(),
  paragraph: z.number(),
  text: z.string(),
  exact: z.string(),
})

const Line = z.object({
  level: z.literal([0, 1, 2]),
  runs: z.array(
    z.object({
      text: z.string(),
      style: z.enum([
        'plain',
        'strong',
        'note',
        'figure',
        'quote',
        'hit',
        'added',
        'removed',
        'typed',
      ]),
    }),
  ),
  citations: z.array(Citation),
})

const Offers = z.array(z.object({ label: z.string(), ask: z.string() }))

const LetterShape: z.ZodType<Letter> = z.object({
  name: z.string(),
  report: z.object({
    title: z.string(),
    lead: Line,
    understood: z.array(z.object({ key: z.string(), value: z.string(), without: z.string() })),
    sections: z.array(z.object({ heading: z.string().nullable(), lines: z.array(Line) })),
    offers: Offers,
  }),
  page: z.int().min(1),
  picture: z.object({ png: z.string(), alt: z.string() }).nullable(),
  menu: Offers,
  shown: z.array(
    z.object({
      kind: z.enum(['figure', 'quote']),
      article: z.string(),
      version: z.int(),
      paragraph: z.int(),
      sentence: z.string(),
      exact: z.string(),
      who: z.string().nullable(),
    }),
  ),
})

/** A letter as it is queued. */
export const writeLetter = (letter: Letter): string => JSON.stringify(letter)

/** Null where another version of Dateline wrote it and it can no longer be read. */
export function readLetter(body: string): Letter | null {
  try {
    return LetterShape.safeParse(JSON.parse(body)).data ?? null
  } catch {
    // Not JSON: it was cut short by hand, or is none of ours.
    return null
  }
}
