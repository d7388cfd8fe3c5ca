import type { Aside, QuotesAnswer, Said, Telling, Wording } from '../quotes.ts'
import { type Citation, type Line, type Offer, plain, type Report, type Run } from '../report.ts'
import { mostQuoted, type Voice } from '../speech/most-quoted.ts'
import { didYouMean } from '../asking/did-you-mean.ts'
import { daysWords } from './days.ts'
import { articlesInWords, counted, line, note, quoted, strong } from './words.ts'

/** How many statements a page shows; the words around them, on the first page only, are fewer. */
const PAGE = 10
const MOST_ASIDES = 8
const MOST_WORDS = 10
const MOST_VOICES = 6

export interface QuotesTelling {
  /** The question as typed, and the page of the list, from 1. */
  readonly asked: string
  readonly page: number
}

/** Direct quotes in words, newest first, and below them what only looks like one. */
export function tellQuotes(answer: QuotesAnswer, { asked, page }: QuotesTelling): Report {
  const voices = mostQuoted(answer.said)
  if (isOpen(answer) && voices.length > 1) return askForName(answer, voices)
  const pages = Math.max(1, Math.ceil(answer.said.length / PAGE))
  const at = Math.min(Math.max(1, page), pages)
  const shown = answer.said.slice((at - 1) * PAGE, at * PAGE)
  return {
    title: `${titleOf(answer)}${pages > 1 ? `, page ${at} of ${pages}` : ''}`,
    lead: leadOf(answer),
    understood: [],
    sections: [
      {
        heading: 'In quotation marks, newest first',
        lines: shown.flatMap((said) => saidLines(said, answer)),
      },
      ...(at === 1 ? asideSections(answer) : []),
    ].filter(({ lines }) => lines.length > 0),
    offers: offersOf(answer, { asked, at, pages }),
  }
}

/** Nothing was asked for but quotes: no speaker, no subject, no days. */
const isOpen = ({ filters }: QuotesAnswer): boolean =>
  filters.speaker === null &&
  filters.about === null &&
  filters.from === null &&
  filters.to === null &&
  filters.outlet === null

/** Everybody's quotes in one list are nobody's answer: whose is asked first, with those who speak most. */
function askForName(answer: QuotesAnswer, voices: readonly Voice[]): Report {
  const shown = voices.slice(0, MOST_VOICES)
  const names = shown.map(({ speaker }) => speaker)
  return {
    title: titleOf(answer),
    lead: line([
      strong('Whose? '),
      plain(
        `The coverage quotes ${counted(voices.length, 'speaker')}. Type “quotes” and a name, such as `,
      ),
      ...nameRuns(names[0] ?? null),
      plain('.'),
    ]),
    understood: [],
    sections: [
      {
        heading: 'Most quoted',
        lines: shown.map(voiceLine),
      },
    ],
    offers: names.map((name) => ({ label: `Quotes: ${name}`, ask: `quotes ${name}` })),
  }
}

function voiceLine({ speaker, said }: Voice): Line {
  const newest = said[0]
  const wording = newest?.wordings[0]
  if (newest === undefined || wording === undefined) return line(nameRuns(speaker))
  return line(
    [
      ...nameRuns(speaker),
      plain(`, ${counted(said.length, 'quote')}; the newest${dayWords(newest)}: `),
      ...inMarks(wording.words),
    ],
    citations(wording),
  )
}

const titleOf = ({ speaker }: QuotesAnswer): string =>
  speaker === null ? 'Quotes in the coverage' : `Quotes: ${withoutNumbers(speaker)}`

/** A title cites nothing, so it holds no number: "a 34-year-old father" is shown in the lines. */
const withoutNumbers = (name: string): string => (/\p{N}/u.test(name) ? 'one speaker' : name)

function leadOf(answer: QuotesAnswer): Line {
  const newest = answer.said[0]
  const wording = newest?.wordings[0]
  if (newest === undefined || wording === undefined) return noneOf(answer)
  const count = counted(answer.said.length, 'quote')
  const who = answer.speaker === null ? [plain(', by '), ...nameRuns(newest.speaker)] : []
  return line(
    [
      plain(`${count}; the newest${dayWords(newest)}`),
      ...who,
      plain(': '),
      ...inMarks(wording.words),
    ],
    citations(wording),
  )
}

const PRONOUNS = { his: 'him', her: 'her', its: 'it', their: 'them' } as const

/** Nobody is quoted: whether the coverage names them at all is said, so that silence is not mistaken for a gap. */
function noneOf({ speaker, named, near, filters, pronoun }: QuotesAnswer): Line {
  const narrowed = filters.about === null ? '' : ' on that'
  if (speaker === null)
    return line([strong('The coverage does not say: '), plain(`it quotes nobody${narrowed}.`)])
  const who = withoutNumbers(speaker)
  const known =
    named === 0
      ? `it quotes no words of ${who}${narrowed} and does not name them.`
      : `it quotes no words of ${who}${narrowed}. ${counted(named, 'article')} ${named === 1 ? 'names' : 'name'} ${PRONOUNS[pronoun]}.`
  const meant = near.length === 0 ? '' : ` ${didYouMean(near.map(withoutNumbers))}`
  return line([strong('The coverage does not say: '), plain(known + meant)])
}

