import type { Mention } from '../../names/lexicon.ts'
import type { Reading, Sentence } from '../reading.ts'
import { type Draft, type Refiner, printed, wordAt } from './draft.ts'
import { PEOPLE, SAYING } from './vocabulary.ts'

/** Who says so in one sentence: as written, and whether it points back ("the group", "he"). */
interface SourceFound {
  readonly name: string
  readonly pointsBack: boolean
  /** Token of the verb, or of "according to". */
  readonly verb: number
}

/** Who says so: "according to X", "X said"; "it", "the group" and a nameless monitor by the fullest name given. */
export const nameSources: Refiner = (drafts, reading) => {
  if (drafts.length === 0) return drafts
  const sources = reading.sentences.map((sentence) => sourcesIn(sentence))
  return drafts.map((draft) => ({ ...draft, source: sourceOf(draft, sources, reading) }))
}

/** Sentences through which "the group" can point back, and in which a full name is looked for. */
const FAR = 300
/** Sentences by which an article has given a name in full. */
const NAMED_BY = 40
/** Characters through which a quotation can have begun. */
const LONG_QUOTE = 3000

function sourceOf(
  draft: Draft,
  sources: readonly (readonly SourceFound[])[],
  reading: Reading,
): string | null {
  const own =
    saidOf(draft, sources[draft.sentence.index] ?? []) ?? quotedBefore(draft, sources, reading)
  if (own === null || own === undefined) return null
  return nameOf(own, draft.sentence.index, sources, reading)
}

/** Of several who say something in a sentence, the one whose verb stands nearest to the figure. */
function saidOf(draft: Draft, said: readonly SourceFound[]): SourceFound | null {
  const { first, last } = draft.harmed.figure
  const apart = ({ verb }: SourceFound): number => (verb < first ? first - verb : verb - last)
  return said.toSorted((a, b) => apart(a) - apart(b))[0] ?? null
}

/** The name itself, or whom "it", "the group", "state media" points to. */
function nameOf(
  own: SourceFound,
  index: number,
  sources: readonly (readonly SourceFound[])[],
  reading: Reading,
): string | null {
  if (STATE_MEDIA.test(own.name)) return stateAgency(reading) ?? fullest(own.name, reading)
  if (!own.pointsBack) return fullest(own.name, reading)
  const furthest = Math.max(0, index - FAR)
  for (let at = index; at >= furthest; at -= 1) {
    const before = sources[at]?.findLast(
      (other) =>
        (at < index || other.verb < own.verb) &&
        (!other.pointsBack || !PRONOUN.test(other.name)) &&
        fitsPointer(own.name, other.name),
    )
    if (before === undefined) continue
    return before.pointsBack ? nameOf(before, at, sources, reading) : fullest(before.name, reading)
  }
  return monitorNamed(own.name, reading)
}

const PRONOUN = /^(?:it|he|she|they)$/i

/** The agency or the broadcaster of the state, where the article names it. */
function stateAgency(reading: Reading): string | null {
  for (const { mentions } of reading.sentences.slice(0, FAR)) {
    const named = mentions.find(({ name }) => name.kind === 'organisation' && name.name === 'SANA')
    if (named !== undefined) return named.name.name
  }
  return null
}

