import { type Span, slice } from '../../model/span.ts'
import type { Verb } from '../question.ts'
import { type FilterFound, type Known, leavingOut, type Looked, NOTHING, squeeze } from './found.ts'
import { namedPlace, namedVoice } from './named.ts'

const FILLERS =
  /^(?:(?:in|at|of|for|the|all|and|reported|how|many|were|was|figures?|numbers?|toll|city|please|by|from)(?:\s+|$))+|[\s?.!,]+$/gi
const SPEAKER =
  /^\s*(?:(?:by|from|of)\s+)?(.+?)(?:\s+(?:about|on|regarding|concerning)\s+(.+?))?[\s?.!]*$/i

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
    : unknownName({ text, found, kind: 'place', suggestions })
}

function readSpeaker({ text, blanked, known, looked }: SubjectLook): Looked {
  const match = SPEAKER.exec(blanked)
  const words = squeeze(match?.[1] ?? '')
  const about = squeeze(match?.[2] ?? '')
  const found: FilterFound[] = []
  const aboutSpan = placeOf(blanked, match?.[2] ?? '')
  if (about !== '' && aboutSpan !== null && !isTyped(looked, 'about')) {
    const start = blanked.slice(0, aboutSpan.start).search(/(?:about|on|regarding|concerning)\s+$/i)
    found.push({
      key: 'about',
      span: { start: Math.max(0, start), end: aboutSpan.end },
      patch: { about },
      shown: about,
    })
  }
  const aboutOnly = /^(?:about|on|regarding|concerning)\s+(.+)$/i.exec(words)?.[1]
  const span = placeOf(blanked, words)
  if (span === null || isTyped(looked, 'speaker')) return { ...NOTHING, found }
  if (aboutOnly !== undefined && found.length === 0)
    return {
      ...NOTHING,
      found: [{ key: 'about', span, patch: { about: aboutOnly }, shown: aboutOnly }],
    }
  const { voice, suggestions } = namedVoice(words, known)
  const speaker: FilterFound = {
    key: 'speaker',
    span,
    patch: { speaker: voice ?? words },
    shown: voice ?? words,
    named: words,
  }
  if (voice !== null) return { ...NOTHING, found: [speaker, ...found] }
  const unknown = unknownName({ text, found: speaker, kind: 'speaker', suggestions })
  return { ...unknown, found: [speaker, ...found] }
}

/** Where the words stand, whatever white space is between them. */
function placeOf(blanked: string, words: string): Span | null {
  if (squeeze(words) === '') return null
  const pattern = new RegExp(
    squeeze(words)
      .split(' ')
      .map((word) => RegExp.escape(word))
      .join('\\s+'),
  )
  const match = pattern.exec(blanked)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

function unknownName({
  text,
  found,
  kind,
  suggestions,
}: {
  readonly text: string
  readonly found: FilterFound
  readonly kind: 'place' | 'speaker'
  readonly suggestions: readonly string[]
}): Looked {
  const rest = leavingOut(text, [found.span])
  return {
    ...NOTHING,
    found: [found],
    problems: [
      {
        what: `The tables have no ${kind} “${found.shown}”.`,
        hint:
          suggestions.length > 0
            ? `Did you mean ${suggestions.join(' or ')}?`
            : 'It is looked for as typed.',
        instead: suggestions.map((name) => `${rest} ${name}`),
      },
    ],
  }
}
