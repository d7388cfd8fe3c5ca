import type { Span } from '../../model/span.ts'
import { addresseeAt, type Attribution, openingPhrase } from './cues.ts'
import type { Draft } from './draft.ts'
import type { Frame, Unit } from './frame.ts'
import type { Cast } from './names.ts'
import { phraseEndingAt } from './phrase-ending.ts'
import { isCapital, type Phrase } from './phrases.ts'
import { pairQuotes, quotePositions } from './pairs.ts'
import { wordCount } from './scare.ts'
import type { Speaker } from './speaker.ts'
import { hearSubject, Speakers } from './speakers.ts'
import { ADVERBS, JOINERS, setOf, STOPPERS } from './vocabulary.ts'

interface Read {
  readonly frames: readonly Frame[]
  readonly attributions: readonly (readonly Attribution[])[]
  readonly cast: Cast
}

/** What the reader remembers from one sentence to the next. */
interface Memory {
  readonly speakers: Speakers
  readonly drafts: Draft[]
  readonly reported: Reported[]
  /** Who said the last quote, and how many of the reporter's sentences stand since. */
  last: { readonly speaker: Speaker | null; readonly paragraph: number } | null
  since: number
  /** Who the sentence before is about or by. */
  subject: Speaker | null
  /** Quotes without a cue that wait for the speaker of the next one. */
  waiting: number[]
}

/** A sentence that says what somebody said, in the reporter's words. */
interface Reported {
  readonly frame: Frame
  readonly sentence: Span
  readonly speaker: string
}

export interface Attributed {
  readonly drafts: readonly Draft[]
  readonly reported: readonly Reported[]
}

/** Reads the article from its first sentence to its last and gives each quote its speaker. */
export function attribute({ frames, attributions, cast }: Read): Attributed {
  const memory: Memory = {
    speakers: new Speakers(cast),
    drafts: [],
    reported: [],
    last: null,
    since: 0,
    subject: null,
    waiting: [],
  }
  frames.forEach((frame, index) => {
    readFrame(memory, frame, attributions[index] ?? [])
  })
  return memory
}

function readFrame(memory: Memory, frame: Frame, attributions: readonly Attribution[]): void {
  const pairs = pairQuotes(frame, attributions)
  const byUnit = Map.groupBy(attributions, ({ unit }) => unit)
  const heard = new Map<Attribution, Speaker | null>()
  const positions = quotePositions(frame.tokens)
  const aside =
    frame.kind === 'caption' || frame.kind === 'cross-heading' || frame.kind === 'headline'
  frame.units.forEach((unit, index) => {
    const here = byUnit.get(index) ?? []
    const subject = aside ? null : hearSubject(memory.speakers, frame, index, here)
    for (const attribution of here)
      heard.set(attribution, speakerOf(memory, { frame, attribution, attributions, heard }))
    const spoken = here
      .map((attribution) => heard.get(attribution) ?? null)
      .findLast((one) => one !== null)
    const asked = askedIn(memory, frame, unit, here)
    if (unit.quotes.length === 0) {
      const saying = here.find((one) => (heard.get(one) ?? null) !== null)
      const said = saying === undefined ? null : (heard.get(saying) ?? null)
      if (said !== null && !aside)
        memory.reported.push({
          frame,
          sentence: { start: unit.start, end: unit.end },
          speaker: said.name,
        })
      if (aside) return
      memory.subject = asked ?? spoken ?? subject
      memory.since += 1
      return
    }
    const place = isWhole(frame, unit) ? 'whole' : 'embedded'
    for (const quote of unit.quotes) {
      const pair = pairs[quote] ?? null
      const at = positions[quote] ?? -1
      readQuote(memory, { frame, unit, quote, at, place, pair, attributions, heard, subject })
    }
  })
}

