import type { Lexicon, Mention } from '../../names/lexicon.ts'
import type { Reading } from '../reading.ts'

/** Sentences through which "the group" can point back, and in which a full name is looked for. */
export const FAR = 300
/** Sentences by which an article has given a name in full. */
const NAMED_BY = 40

/** The agency or the broadcaster of the state, where the article names it. */
export function stateAgency(reading: Reading): string | null {
  for (const { mentions } of reading.sentences.slice(0, FAR)) {
    const named = mentions.find(({ name }) => name.kind === 'organisation' && name.name === 'SANA')
    if (named !== undefined) return named.name.name
  }
  return null
}

/** "Observatory chief Rami Abdel Rahman" speaks for the body, and is not it. */
const PERSON_OF_BODY = /\b(?:head|chief|director|spokes\w+)\b/i

/** "state media", "the official news agency": the one that the article names. */
export const STATE_MEDIA =
  /^(?:the )?(?:[\w’']+ )?(?:official |state |national |government )+(?:[\w’']+ )?(?:news agency|agency|media|television|tv)$/i

const isPerson = (name: string, lexicon: Lexicon): boolean =>
  lexicon.mentions(name).some((mention) => mention.name.kind === 'person')

const isBody = (name: string, lexicon: Lexicon): boolean =>
  /\b(?:group|network|watchdog|organi[sz]ation)\b/i.test(name) ||
  lexicon.mentions(name).some((mention) => mention.name.kind === 'organisation')

export const fitsPointer = (pointer: string, name: string, lexicon: Lexicon): boolean => {
  if (/^(?:he|she)$/i.test(pointer))
    return (
      !/\b(?:observatory|agency|groups?|networks?|media|activists|ministry|army|officials|sources|medics|doctors|rescuers|residents|witnesses|monitors?)\b/i.test(
        name,
      ) || /\b(?:head|chief|director)\b/i.test(name)
    )
  if (/^they$/i.test(pointer)) return /s$/i.test(name)
  if (/same source/i.test(pointer)) return true
  if (/source/i.test(pointer)) return /source/i.test(name)
  if (/report$|study$/i.test(pointer)) return isBody(name, lexicon)
  // who quoted a source goes on with what it said
  if (/correspondent|reporter/i.test(pointer)) return /correspondent|reporter|source/i.test(name)
  if (PERSON_OF_BODY.test(name)) return false
  if (/^it$/i.test(pointer) && isPerson(name, lexicon)) return false
  if (/observatory/i.test(pointer)) return /observatory/i.test(name)
  if (/monitor|watchdog/i.test(pointer)) {
    return /observatory|monitor|network|rights|centre|center/i.test(name)
  }
  if (/group/i.test(pointer)) return !/\b(?:agency|media|army|ministry|he|she)\b/i.test(name)
  return true
}

/** "a monitor said" in the lead: the one monitor that the article names later. */
export function monitorNamed(pointer: string, reading: Reading): string | null {
  if (!/monitor|observatory|group|watchdog/i.test(pointer)) return null
  for (const sentence of reading.sentences.slice(0, FAR)) {
    for (const mention of sentence.mentions) {
      if (
        mention.name.kind === 'organisation' &&
        mention.name.type === 'monitor' &&
        !/\b(?:media|news|press)\b/i.test(mention.name.name)
      )
        return mention.name.name
    }
  }
  return pointer
}

/** The fullest name that the article gives: the table's first form where a name of it stands in the words. */
export function fullest(name: string, reading: Reading): string {
  const mentions = reading.lexicon.mentions(name).filter((mention) => mention.name.kind !== 'place')
  const person = mentions.find((mention) => mention.name.kind === 'person')
  if (person !== undefined) return asGiven(person, name, reading)
  const organisation = mentions[0]
  if (
    organisation !== undefined &&
    !/\b(?:source|sources|official|officials|chief|head|director|correspondent|photographer|spokesman|spokeswoman)\b/i.test(
      name,
    )
  )
    return isGiven(organisation, name, reading) &&
      !OTHER_BODY.test(name.slice(organisation.span.end))
      ? asGiven(organisation, name, reading)
      : stripped(name)
  const bare = name.replace(/^(?:Mr|Ms|Mrs|Dr)\.?\s+/, '')
  const surname = bare.includes(' ') ? null : fullName(bare, reading)
  return surname ?? stripped(name)
}

/** "Turkish state media" are not the Turkish state. */
const OTHER_BODY = /^\s+(?:media|press|television|tv|radio|army|military|police|ministry)\b/i

/** The table's form where the article has it or but a word of it, else the longest that the article has: "Talal Barazzi". */
function asGiven({ name, span: own }: Mention, written: string, reading: Reading): string {
  let longest = written.slice(own.start, own.end)
  for (const { text, paragraph, mentions } of reading.sentences.slice(0, NAMED_BY)) {
    if (name.name.includes(' ') && text.includes(name.name)) return name.name
    for (const { name: other, span } of mentions)
      if (other === name && span.end - span.start > longest.length)
        longest = paragraph.text.slice(span.start, span.end)
  }
  return longest.includes(' ') ? longest : name.name
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
