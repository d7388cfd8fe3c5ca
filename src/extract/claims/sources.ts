import type { Reading, Sentence } from '../reading.ts'
import { type Draft, type Refiner, wordAt } from './draft.ts'
import { bySayingVerb, found, nounPhrase, type SourceFound } from './saying.ts'
import {
  FAR,
  fitsPointer,
  fullest,
  monitorNamed,
  STATE_MEDIA,
  stateAgency,
} from './source-names.ts'
import { speakerBehind } from './speakers.ts'
import { PEOPLE } from './vocabulary/people.ts'
import { SAYER } from './vocabulary/saying.ts'

/** Who says so: "according to X", "X said"; "it", "the group" and a nameless monitor by the fullest name given. */
export const nameSources: Refiner = (drafts, reading) => {
  if (drafts.length === 0) return drafts
  const known: (readonly SourceFound[] | undefined)[] = []
  const sources: SourcesAt = (index) => {
    const sentence = reading.sentences[index]
    return sentence === undefined ? [] : (known[index] ??= sourcesIn(sentence))
  }
  const counting = new Set(drafts.map(({ sentence }) => sentence))
  return drafts.map((draft) => ({
    ...draft,
    source:
      sourceOf(draft, sources, reading) ?? sourceBehindLead(draft, { sources, reading, counting }),
  }))
}

/** Sentences right behind the headline and the lead. */
const LEAD = 2
const THE_EVENT =
  /\b(?:the|this|that) (?:[\w-]+ ){0,2}(?:attacks?|(?:air)?strikes?|raids?|bombs?|bombings?|blasts?|explosions?|shelling|bombardment|assault|ambush|clashes|massacre|killings?)\b(?! (?:of|in (?!the))\b)/i

/** "A blast killed 48. The attack was among the deadliest, the Observatory said": who tells of the event that the lead counts. */
function sourceBehindLead(
  { sentence, cumulative }: Draft,
  {
    sources,
    reading,
    counting,
  }: { sources: SourcesAt; reading: Reading; counting: ReadonlySet<Sentence> },
): string | null {
  const next = reading.sentences[sentence.index + 1]
  if (next === undefined || sentence.index > LEAD || cumulative || counting.has(next)) return null
  if (sentence.paragraph.kind === 'headline' || !THE_EVENT.test(next.text)) return null
  const said = sources(next.index)[0]
  return said === undefined ? null : nameOf(said, next.index, sources, reading)
}

/** Who says something in the sentence of a position; read when it is asked for. */
type SourcesAt = (index: number) => readonly SourceFound[]

/** Characters through which a quotation can have begun. */
const LONG_QUOTE = 3000

function sourceOf(draft: Draft, sources: SourcesAt, reading: Reading): string | null {
  const own = saidOf(draft, sources(draft.sentence.index)) ?? quotedBefore(draft, sources, reading)
  if (own === null) return null
  return nameOf(own, draft.sentence.index, sources, reading)
}

/** Of several who say something in a sentence, the one whose verb stands nearest to the figure. */
function saidOf(draft: Draft, said: readonly SourceFound[]): SourceFound | null {
  const { first, last } = draft.harmed.figure
  const apart = ({ verb }: SourceFound): number => (verb < first ? first - verb : verb - last)
  return (
    said.filter((source) => !saysOther(draft, source)).toSorted((a, b) => apart(a) - apart(b))[0] ??
    null
  )
}

/** "up to 35 died; Moscow says it flew no missions", "killed 120, as Washington said a deal was near": that is not of them. */
function saysOther({ sentence, harmed }: Draft, { verb }: SourceFound): boolean {
  const [from, to] = [Math.min(harmed.figure.last, verb), Math.max(harmed.figure.first, verb)]
  const parted = sentence.tokens
    .slice(from + 1, to)
    .some(
      ({ low }, at) =>
        low === ';' ||
        (verb > harmed.at && opensClause(sentence, from + 1 + at)) ||
        (verb > harmed.at &&
          verb - from - 1 - at <= 3 &&
          /^(?:since|when|after|before|because|if)$/.test(low)),
    )
  return parted && (verb < harmed.figure.first || goesOn(sentence, verb))
}

const opensClause = (sentence: Sentence, at: number): boolean =>
  /^(?:while|whereas|but|although|though)$/.test(wordAt(sentence, at)) ||
  (wordAt(sentence, at) === 'as' &&
    !/^(?:well|many|much|such|part)$/.test(wordAt(sentence, at + 1)) &&
    !/^(?:well|far|such|many)$/.test(wordAt(sentence, at - 1)))

