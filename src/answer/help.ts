import type { Lexicon } from '../names/lexicon.ts'
import type { Coverage } from '../store/store.ts'
import type { Archive } from './archive.ts'
import { type Unread, unreadIn } from './unread.ts'

export interface HelpAnswer {
  readonly kind: 'help'
  readonly coverage: Coverage
  /** What of it is in other languages. */
  readonly unread: readonly Unread[]
  readonly examples: readonly HelpExample[]
}

/** A command that has an answer in the coverage at hand. */
interface HelpExample {
  readonly ask: string
  readonly what: string
}

/** What Dateline can do, with examples out of this very coverage: its most named place, its most quoted speaker. */
export function helpOn(archive: Archive, lexicon: Lexicon): HelpAnswer {
  const place = mostNamed(archive.claims.flatMap((claim) => placeIn(claim.place, lexicon)))
  const speaker = mostNamed(archive.quotes.flatMap((quote) => quote.speaker ?? []))
  const words = speaker === null ? null : firstQuoteOf(archive, speaker)
  const examples: HelpExample[] = [
    {
      ask: `casualties ${place ?? 'aleppo'}`,
      what: 'who says how many were harmed, each figure with its source',
    },
    { ask: `quotes ${lastName(speaker) ?? 'kerry'}`, what: 'what a speaker said, word for word' },
    {
      ask: `quote "${words ?? 'has to stop'}"`,
      what: 'whether somebody said it, and in just these words',
    },
    {
      ask: `search ${place === null ? 'barrel bombs' : `${place} hospital`}`,
      what: 'passages, best first',
    },
    {
      ask: 'check At least 100 civilians died, a monitor said.',
      what: 'each figure and quote of a draft against the coverage',
    },
    {
      ask: `How many civilians were killed in ${place ?? 'Aleppo'}?`,
      what: 'a question in plain words',
    },
    {
      ask: 'digest on 08:00 weekdays',
      what: 'in Slack: what changed since the last one, every morning',
    },
    {
      ask: `alert add casualties ${place ?? 'aleppo'}`,
      what: 'in Slack: word of what comes in, within a minute',
    },
    { ask: 'method', what: 'how the answers are made, and what they do not mean' },
  ]
  const unread = unreadIn(archive.articles)
  return { kind: 'help', coverage: archive.coverage, unread, examples }
}

function placeIn(place: string | null, lexicon: Lexicon): readonly string[] {
  if (place === null) return []
  const name = lexicon.lookUp(place).find((each) => each.kind === 'place')
  if (name === undefined) return [place]
  return name.kind === 'place' && name.type === 'country' ? [] : [name.name]
}

/** The name that stands most often; of several, the one that stands first. */
function mostNamed(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

const lastName = (speaker: string | null): string | null =>
  speaker
    ?.split(/[\s,]+/)
    .at(-1)
    ?.toLowerCase() ?? null

function firstQuoteOf(archive: Archive, speaker: string): string | null {
  const quote = archive.quotes.find((each) => each.speaker === speaker)
  const paragraph =
    quote &&
    archive.articleOf(quote.article)?.paragraphs.find(({ number }) => number === quote.paragraph)
  if (!quote || !paragraph) return null
  const words = paragraph.text
    .slice(quote.words.start, quote.words.end)
    .split(' ')
    .slice(0, 6)
    .join(' ')
  return words.replace(/["“”,.;:]+/g, '').trim() || null
}
