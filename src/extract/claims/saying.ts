import type { Sentence } from '../reading.ts'
import { printed, wordAt } from './draft.ts'
import { TIME_NAMES } from './place-words.ts'
import { speakerBefore } from './speakers.ts'
import { PEOPLE } from './vocabulary/people.ts'
import { SAYER, SAYING } from './vocabulary/saying.ts'

/** Who says so in one sentence: as written, and whether it points back ("the group", "he"). */
export interface SourceFound {
  readonly name: string
  readonly pointsBack: boolean
  /** Token of the verb, or of "according to". */
  readonly verb: number
}

const NOT_NAMES =
  /^(?:that|it|he|she|they|there|this|which|who|what|plan|agreement|the (?:plan|agreement|deal))$/

/**
 * The subjects of the verbs of saying: before them ("The group said"), or after them behind a quotation
 * ("said Sam Taylor").
 */
export function bySayingVerb(sentence: Sentence): readonly SourceFound[] {
  const said: SourceFound[] = []
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    if (!saysAt(sentence, at)) continue
    const subject = isBehindQuote(sentence, at)
      ? subjectAfter(sentence, at)
      : (quotedSource(sentence, at) ??
        invertedSubject(sentence, at) ??
        subjectBefore(sentence, at) ??
        subjectOfBoth(sentence, at))
    const speaker = subject === null ? null : speakerBefore(subject)
    if (speaker !== null && !/^(?:our|my)\b/i.test(speaker)) said.push(found(speaker, at))
  }
  return said
}

/** Words of a source between "quoted" and "as saying". */
const QUOTED = 16

/** "the agency quoted a source at Police Command as saying": the source, and not who quotes it. */
function quotedSource(sentence: Sentence, verb: number): string | null {
  if (!/^(?:quot|cit)(?:ed|es|ing)$/.test(wordAt(sentence, verb))) return null
  for (let at = verb + 2; at <= verb + QUOTED; at += 1) {
    if (wordAt(sentence, at) === 'as' && wordAt(sentence, at + 1) === 'saying')
      return printed(sentence, verb + 1, at - 1)
  }
  return null
}

const TOLL = /^(?:toll|number|figure|count|tally|dead)$/

const NOUN_TOO = /^(?:reports|claims|estimates|states|counts|shows|notes|puts)$/
const DETERMINED =
  /^(?:on|of|by|the|these|those|some|media|news|press|from|in|with|to|and|its|their|his|earlier|other|initial|unconfirmed|conflicting|credible)$/

/** A verb of saying; "gave a toll", "put the number", but not "claimed the lives". */
function saysAt(sentence: Sentence, at: number): boolean {
  const word = wordAt(sentence, at)
  if (/^(?:gave|given|gives|giving|provided|issued|put|raised|placed|placing)$/.test(word)) {
    return sentence.tokens.slice(at + 1, at + 8).some((token) => TOLL.test(token.low))
  }
  // "clarity on reports", "the claims": nouns
  if (NOUN_TOO.test(word) && DETERMINED.test(wordAt(sentence, at - 1))) return false
  if (/^claim(?:s|ed)$/.test(word) && claimsDeed(sentence, at)) return false
  // "an estimated 170,000 people": nobody's estimate
  if (word === 'estimated' && /^(?:an?|the)$/.test(wordAt(sentence, at - 1))) return false
  // "the army, said to have fired": others say it
  if (word === 'said' && wordAt(sentence, at + 1) === 'to') return false
  return SAYING.has(word)
}

/** "claimed the lives of", "claims six martyrs", "claimed a bomb attack": a death toll, or a deed. */
const claimsDeed = (sentence: Sentence, at: number): boolean =>
  sentence.tokens
    .slice(at + 1, at + 8)
    .some(({ low }, index) =>
      index < 5 && /^(?:lives|life|martyrs|victims|casualties)$/.test(low)
        ? true
        : /^(?:responsibility|attacks?|bombings?|blasts?|assault)$/.test(low) &&
          /^(?:an?|the|this|that|both|responsibility|previous|earlier|similar|past|several|many|other)$/.test(
            wordAt(sentence, at + 1),
          ),
    )

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
  let at = verb + 1
  while (SO_CALLED.test(wordAt(sentence, at))) at += 1
  const start = sentence.tokens[at]?.start
  const named = sentence.mentions.find(
    ({ name, span }) => name.kind !== 'place' && span.start === start,
  )
  const speaks = canSpeak(sentence, Math.max(0, verb - 4), verb - 1)
  if (at === verb + 1 && named !== undefined && !speaks) return subjectAfter(sentence, verb)
  return closesSentence(sentence, at, named?.span.end ?? null)
    ? subjectAfter(sentence, at - 1)
    : null
}

const SO_CALLED = /^(?:the|so|-|called|so-called|self-styled)$/