function saidLines(said: Said, answer: QuotesAnswer): readonly Line[] {
  const [first, ...others] = said.wordings
  const telling = first?.tellings[0]
  if (first === undefined || telling === undefined) return []
  const who = answer.speaker === null ? [...nameRuns(said.speaker), plain(', ')] : []
  return [
    line(
      [
        ...who,
        strong(daysWords(said.day, said.day) || 'Not dated'),
        plain(' '),
        ...inMarks(first.words),
        ...beside(telling, first),
      ],
      citations(first),
    ),
    ...others.map((wording) =>
      line(
        [note(`${DIFFERS[wording.differs ?? 'close']}: `), ...inMarks(wording.words)],
        citations(wording),
        1,
      ),
    ),
  ]
}

const DIFFERS = {
  part: 'in part, or as a heading',
  close: 'also printed as',
  translation: 'in another translation',
} as const

/** How it is known whose words they are, and in how many articles they stand. */
function beside({ cue }: Telling, { tellings }: Wording): readonly Run[] {
  const printing = tellings.map(({ article }) => article)
  const several = tellings.length > 1 ? `, in ${articlesInWords(printing)}` : ''
  const carried =
    cue === null ? ', no verb of speech beside it, the speaker is the one of the text before' : ''
  return several + carried === '' ? [] : [note((several + carried).replace(/^,/u, ' –'))]
}

const dayWords = ({ day }: Said): string => (day === null ? '' : `, ${daysWords(day, day)}`)

const nameRuns = (speaker: string | null): readonly Run[] =>
  // A description may hold a number that is the article's: it is quoted, and so held against the article.
  speaker === null
    ? [note('speaker not told')]
    : [/\p{N}/u.test(speaker) ? quoted(speaker) : strong(speaker)]

const inMarks = (words: string): readonly Run[] => [plain('“'), quoted(words), plain('”')]

const citations = ({ tellings }: Wording): readonly Citation[] =>
  tellings.map(({ citation }) => citation)

function asideSections({ asides, speaker, pronoun }: QuotesAnswer): Report['sections'] {
  if (speaker === null || asides.length === 0) return []
  const words = asides.filter((aside) => aside.kind === 'word')
  const others = asides.filter((aside) => aside.kind !== 'word')
  const shown = others.slice(0, words.length === 0 ? MOST_ASIDES : MOST_ASIDES - 1)
  const rest = others.length - shown.length
  return [
    {
      heading: `Not verbatim, or not ${pronoun} own words`,
      lines: [
        ...wordLine(words),
        ...shown.map((aside) => asideLine(aside, speaker)),
        ...(rest === 0 ? [] : [line([note(`and ${counted(rest, 'sentence')} more`)])]),
      ],
    },
  ]
}

type Word = Extract<Aside, { readonly kind: 'word' }>

/** All on one line: they say little, and would push out what others say and what is only reported. */
function wordLine(words: readonly Word[]): readonly Line[] {
  if (words.length === 0) return []
  const shown = words.slice(0, MOST_WORDS)
  const more = words.length - shown.length
  return [
    line(
      [
        ...shown.flatMap(({ word }, at) => [
          plain(at === 0 ? 'Single words quoted: ' : ', '),
          ...inMarks(word),
        ]),
        ...(more === 0 ? [] : [note(` and ${counted(more, 'more word')}`)]),
      ],
      shown.flatMap((each) => each.citations),
    ),
  ]
}

function asideLine(aside: Exclude<Aside, Word>, speaker: string): Line {
  switch (aside.kind) {
    case 'about':
      return line(
        [
          ...nameRuns(aside.speaker),
          plain(`, not ${withoutNumbers(speaker)}: `),
          ...inMarks(aside.words),
        ],
        aside.citations,
      )
    case 'reported':
      return line(
        [plain('Reported, not quoted: '), quoted(aside.citations[0]?.text ?? '')],
        aside.citations.slice(0, 1),
      )
    default:
      return aside satisfies never
  }
}

interface Paged {
  readonly asked: string
  readonly at: number
  readonly pages: number
}

function offersOf(answer: QuotesAnswer, { asked, at, pages }: Paged): readonly Offer[] {
  const { near, speaker, said, filters } = answer
  const subject = filters.about === null ? [] : [filters.about]
  const more = `${asked.replace(/\s*\bpage:\S+/gu, '')} page:${at + 1}`
  return [
    ...(at < pages ? [{ label: 'More', ask: more }] : []),
    ...near.map((name) => ({ label: `Quotes: ${name}`, ask: `quotes ${name}` })),
    ...(said.length === 0 && speaker !== null && subject.length > 0
      ? [{ label: `All quotes: ${speaker}`, ask: `quotes ${speaker}` }]
      : []),
    ...(speaker === null
      ? []
      : [{ label: 'Passages', ask: ['search', speaker, ...subject].join(' ') }]),
  ]
}
