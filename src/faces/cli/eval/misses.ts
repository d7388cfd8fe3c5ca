import type { Article } from '../../../model/article.ts'
import { slice } from '../../../model/span.ts'
import { sentences } from '../../../text/sentences.ts'
import type { Note, Reading } from '../extract.ts'
import { bareId, foldForScore, jaccard } from './alike.ts'
import type { Miss } from './tally.ts'

export interface Told {
  /** How many misses of each kind are listed. */
  readonly most: number
  /** The articles by bare id, with what each rule did in them. */
  readonly read: ReadonlyMap<string, Reading>
}

const KINDS = ['missed', 'extra', 'wrong'] as const satisfies readonly Miss['kind'][]

/** Each mistake with the rules that led to it, kind by kind. */
export const missLines = (judged: string, misses: readonly Miss[], told: Told): string[] =>
  KINDS.flatMap((kind) => {
    const some = misses.filter((miss) => miss.kind === kind)
    const rest = some.length - told.most
    return [
      ...some
        .slice(0, told.most)
        .flatMap((miss) => [
          `${judged} ${kind}: ${miss.article ?? ''} ${miss.what}`,
          ...whyLines(miss, told.read).map((line) => `    ${line}`),
        ]),
      ...(rest > 0 ? [`${judged} ${kind}: ${rest} more`] : []),
    ]
  })

function whyLines({ at, article, kind }: Miss, read: Told['read']): string[] {
  const reading = read.get(bareId(article ?? ''))
  if (at === undefined || reading === undefined) return []
  const place = nearest(reading.article, at.sentence)
  if (place === null) return ['the article as it is read holds no such sentence']
  const here = reading.notes.filter((note) => isIn(note, place))
  const own = here.filter(({ text }) => isAbout(text, at.words))
  const notes = kind === 'missed' || own.length === 0 ? here : own
  return [
    ...(foldForScore(place.text).includes(foldForScore(at.sentence))
      ? []
      : [`read as “${place.text}”`]),
    ...(notes.length === 0 ? ['no rule found anything in it'] : notes.map(noteLine)),
  ]
}

const noteLine = ({ rule, text }: Note): string => `${rule}: ${text}`

interface Place {
  readonly paragraph: number
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The sentence of an article that a text is, or is in, or is most like; null where nothing is alike. */
function nearest(article: Article, wanted: string): Place | null {
  const key = foldForScore(wanted)
  if (key === '') return null
  let best: { readonly place: Place; readonly fit: number } | null = null
  for (const { number, text } of article.paragraphs)
    for (const span of sentences(text)) {
      const own = slice(text, span)
      const fit = foldForScore(own).includes(key) ? 2 : jaccard(own, wanted)
      if (fit > (best?.fit ?? 0.3)) best = { place: { ...span, paragraph: number, text: own }, fit }
    }
  return best?.place ?? null
}

const isIn = ({ paragraph, sentence }: Note, place: Place): boolean =>
  paragraph === place.paragraph && sentence.start < place.end && place.start < sentence.end

/** Whether a note is about some words: they stand first in it, in quotation marks. */
function isAbout(note: string, words: string): boolean {
  const about = foldForScore(/^“(?<about>.*?)”[:, ]/u.exec(note)?.groups?.['about'] ?? note)
  const own = foldForScore(words)
  return about.includes(own) || own.includes(about)
}