/** A verb of saying with something said behind it. */
const goesOn = (sentence: Sentence, verb: number): boolean =>
  !/^(?:|[.,;”"]|on|in|late|earlier|later|today|yesterday|adding|without|citing|quoting|by|via|through|separately|\p{L}+day)$/u.test(
    wordAt(sentence, verb + 1),
  )

/** The name itself, or whom "it", "the group", "state media" points to. */
function nameOf(
  own: SourceFound,
  index: number,
  sources: SourcesAt,
  reading: Reading,
): string | null {
  if (STATE_MEDIA.test(own.name)) return stateAgency(reading) ?? fullest(own.name, reading)
  if (!own.pointsBack) return fullest(own.name, reading)
  const furthest = Math.max(0, index - FAR)
  for (let at = index; at >= furthest; at -= 1) {
    const before = sources(at).findLast(
      (other) =>
        (at < index || other.verb < own.verb) &&
        (!other.pointsBack || !PRONOUN.test(other.name)) &&
        fitsPointer(own.name, other.name, reading.lexicon),
    )
    if (before === undefined) continue
    return before.pointsBack ? nameOf(before, at, sources, reading) : fullest(before.name, reading)
  }
  return monitorNamed(own.name, reading)
}

const PRONOUN = /^(?:it|he|she|they)$/i

/** A sentence inside a quotation that began before it is its speaker's. */
function quotedBefore(draft: Draft, sources: SourcesAt, reading: Reading): SourceFound | null {
  const { sentence } = draft
  const before = sentence.paragraph.text.slice(
    Math.max(0, sentence.span.start - LONG_QUOTE),
    sentence.span.start,
  )
  const open =
    (before.match(/[“]/g)?.length ?? 0) > (before.match(/[”]/g)?.length ?? 0) ||
    (before.match(/"/g)?.length ?? 0) % 2 === 1
  if (!open) return null
  for (const step of [-1, 1, -2, 2]) {
    const index = sentence.index + step
    const near = sources(index)[0]
    if (reading.sentences[index]?.paragraph === sentence.paragraph && near !== undefined)
      return near
  }
  return null
}

const ACCORDING = /\b(?:according to|as reported by)\s+(.+)$/i
const CITING = /\b(?:citing|cited by|quoting)\s+(.+)$/i
/** "a tally by the Observatory", "a new toll from the monitor": the count is theirs. */
const TALLY_OF =
  /^(?:a|an|the|its|their)\s+(?:\w+\s+)?(?:tally|toll|count|figures?|statement|report|update|source)\s+(?:kept |compiled |issued |published |released )?(?:by|from|of)\s+(?=the|a|\p{Lu})/u
function sourcesIn(sentence: Sentence): readonly SourceFound[] {
  const according = namedAfter(ACCORDING, sentence)
  const said = bySayingVerb(sentence)
  // "the ministry said that according to initial reports": the ministry tells
  if (according !== null && !(said.length > 0 && NAMELESS.test(according.name))) return [according]
  if (said.length > 0) return said
  const other = namedAfter(CITING, sentence) ?? creditedInHeadline(sentence)
  return other === null ? [] : [other]
}

const NAMELESS =
  /^(?:the )?(?:initial|preliminary|early|first|unconfirmed) (?:reports?|figures|results|information|estimates?|findings)$/i

/** "according to media reports the party's fighters killed": text without commas runs on behind them. */
const REPORTS =
  /^(?:\p{Ll}+ ){0,2}(?:reports|media|sources|activists|officials|figures)(?= (?:the |an? )?\p{Lu})/u

function namedAfter(pattern: RegExp, sentence: Sentence): SourceFound | null {
  const match = pattern.exec(sentence.text)
  const stated = match?.[1]
  if (match === null || stated === undefined) return null
  const rest = stated.replace(TALLY_OF, '')
  const phrase = nounPhrase(
    REPORTS.exec(rest)?.[0] ??
      nameAtStart(sentence, match.index + match[0].length - rest.length) ??
      rest,
  )
  const name = phrase === null ? null : speakerBehind(phrase)
  if (
    name === null ||
    !mayTell(name) ||
    /^(?:a|an|the) (?:deal|plan|agreement|law|statement)\b/i.test(name)
  )
    return null
  const start = sentence.span.start + match.index
  return found(
    name,
    sentence.tokens.findIndex((token) => token.start >= start),
  )
}

/** "according to type, location and flight patterns": somebody tells, or at least a name does. */
const mayTell = (name: string): boolean =>
  /\p{Lu}/u.test(name) ||
  name
    .split(/[\s-]+/)
    .some((word) => SAYER.test(word.toLowerCase()) || PEOPLE.has(word.toLowerCase())) ||
  /\b(?:tally|toll|count|figures?|data|estimates?|reports?|accounts?|media)\b/i.test(name)

/** A name of the tables that begins here ends here too: text without commas runs on behind it. */
function nameAtStart(sentence: Sentence, offset: number): string | null {
  const start = sentence.span.start + offset
  const mention = sentence.mentions.find(
    ({ name, span }) =>
      name.kind === 'organisation' && span.start >= start && span.start <= start + 12,
  )
  if (mention === undefined) return null
  const after = sentence.paragraph.text.slice(mention.span.end)
  // "the Observatory’s head", "Reuters correspondent Omar": the name only opens a longer one
  return /^(?:['’]?s\b|\s(?:chief|head|director|spokes\w+|correspondent|official|source|reporter|photographer|media|press|television|tv|ministry|\p{Lu}))/u.test(
    after,
  )
    ? null
    : sentence.paragraph.text.slice(start, mention.span.end)
}

const HEADLINE_CREDIT =
  /[\s–—:|-](Monitor|Monitors|NGO|Observatory|SOHR|Activists|Source|Sources|Medical source|Medics|Rescuers|State media|State TV|SANA|UN|Ministry)\s*$/i

/** "Air strike kills 11 in Idlib: monitor": who says so closes the headline. */
function creditedInHeadline(sentence: Sentence): SourceFound | null {
  const credit =
    sentence.paragraph.kind === 'headline' ? HEADLINE_CREDIT.exec(sentence.text)?.[1] : undefined
  if (credit === undefined) return null
  return found(/^(?:monitors?|ngo|observatory)$/i.test(credit) ? 'a monitor' : credit, 0)
}
