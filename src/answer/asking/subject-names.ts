import { type Span, slice } from '../../model/span.ts'
import type { Verb } from '../question.ts'
import { unknownName } from './did-you-mean.ts'
import { type FilterFound, type Known, type Looked, NOTHING, squeeze } from './found.ts'
import { namedPlace, namedVoice } from './named.ts'

const FILLERS =
  /^(?:(?:in|at|of|for|the|all|and|reported|how|many|were|was|figures?|numbers?|toll|city|please|by|from)(?:\s+|$))+|[\s?.!,]+$/gi
/** A speaker, in quotation marks or not, and what the quotes are about, which marks alone may set off. */
const SPEAKER =
  /^\s*(?:(?:by|from|of)\s+)?(?<speaker>"[^"]+"|.+?)(?:\s+(?:(?:about|on|regarding|concerning)\s+|(?="))(?<about>.+?))?[\s?.!]*$/i
const ABOUT_ONLY = /^\s*(?:about|on|regarding|concerning)\s+(?<about>.+?)[\s?.!]*$/i
const LEADS_ABOUT = /(?:about|on|regarding|concerning)[\s"]+$/i

interface SubjectLook {
  readonly text: string
  /** The question with its verb and all that was read blanked out. */
  readonly blanked: string
  readonly verb: Verb
  readonly known: Known
  readonly looked: Looked
}

/** What is left after the verb is the place of `casualties` and the speaker of `quotes`. */
export function readSubjectNames(look: SubjectLook): Looked {
  switch (look.verb) {
    case 'casualties':
      return readCasualtiesPlace(look)
    case 'quotes':
      return readSpeaker(look)
    case 'help':
    case 'quote':
    case 'search':
    case 'article':
    case 'check':
    case 'method':
    case 'digest':
    case 'alert':
    case 'corrections':
    case 'mute':
    case 'ask':
      return NOTHING
    default:
      return look.verb satisfies never
  }
}

const isTyped = ({ found }: Looked, key: FilterFound['key']): boolean =>
  found.some((each) => each.key === key)

function readCasualtiesPlace({ text, blanked, known, looked }: SubjectLook): Looked {
  if (isTyped(looked, 'place')) return NOTHING
  const mention = known.lexicon.mentions(blanked).find(({ name }) => name.kind === 'place')
  if (mention !== undefined) {
    const { name } = mention.name
    return {
      ...NOTHING,
      found: [
        {
          key: 'place',
          span: mention.span,
          patch: { place: name },
          shown: name,
          named: slice(text, mention.span),
        },
      ],
    }
  }
  const words = squeeze(squeeze(blanked).replace(FILLERS, ''))
  const span = placeOf(blanked, words)
  if (span === null) return NOTHING
  const { place, suggestions } = namedPlace(words, known.lexicon)
  const shown = place ?? words
  const found: FilterFound = { key: 'place', span, patch: { place: shown }, shown, named: words }
  return place !== null
    ? { ...NOTHING, found: [found] }
    : unknownName({ text, found, suggestions, again: String })
}

function readSpeaker({ text, blanked, known, looked }: SubjectLook): Looked {
  const match = ABOUT_ONLY.exec(blanked) ?? SPEAKER.exec(blanked)
  const about = readAbout(blanked, match?.groups?.about ?? '')
  const found = about === null || isTyped(looked, 'about') ? [] : [about]
  const words = unmarked(match?.groups?.speaker ?? '')
  const span = placeOf(blanked, words)
  if (span === null || isTyped(looked, 'speaker')) return { ...NOTHING, found }
  const { voice, suggestions } = namedVoice(words, known)
  const shown = voice ?? words
  const speaker: FilterFound = {
    key: 'speaker',
    span,
    patch: { speaker: shown },
    shown,
    named: words,
  }
  if (voice !== null) return { ...NOTHING, found: [speaker, ...found] }
  const unknown = unknownName({ text, found: speaker, suggestions, again: String })
  return { ...unknown, found: [speaker, ...found] }
}

function readAbout(blanked: string, typed: string): FilterFound | null {
  const about = unmarked(typed)
  const words = placeOf(blanked, about)
  if (words === null) return null
  const lead = LEADS_ABOUT.exec(blanked.slice(0, words.start))
  const span = { start: lead?.index ?? words.start, end: words.end }
  return { key: 'about', span, patch: { about }, shown: about }
}

const unmarked = (words: string): string => squeeze(words.replaceAll('"', ' '))

/** Where the words stand, whatever white space and marks are between them. */
function placeOf(blanked: string, words: string): Span | null {
  if (squeeze(words) === '') return null
  const pattern = new RegExp(
    squeeze(words)
      .split(' ')
      .map((word) => RegExp.escape(word))
      .join('[\\s"]+'),
  )
  const match = pattern.exec(blanked)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}