/** `Wallace asked campaign manager Robby Mook whether …`: who is asked speaks next. */
function askedIn(
  { speakers, last }: Memory,
  frame: Frame,
  unit: Unit,
  here: readonly Attribution[],
): Speaker | null {
  const asking = here.findLast(({ cue }) => ASKING.has(frame.text.slice(cue.start, cue.end)))
  // "Next, the host asked Gorka:" leads to the question.
  if (asking === undefined || frame.tokens[unit.to - 1]?.text === ':') return null
  // "Did he?" I ask: whoever has spoken so far.
  if (isSelf(frame, asking)) return last?.speaker ?? null
  const phrase = addresseeAt(frame.tokens, unit, asking.verb + 1)
  if (phrase === null || speakers.resolve(frame, phrase)?.kind !== 'person') return null
  return speakers.hear(frame, phrase)
}

const isSelf = (frame: Frame, { speaker }: Attribution): boolean =>
  speaker !== null && /^(?:I|we)$/iu.test(frame.text.slice(speaker.start, speaker.end))

const ASKING = setOf('ask asked asks pressed presses grilled challenged questioned interviewed')

interface Hearing {
  readonly frame: Frame
  readonly attribution: Attribution
  readonly attributions: readonly Attribution[]
  readonly heard: ReadonlyMap<Attribution, Speaker | null>
}

function speakerOf(
  memory: Memory,
  { frame, attribution, attributions, heard }: Hearing,
): Speaker | null {
  if (attribution.speaker !== null) return memory.speakers.hear(frame, attribution.speaker)
  const shared = attribution.sameAs === null ? undefined : attributions[attribution.sameAs]
  return shared === undefined ? null : (heard.get(shared) ?? null)
}

interface Reading {
  readonly frame: Frame
  readonly unit: Unit
  readonly quote: number
  /** Where it stands among the tokens. */
  readonly at: number
  readonly place: Draft['place']
  readonly pair: Attribution | null
  readonly attributions: readonly Attribution[]
  readonly heard: Map<Attribution, Speaker | null>
  /** Who the sentence begins with. */
  readonly subject: Speaker | null
}

function readQuote(memory: Memory, reading: Reading): void {
  const { frame, unit, quote, at, place, pair, attributions, heard, subject } = reading
  const marked = frame.quotes[quote]
  if (marked === undefined) return
  const beside =
    pair === null && place === 'embedded'
      ? (labelOf(memory, frame) ?? phraseBeside(frame, unit, at))
      : null
  let speaker: Speaker | null
  let carried = false
  if (pair !== null) {
    if (!heard.has(pair))
      heard.set(pair, speakerOf(memory, { frame, attribution: pair, attributions, heard }))
    speaker = heard.get(pair) ?? null
  } else if (beside !== null) speaker = memory.speakers.hear(frame, beside)
  else {
    const clause = isClause(frame, quote)
    const own = clause && place === 'embedded' ? subject : null
    speaker = own ?? carriedOver(memory, frame, clause ? 'whole' : place)
    carried = true
  }
  memory.drafts.push({
    paragraph: frame.paragraph,
    kind: frame.kind,
    text: frame.text,
    words: marked.words,
    sentence: sentenceOf(frame, unit, pair),
    speaker: speaker?.name ?? null,
    speakerAsWritten: spanOf(writtenBeside(pair, attributions) ?? beside),
    cue: pair?.cue ?? null,
    place,
  })
  remember(memory, {
    frame,
    at: memory.drafts.length - 1,
    speaker,
    self: pair !== null && isSelf(frame, pair),
    wait: carried && speaker === null && place === 'whole',
  })
}

interface Remembering {
  readonly frame: Frame
  readonly at: number
  readonly speaker: Speaker | null
  /** Whether the reporter speaks: who was asked goes on. */
  readonly self: boolean
  readonly wait: boolean
}

function remember(memory: Memory, { frame, at, speaker, self, wait }: Remembering): void {
  if (wait) memory.waiting.push(at)
  else {
    if (speaker !== null && memory.since === 0)
      for (const waiting of memory.waiting) {
        const draft = memory.drafts[waiting]
        if (draft !== undefined) memory.drafts[waiting] = { ...draft, speaker: speaker.name }
      }
    memory.waiting = []
  }
  if (frame.kind === 'headline' || frame.kind === 'cross-heading') return
  memory.last = {
    speaker: self ? (memory.last?.speaker ?? null) : speaker,
    paragraph: frame.paragraph,
  }
  memory.since = 0
  memory.subject = speaker
}