/** A sentence inside a quotation that began before it is its speaker's. */
function quotedBefore(
  draft: Draft,
  sources: readonly (readonly SourceFound[])[],
  reading: Reading,
): SourceFound | null {
  const { sentence } = draft
  const before = sentence.paragraph.text.slice(
    Math.max(0, sentence.span.start - LONG_QUOTE),
    sentence.span.start,
  )
  const open =
    (before.match(/[“]/g)?.length ?? 0) > (before.match(/[”]/g)?.length ?? 0) ||
    (before.match(/"/g)?.length ?? 0) % 2 === 1
  if (!open) return null
  for (const step of [-1, 1]) {
    const index = sentence.index + step
    const near = sources[index]?.[0]
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
const NOT_NAMES =
  /^(?:that|it|he|she|they|there|this|which|who|what|plan|agreement|the (?:plan|agreement|deal))$/

function sourcesIn(sentence: Sentence): readonly SourceFound[] {
  const according = namedAfter(ACCORDING, sentence)
  if (according !== null) return [according]
  const said = bySayingVerb(sentence)
  if (said.length > 0) return said
  const other = namedAfter(CITING, sentence) ?? creditedInHeadline(sentence)
  return other === null ? [] : [other]
}

function namedAfter(pattern: RegExp, sentence: Sentence): SourceFound | null {
  const match = pattern.exec(sentence.text)
  const stated = match?.[1]
  if (match === null || stated === undefined) return null
  const rest = stated.replace(TALLY_OF, '')
  const name = nounPhrase(
    nameAtStart(sentence, match.index + match[0].length - rest.length) ?? rest,
  )
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
  return /^(?:['’]?s\b|\s(?:chief|head|director|spokes\w+|correspondent|official|source|reporter|photographer|\p{Lu}))/u.test(
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

/**
 * The subjects of the verbs of saying: before them ("The group said"), or after them behind a quotation
 * ("said Sam Taylor").
 */
function bySayingVerb(sentence: Sentence): readonly SourceFound[] {
  const said: SourceFound[] = []
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    if (!saysAt(sentence, at)) continue
    const subject = isBehindQuote(sentence, at)
      ? subjectAfter(sentence, at)
      : (invertedSubject(sentence, at) ??
        subjectBefore(sentence, at) ??
        subjectOfBoth(sentence, at))
    if (subject !== null) said.push(found(subject, at))
  }
  return said
}

const TOLL = /^(?:toll|number|figure|count|tally|dead)$/

const NOUN_TOO = /^(?:reports|claims|estimates|states|counts|shows|notes|puts)$/
const DETERMINED =
  /^(?:on|of|by|the|these|those|some|media|news|press|from|in|with|to|and|its|their|his|earlier|other|initial|unconfirmed|conflicting|credible)$/

/** A verb of saying; "gave a toll", "put the number", but not "claimed the lives". */
function saysAt(sentence: Sentence, at: number): boolean {
  const word = wordAt(sentence, at)
  if (/^(?:gave|given|gives|giving|provided|issued|put|raised)$/.test(word)) {
    return sentence.tokens.slice(at + 1, at + 8).some((token) => TOLL.test(token.low))
  }
  // "clarity on reports", "the claims": nouns
  if (NOUN_TOO.test(word) && DETERMINED.test(wordAt(sentence, at - 1))) return false
  if (word === 'claimed') return wordAt(sentence, at + 2) !== 'lives'
  // "the army, said to have fired": others say it
  if (word === 'said' && wordAt(sentence, at + 1) === 'to') return false
  return SAYING.has(word)
}

/** "Syrian state television blamed … and said": the subject of both verbs opens the sentence. */
function subjectOfBoth(sentence: Sentence, verb: number): string | null {
  if (wordAt(sentence, verb - 1) !== 'and') return null
  for (let last = 0; last < Math.min(8, verb - 2); last += 1) {
    if (canSpeak(sentence, 0, last) && !SAYER.test(wordAt(sentence, last + 1))) {
      return printed(sentence, 0, last)
    }
  }
  return null
}

/** "Rockets hit Douma, said Rami Abdel Rahman": a person or a body behind the verb, and none before it. */
function invertedSubject(sentence: Sentence, verb: number): string | null {
  if (wordAt(sentence, verb) !== 'said' || wordAt(sentence, verb + 1) === 'that') return null
  const start = sentence.tokens[verb + 1]?.start
  const named = sentence.mentions.some(
    ({ name, span }) => name.kind !== 'place' && span.start === start,
  )
  return named && !canSpeak(sentence, Math.max(0, verb - 4), verb - 1)
    ? subjectAfter(sentence, verb)
    : null
}

const isBehindQuote = (sentence: Sentence, verb: number): boolean =>
  /^[”"“’']$/.test(wordAt(sentence, verb - 1)) ||
  (wordAt(sentence, verb - 1) === ',' && /^[”"“’']$/.test(wordAt(sentence, verb - 2)))

const subjectAfter = (sentence: Sentence, verb: number): string | null =>
  verb + 1 >= sentence.tokens.length
    ? null
    : nounPhrase(printed(sentence, verb + 1, sentence.tokens.length - 1))

const STOPS_SUBJECT =
  /^(?:[,;:.“”"()–]|that|but|while|when|where|who|which|whose|as|with|were|was|after|before|killed|wounded|injured|dead)$/
const NOT_SAYERS =
  /^(?:toll|toll\b.*|number|are|is|were|was|been|be|have|has|had|reportedly|not|to|being|who|which|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
const SAYER =
  /^(?:observatory|monitor|monitors|watchdog|watchdogs|group|agency|activists?|official|officials|source|sources|ministry|army|military|police|doctors?|medic|medics|witness|witnesses|residents?|network|media|television|tv|spokesman|spokeswoman|spokesperson|report|statement|commander|director|head|chief|organisation|organization|un|nations|defence|defense|helmets|rescuers|journalist|correspondent|centre|center|command|coalition|reuters|afp|sana|sohr|he|she|it|they|i|unicef|committee|council|commission|newspaper|broadcaster|photographer|reporter|department|government|regime|pentagon|kremlin|state)$/

/** The noun phrase that ends right before the verb, if it can speak. */
function subjectBefore(sentence: Sentence, verb: number): string | null {
  let last = verb - 1
  while (
    /^(?:also|later|earlier|has|have|had|then|meanwhile|further|jointly|went|on|to|\p{L}+ly)$/u.test(
      wordAt(sentence, last),
    )
  )
    last -= 1
  if (last < 0 || wordAt(sentence, last) === 'and') return null
  // "the army was quoted as saying"
  if (
    /^(?:quoted|cited)$/.test(wordAt(sentence, verb)) &&
    /^(?:was|were)$/.test(wordAt(sentence, last))
  )
    last -= 1
  let first = last
  // ", the state news agency, said": an apposition closes before the verb
  if (wordAt(sentence, last) === ',') return beforeApposition(sentence, last)
  while (first > 0 && !STOPS_SUBJECT.test(wordAt(sentence, first - 1)) && last - first < 14)
    first -= 1
  // "an activist who asked not to be named said": the one before the clause; "which Washington said" is of something else
  if (/^(?:which|who)$/.test(wordAt(sentence, first - 1))) {
    if (first - 2 < 0 || canSpeak(sentence, first, last)) return null
    last = first - 2
    first = last
    while (first > 0 && !STOPS_SUBJECT.test(wordAt(sentence, first - 1)) && last - first < 14)
      first -= 1
  }
  const lastWord = wordAt(sentence, last)
  if (NOT_SAYERS.test(lastWord)) return null
  const name = printed(sentence, first, last)
  const named = sentence.mentions.some(
    (mention) =>
      mention.name.kind !== 'place' &&
      mention.span.start >= (sentence.tokens[first]?.start ?? 0) &&
      mention.span.end <= (sentence.tokens[last]?.end ?? 0),
  )
  const capital = /^\p{Lu}/u.test(printed(sentence, last, last))
  if (
    !named &&
    !capital &&
    !SAYER.test(lastWord) &&
    !SAYER.test(wordAt(sentence, first)) &&
    !hasSayer(sentence, first, last)
  )
    return null
  return fromSayer(sentence, first, last, name)
}

const hasSayer = (sentence: Sentence, first: number, last: number): boolean =>
  sentence.tokens
    .slice(first, last + 1)
    .some(
      (token) =>
        SAYER.test(token.low) && !/^(?:state|army|government|regime|military)$/.test(token.low),
    )

/**
 * Text without commas hangs the subject on what stands before it ("in northern Syria a monitor said"):
 * it begins at the last article, name or pronoun from which on somebody can speak.
 */
function fromSayer(sentence: Sentence, first: number, last: number, name: string): string | null {
  if (/^(?:he|she|it|they)$/.test(wordAt(sentence, last))) return printed(sentence, last, last)
  for (let at = last; at > first; at -= 1) {
    if (!startsName(sentence, at, last) || !canSpeak(sentence, at, last)) continue
    // "activists and a local doctor said": the first of the two
    const own = /^(?:a|an|the)$/.test(wordAt(sentence, at - 1)) ? at - 1 : at
    const paired = own - 2 >= first && wordAt(sentence, own - 1) === 'and' ? own - 2 : own
    const start = SAYER.test(wordAt(sentence, paired)) ? paired : at
    return printed(sentence, start, firstOfTwo(sentence, start, last))
  }
  if (canSpeak(sentence, first, last))
    return printed(sentence, first, firstOfTwo(sentence, first, last))
  return last - first < LONGEST_NAME ? name : null
}

/** More words than that before a verb of saying, none of which can speak, are no name. */
const LONGEST_NAME = 6

/** An article or a name, unless it only completes the one before: "Sam Taylor of the MSF". */
function startsName(sentence: Sentence, at: number, last: number): boolean {
  let back = at - 1
  if (/^(?:a|an|the)$/.test(wordAt(sentence, back))) back -= 1
  if (/^(?:of|at|from|for)$/.test(wordAt(sentence, back))) return false
  if (/^(?:a|an|the)$/.test(wordAt(sentence, at))) return true
  if (isBareSayer(sentence, at)) return true
  const near = sentence.tokens[Math.max(at, last - 2)]?.start ?? 0
  return sentence.mentions.some(
    (mention) =>
      mention.name.kind !== 'place' &&
      mention.span.start === sentence.tokens[at]?.start &&
      mention.span.end >= near,
  )
}

/** "state media", "medical sources" without an article; "monitor says" behind other words of a headline. */
function isBareSayer(sentence: Sentence, at: number): boolean {
  const word = wordAt(sentence, at)
  if (/^\p{Lu}/u.test(printed(sentence, at, at))) return false
  if (SAYER_KIND.test(word)) return SAYER.test(wordAt(sentence, at + 1))
  const before = wordAt(sentence, at - 1)
  return SAYER.test(word) && (/day$|^overnight$/.test(before) || PEOPLE.has(before))
}

const SAYER_KIND =
  /^(?:state|local|medical|military|opposition|rebel|security|official|civil|hospital|diplomatic|rescue)$/

const canSpeak = (sentence: Sentence, first: number, last: number): boolean =>
  hasSayer(sentence, first, last) ||
  sentence.mentions.some(
    (mention) =>
      mention.name.kind !== 'place' &&
      mention.span.start >= (sentence.tokens[first]?.start ?? 0) &&
      mention.span.end <= (sentence.tokens[last]?.end ?? 0),
  )

/** "the monitor and doctors at the scene": the first of two who say it, where it can stand alone. */
function firstOfTwo(sentence: Sentence, first: number, last: number): number {
  for (let at = first + 1; at < last; at += 1) {
    if (wordAt(sentence, at) === 'and' && canSpeak(sentence, first, at - 1)) return at - 1
  }
  return last
}

/** How much a name tells: its capitals, less for "a" or "an". */
const telling = (name: string): number =>
  (name.match(/(?:^|\s)\p{Lu}/gu)?.length ?? 0) - (/^(?:a|an)\s/i.test(name) ? 2 : 0)

/** "A foreign-based monitor, the Syrian Observatory for Human Rights, said": the more telling of the two. */
function beforeApposition(sentence: Sentence, comma: number): string | null {
  let open = comma - 1
  while (open > 0 && wordAt(sentence, open) !== ',') open -= 1
  if (open <= 0) return null
  const inner = printed(sentence, open + 1, comma - 1)
  let first = open - 1
  while (first > 0 && !STOPS_SUBJECT.test(wordAt(sentence, first - 1))) first -= 1
  const outer = printed(sentence, first, open - 1)
  return telling(inner) > telling(outer) && !/^(?:which|who|where)\b/i.test(inner) ? inner : outer
}

const PHRASE_STOPS =
  /[,;:.“”"()[\]–]|\s(?:who|which|that|said|says|claimed|claims|killed|killing|has|have|had|was|were|is|are|and the|as|on (?:\p{Lu}\p{L}+day)|reporting|from|in an?|after|when|while|told|whose)\b/u

/** The noun phrase at the start of a piece of text. */
function nounPhrase(text: string): string | null {
  const end = PHRASE_STOPS.exec(text)?.index ?? text.length
  const name = text.slice(0, end).trim()
  return name === '' || NOT_NAMES.test(name.toLowerCase()) || name.split(' ').length > 16
    ? null
    : name
}

const POINTER =
  /^(?:it|he|she|they|monitor|monitors|monitoring group|war monitor|watchdog|the (?:[\w-]+ ){0,2}(?:group|monitor|observatory|organisation|organization|watchdog)|the (?:same )?(?:agency|ministry|network|source|sources|statement|official|spokesman|correspondent|reporter)|(?:a|an) (?:\S+ )*(?:monitor|monitors|monitoring group|war monitor|watchdog|monitoring organisation))$/i

const found = (name: string, verb: number): SourceFound => ({
  name,
  verb,
  pointsBack: POINTER.test(name),
})

/** "Observatory chief Rami Abdel Rahman" speaks for the body, and is not it. */
const PERSON_OF_BODY = /\b(?:head|chief|director|spokes\w+)\b/i

/** "state media", "the official news agency": the one that the article names. */
const STATE_MEDIA =
  /^(?:the )?(?:[\w’']+ )?(?:official |state |national |government )+(?:[\w’']+ )?(?:news agency|agency|media|television|tv)$/i

const fitsPointer = (pointer: string, name: string): boolean => {
  if (/^(?:he|she)$/i.test(pointer))
    return (
      !/\b(?:observatory|agency|group|network|media|activists|ministry|army)\b/i.test(name) ||
      /\b(?:head|chief|director)\b/i.test(name)
    )
  if (/^they$/i.test(pointer)) return /s$/i.test(name)
  if (/same source/i.test(pointer)) return true
  if (/source/i.test(pointer)) return /source/i.test(name)
  if (/correspondent|reporter/i.test(pointer)) return /correspondent|reporter/i.test(name)
  if (PERSON_OF_BODY.test(name)) return false
  if (/observatory/i.test(pointer)) return /observatory/i.test(name)
  if (/monitor|watchdog/i.test(pointer)) {
    return /observatory|monitor|network|rights|centre|center/i.test(name)
  }
  if (/group/i.test(pointer)) return !/\b(?:agency|media|army|ministry|he|she)\b/i.test(name)
  return true
}

/** "a monitor said" in the lead: the one monitor that the article names later. */
function monitorNamed(pointer: string, reading: Reading): string | null {
  if (!/monitor|observatory|group|watchdog/i.test(pointer)) return null
  for (const sentence of reading.sentences.slice(0, FAR)) {
    for (const mention of sentence.mentions) {
      if (mention.name.kind === 'organisation' && mention.name.type === 'monitor')
        return mention.name.name
    }
  }
  return pointer
}

/** The fullest name that the article gives: the table's first form where a name of it stands in the words. */
function fullest(name: string, reading: Reading): string {
  const mentions = reading.lexicon.mentions(name).filter((mention) => mention.name.kind !== 'place')
  const person = mentions.find((mention) => mention.name.kind === 'person')
  if (person !== undefined) return person.name.name
  const organisation = mentions[0]
  if (
    organisation !== undefined &&
    !/\b(?:source|sources|official|officials|chief|head|director|correspondent|photographer|spokesman|spokeswoman)\b/i.test(
      name,
    )
  )
    return isGiven(organisation, name, reading) ? organisation.name.name : stripped(name)
  const bare = name.replace(/^(?:Mr|Ms|Mrs|Dr)\.?\s+/, '')
  const surname = bare.includes(' ') ? null : fullName(bare, reading)
  return surname ?? stripped(name)
}

/** "the Kremlin" stays so where the article nowhere says "Russian government"; an abbreviation is its name. */
function isGiven({ name, span }: Mention, written: string, reading: Reading): boolean {
  const words = name.name.toLowerCase().split(/[\s-]+/)
  const short = written.slice(span.start, span.end).toLowerCase()
  return (
    short
      .split(/[\s-]+/)
      .some(
        (word) =>
          words.includes(word) ||
          (/^[a-z]{2,6}$/.test(word) && /^\p{Lu}+$/u.test(written.slice(span.start, span.end))),
      ) || reading.sentences.slice(0, NAMED_BY).some(({ text }) => text.includes(name.name))
  )
}

/** "Taylor" → "Sam Taylor", where the article has it. */
function fullName(surname: string, reading: Reading): string | null {
  if (!/^\p{Lu}\p{L}+$/u.test(surname)) return null
  const pattern = new RegExp(`\\p{Lu}[\\p{L}’'-]+ (?:\\p{Lu}[\\p{L}’'-]+ )?${surname}\\b`, 'u')
  for (const sentence of reading.sentences.slice(0, FAR)) {
    const match = pattern.exec(sentence.text)
    if (match !== null) return match[0]
  }
  return null
}

/** Articles and places of a speaker off: "the UK-based Syrian Observatory …" is filed without them. */
const stripped = (name: string): string => name.replace(/^(?:the|a|an)\s+(?=\p{Lu})/u, '')