/** "… a sect of the president said Talal al-Barazi.": a name, and nothing behind it that it could do. */
function closesSentence(sentence: Sentence, at: number, known: number | null): boolean {
  let end = at
  if (known !== null)
    while ((sentence.tokens[end]?.start ?? Number.POSITIVE_INFINITY) < known) end += 1
  else while (/^(?:al-|el-)?\p{Lu}/u.test(printed(sentence, end, end))) end += 1
  const long = known !== null || (end - at >= 2 && end - at <= 4)
  const named = long && !wordAt(sentence, end - 1).endsWith('day')
  // "said the Observatory on Wednesday"
  if (wordAt(sentence, end) === 'on' && wordAt(sentence, end + 1).endsWith('day')) end += 2
  return named && (end >= sentence.tokens.length || /^[.,;]$/.test(wordAt(sentence, end)))
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

/** The noun phrase that ends right before the verb, if it can speak. */
function subjectBefore(sentence: Sentence, verb: number): string | null {
  let last = verb - 1
  while (
    /^(?:also|later|earlier|has|have|had|then|meanwhile|further|jointly|went|on|to|\p{L}+ly)$/u.test(
      wordAt(sentence, last),
    ) ||
    (/^(?:is|are|was|were)$/.test(wordAt(sentence, last)) && wordAt(sentence, verb).endsWith('ing'))
  )
    last -= 1
  last = beforeDate(sentence, last)
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

/** "The ministry on Nov. 23 said", "The army late on Sunday said": the word before the date; the same one where none is. */
function beforeDate(sentence: Sentence, last: number): number {
  let at = last
  while (DATE_WORD.test(wordAt(sentence, at))) at -= 1
  if (at === last || wordAt(sentence, at) !== 'on') return last
  at -= 1
  while (/^(?:late|early|also)$/.test(wordAt(sentence, at))) at -= 1
  return at
}

const DATE_WORD =
  /^(?:\d{1,2}(?:st|nd|rd|th)?|\.|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

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
  const person = nameBeforeRole(sentence, first, last)
  if (person !== null) return person
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

const NO_NAME =
  /^(?:the|an?|on|in|at|by|of|for|from|with|after|before|since|but|and|while|when|as|earlier|later|meanwhile|also)$/

/**
 * "Lama Fakih the watchdog's deputy said", "The Center for Policy Research an NGO said": a name that opens the sentence,
 * and what its bearer is.
 */
function nameBeforeRole(sentence: Sentence, first: number, last: number): string | null {
  const start = wordAt(sentence, 0) === 'the' ? 1 : 0
  if (first > start) return null
  let end = start
  while (end < start + NAME && isNameWord(sentence, end)) end += 1
  const role = start === 1 ? /^an?$/ : /^(?:the|an?)$/
  const isName = end - start >= 2 && end < last && role.test(wordAt(sentence, end))
  const words = sentence.tokens.slice(start, end)
  const isOther = words.some(({ low }) => TIME_NAMES.test(low) || (start === 0 && SAYER.test(low)))
  return isName && !isOther && !NO_NAME.test(wordAt(sentence, start))
    ? printed(sentence, start, end - 1)
    : null
}

const NAME = 6

const isNameWord = (sentence: Sentence, at: number): boolean =>
  /^(?:(?:al|el|abu)-)?\p{Lu}[\p{L}'’-]+$/u.test(printed(sentence, at, at)) ||
  (/^(?:for|of|and)$/.test(wordAt(sentence, at)) &&
    /^\p{Lu}/u.test(printed(sentence, at + 1, at + 1)))

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
  const counted = PEOPLE.has(before) && /(?:s|men|people|children)$/.test(before)
  return SAYER.test(word) && (/day$|^overnight$/.test(before) || counted)
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
  /[,;:“”"()[\]–]|(?<!\b\p{Lu})\.|\s(?:who|which|that|said|says|claimed|claims|killed|killing|has|have|had|was|were|is|are|an?|and the|as|on (?:\p{Lu}\p{L}+day)|reporting|from|in an?|after|when|while|told|whose)\b/u

/** The noun phrase at the start of a piece of text. */
export function nounPhrase(text: string): string | null {
  const end = PHRASE_STOPS.exec(text)?.index ?? text.length
  const name = text.slice(0, end).trim()
  return name === '' || NOT_NAMES.test(name.toLowerCase()) || name.split(' ').length > 16
    ? null
    : name
}

const POINTER =
  /^(?:it|he|she|they|monitor|monitors|monitoring group|war monitor|watchdog|the (?:[\w-]+ ){0,2}(?:group|monitor|observatory|organisation|organization|watchdog)|the (?:same |monthly |annual |rights |war )?(?:agency|ministry|network|report|study|source|sources|statement|official|spokesman|correspondent|reporter)|(?:a|an) (?:\S+ )*(?:monitor|monitors|monitoring group|war monitor|watchdog|monitoring organisation))$/i

export const found = (name: string, verb: number): SourceFound => ({
  name,
  verb,
  pointsBack: POINTER.test(name),
})