/** Too many words for a term: somebody's, also where they stand in a sentence of the reporter's. */
const isClause = (frame: Frame, quote: number): boolean => {
  const marked = frame.quotes[quote]
  return (
    marked !== undefined &&
    wordCount(frame.text.slice(marked.words.start, marked.words.end)) >= CLAUSE
  )
}

const CLAUSE = 5

/** A quote without a cue keeps the speaker of the quote before it, or of the sentence that leads to it. */
function carriedOver(memory: Memory, frame: Frame, place: Draft['place']): Speaker | null {
  if (frame.kind === 'headline' || frame.kind === 'cross-heading') return null
  const { last, since, subject } = memory
  if (last !== null && since === 0 && (place === 'whole' || last.paragraph === frame.paragraph))
    return last.speaker
  if (place === 'embedded') return null
  if (since > 0 && subject !== null) return subject
  return last !== null && since <= 1 ? last.speaker : null
}

/** Nothing of the reporter's stands in the sentence but what belongs to quotes. */
const isWhole = (frame: Frame, unit: Unit): boolean =>
  frame.tokens
    .slice(unit.from, unit.to)
    .every(({ kind, lower }) => kind === 'quote' || kind === 'punctuation' || lower === 'and')

/** Russia ‘seeks truce for Aleppo’; the army’s so-called “regime of calm”: who stands beside it, without a verb. */
function phraseBeside(frame: Frame, unit: Unit, at: number): Phrase | null {
  const { tokens } = frame
  if (frame.kind === 'headline') return besideInHeadline(frame, unit, at)
  // "His wife was blunter: “People are sick of it.”"
  if (tokens[at - 1]?.text === ':') return openingPhrase(tokens, unit, at - 1)
  if (tokens[at - 1]?.lower !== 'so-called') return null
  for (let i = at - 2; i >= unit.from; i -= 1)
    if (/['’]s?$/u.test(tokens[i]?.text ?? '')) return phraseEndingAt(tokens, i + 1, unit.from)
  return null
}

/** `Boone: Ohio’s Voters ‘Will Not Forget’`, `Exclusive – Walt Boone: …`: who speaks in all of the headline. */
function labelOf({ speakers }: Memory, frame: Frame): Phrase | null {
  if (frame.kind !== 'headline') return null
  const { tokens } = frame
  const colon = tokens.findIndex(({ kind, text }) => kind === 'quote' || text === ':')
  if (tokens[colon]?.text !== ':' || colon > LONGEST_LABEL) return null
  const dash = tokens.findLastIndex(({ text }, at) => at < colon && /^[–—-]$/u.test(text))
  if (!tokens.slice(dash + 1, colon).every(isCapital)) return null
  const label = phraseEndingAt(tokens, colon, dash + 1)
  return label !== null && speakers.resolve(frame, label)?.kind === 'person' ? label : null
}

const LONGEST_LABEL = 8

function besideInHeadline({ tokens }: Frame, unit: Unit, at: number): Phrase | null {
  const before = tokens[at - 1]?.text === ':' ? at - 1 : at
  return LEADS_ON.has(tokens[before - 1]?.lower ?? '')
    ? null
    : phraseEndingAt(tokens, before, unit.from)
}

/** Words of a headline, however written, that nobody is: Boone’s Plan Is ‘Dead on Arrival’. */
const LEADS_ON = setOf(JOINERS, STOPPERS, ADVERBS, 'to by through against behind')

function writtenBeside(
  pair: Attribution | null,
  attributions: readonly Attribution[],
): Phrase | null {
  let at = pair
  for (let steps = 0; at !== null && at.speaker === null && steps < 5; steps += 1)
    at = at.sameAs === null ? null : (attributions[at.sameAs] ?? null)
  return at?.speaker ?? null
}

const spanOf = (phrase: Phrase | null): Span | null =>
  phrase === null ? null : { start: phrase.start, end: phrase.end }

/** The quote's sentences, with the short one that says who spoke, where that follows. */
function sentenceOf(frame: Frame, unit: Unit, pair: Attribution | null): Span {
  const tail = pair === null ? undefined : frame.units[pair.unit]
  return { start: unit.start, end: Math.max(unit.end, tail?.end ?? unit.end) }
}
