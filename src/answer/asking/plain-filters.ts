import { type Span, slice } from '../../model/span.ts'
import { ACTOR_WORDS, GROUP_WORDS, HARM_WORDS, meaning, anyWordOf } from './filter-words.ts'
import { both, type FilterFound, type Known, type Looked, NOTHING, squeeze } from './found.ts'
import { namedVoice } from './named.ts'
import { asFilter, unknownName } from './did-you-mean.ts'

const PLACE_BEFORE =
  /(?:^|\s)((?:in|at|near|around|inside|within|outside|on|from|for|of)\s+(?:the\s+)?(?:(?:city|town|province|countryside)\s+of\s+)?)$/i
const VOICE =
  /(?<!\p{L})(?:according to|as told by|via|says|said by|reported by)\s+(?:the\s+)?(?=\S)/giu
const BY = new RegExp(
  `(?<!\\p{L})by\\s+(?:the\\s+)?(${anyWordOf(ACTOR_WORDS)})(?:\\s+(?:fire|forces|shelling|attacks|strikes|air ?strikes))?(?![\\p{L}-])`,
  'giu',
)
const HARM = new RegExp(`(?<!\\p{L})(${anyWordOf(HARM_WORDS)})(?![\\p{L}-])`, 'giu')
const GROUP = new RegExp(`(?<!\\p{L})(${anyWordOf(GROUP_WORDS)})(?![\\p{L}-])`, 'giu')

interface Look {
  readonly blanked: string
  readonly known: Known
}

/** "in Aleppo", "according to SANA": plain words that narrow any answer. */
export function readPlainFilters(look: Look): Looked {
  return both(readVoice(look), readPlace(look))
}

function readPlace({ blanked, known }: Look): Looked {
  for (const { span, name } of known.lexicon.mentions(blanked)) {
    if (name.kind !== 'place') continue
    const before = PLACE_BEFORE.exec(blanked.slice(0, span.start))?.[1]
    if (before === undefined) continue
    const whole = { start: span.start - before.length, end: span.end }
    return {
      ...NOTHING,
      found: [
        {
          key: 'place',
          span: whole,
          patch: { place: name.name },
          shown: name.name,
          named: slice(blanked, span),
        },
      ],
    }
  }
  return NOTHING
}

function readVoice({ blanked, known }: Look): Looked {
  for (const match of blanked.matchAll(VOICE)) {
    const start = match.index + match[0].length
    const voice = voiceAt(blanked, start, known)
    if (voice === null) continue
    const span = { start: match.index, end: voice.end }
    return {
      ...NOTHING,
      found: [
        {
          key: 'source',
          span,
          patch: { source: voice.name },
          shown: voice.name,
          named: blanked.slice(start, voice.end),
        },
      ],
    }
  }
  return NOTHING
}

const TOLD_BY =
  /(?<!\p{L})(?:according to|as told by|reported by)\s+(?:the\s+)?(.+?)(?=\s+(?:in|at|near|since|from|on|after|before|between|about|by|and)\s|\s+\p{L}+:|\s*[?.!,;]|\s*$)/iu

/** "according to the Syrain Observatory": a voice of no table is kept as typed, with the names that it comes close to. */
export function readUnknownVoice({
  text,
  blanked,
  known,
}: Look & { readonly text: string }): Looked {
  const match = TOLD_BY.exec(blanked)
  const words = squeeze(match?.[1] ?? '')
  if (match === null || words === '') return NOTHING
  const span = { start: match.index, end: match.index + match[0].length }
  const { suggestions } = namedVoice(words, known)
  const kept = { key: 'source', span, patch: { source: words }, shown: words } as const
  return unknownName({ text, found: kept, suggestions, again: asFilter('source') })
}

/** The longest run of up to seven words from here that names a voice. */
function voiceAt(
  text: string,
  start: number,
  known: Known,
): { readonly name: string; readonly end: number } | null {
  const mention = known.lexicon
    .mentions(text)
    .find(({ span, name }) => span.start === start && name.kind !== 'place')
  if (mention !== undefined) return { name: mention.name.name, end: mention.span.end }
  const words = [...text.slice(start).matchAll(/\S+/g)].slice(0, 7)
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1]
    if (last === undefined) break
    const end = start + last.index + last[0].replace(/[?.,!;:]+$/, '').length
    const { voice } = namedVoice(text.slice(start, end), known)
    if (voice !== null) return { name: voice, end }
  }
  return null
}

/** Words of the closed lists, read only for figures: "children killed by rebels". */
export function readFigureWords(blanked: string): Looked {
  const by = first(blanked, BY, (word, span) => {
    const actor = meaning(ACTOR_WORDS, word)
    return actor === null
      ? null
      : { key: 'by', span, patch: { by: actor }, shown: actor.replaceAll('_', ' ') }
  })
  const rest = by.found.reduce((text, { span }) => cut(text, span), blanked)
  const group = first(rest, GROUP, (word, span) => {
    const value = meaning(GROUP_WORDS, word)
    return value === null
      ? null
      : { key: 'group', span, patch: { group: value }, shown: value.replaceAll('_', ' ') }
  })
  const harm = first(
    group.found.reduce((text, { span }) => cut(text, span), rest),
    HARM,
    (word, span) => {
      const value = meaning(HARM_WORDS, word)
      return value === null ? null : { key: 'harm', span, patch: { harm: value }, shown: value }
    },
  )
  return both(both(by, group), harm)
}

const cut = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)

function first(
  text: string,
  pattern: RegExp,
  read: (word: string, span: Span) => FilterFound | null,
): Looked {
  for (const match of text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const found = read((match[1] ?? '').replace(/\s+/g, ' '), span)
    if (found !== null) return { ...NOTHING, found: [found] }
  }
  return NOTHING
}
