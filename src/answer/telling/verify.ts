import { inWords } from '../asking/days.ts'
import { type Citation, type Line, plain, type Report, type Run } from '../report.ts'
import type { Match, Piece, VerifyAnswer } from '../verify.ts'
import { counted, line, note, quoted, strong } from './words.ts'

/** The verdict on a quote in words: found, altered, somebody else's, the reporter's, or not there. */
export function tellVerify(answer: VerifyAnswer): Report {
  return {
    title: 'Quote check',
    lead: line(leadRuns(answer), leadCitations(answer)),
    understood: [],
    sections: [
      { heading: HEADINGS[answer.verdict], lines: linesOf(answer) },
      {
        heading: 'Also like it',
        lines: answer.verdict === 'text' ? answer.matches.flatMap(alteredLines) : [],
      },
    ].filter(({ lines }) => lines.length > 0),
    offers: [
      ...speakersOf(answer).map((name) => ({ label: `Quotes: ${name}`, ask: `quotes ${name}` })),
      ...(answer.verdict === 'absent'
        ? [{ label: 'Search the text', ask: `search ${answer.words}` }]
        : []),
    ],
  }
}

const HEADINGS = {
  exact: 'As printed',
  altered: 'What the coverage has',
  text: 'In the reporter’s words, not a quote',
  absent: 'Nearest',
} as const

/** Those with a name: there is no asking for all quotes of "a report" or "the group". */
const speakersOf = ({ matches }: VerifyAnswer): readonly string[] => [
  ...new Set(
    matches.flatMap(({ telling: { speaker } }) =>
      speaker === null || DESCRIBED.test(speaker) ? [] : [speaker],
    ),
  ),
]

const DESCRIBED = /^(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?=\p{Ll})|\p{N}/u

/** One breath: the verdict, and who said it where that is not who was named. */
function leadRuns(answer: VerifyAnswer): readonly Run[] {
  const { verdict, matches, speaker, searched } = answer
  const first = matches[0]
  if (verdict === 'absent' || (verdict === 'altered' && first === undefined))
    return [
      strong('The coverage does not say: '),
      plain(`nothing like these words stands in ${counted(searched, 'article')}.`),
    ]
  if (verdict === 'text')
    return [
      strong('Not a quote in the coverage: '),
      plain('the words stand in an article, but not as a quote of anybody.'),
    ]
  if (first === undefined) return []
  const who = first.telling.speaker
  if (verdict === 'exact') {
    if (first.otherSpeaker)
      return [
        strong('Another speaker: '),
        plain('the words are '),
        ...whose(who),
        plain(`${not(speaker)}.`),
      ]
    return [
      strong('Exact'),
      plain(`${first.partial ? ', a part of a longer quote' : ''}: `),
      ...whose(who),
      plain('.'),
    ]
  }
  if (first.otherSpeaker)
    return [
      strong('Altered, and another speaker: '),
      plain('the nearest words are '),
      ...whose(who),
      plain(`${not(speaker)}.`),
    ]
  return [strong('Altered: '), plain('the nearest words are '), ...whose(who), plain('.')]
}

const not = (speaker: string | null): string => (speaker === null ? '' : `, not by ${speaker}`)

const whose = (speaker: string | null): readonly Run[] =>
  speaker === null
    ? [plain('quoted, but the article does not tell whose they are')]
    : [plain('by '), /\p{N}/u.test(speaker) ? quoted(speaker) : strong(withinSentence(speaker))]

/** `A spokesman`, `The army`: a description that began its sentence stands inside one here. */
const withinSentence = (speaker: string): string =>
  speaker.replace(/^(?:An?|The) (?=\p{Ll})/u, (article) => article.toLowerCase())

const leadCitations = ({ verdict, matches, passages }: VerifyAnswer): readonly Citation[] =>
  verdict === 'absent'
    ? []
    : verdict === 'text'
      ? passages.slice(0, 1)
      : (matches[0]?.citations ?? [])

function linesOf(answer: VerifyAnswer): readonly Line[] {
  switch (answer.verdict) {
    case 'exact':
      return answer.matches.map(exactLine)
    case 'altered':
      return answer.matches.flatMap(alteredLines)
    case 'text':
      return answer.passages.map((citation) =>
        line([...dayRuns(citation), quoted(citation.text)], [citation]),
      )
    case 'absent':
      return []
    default:
      return answer.verdict satisfies never
  }
}

function exactLine({ telling, citations, partial }: Match): Line {
  const whole = partial ? [note(' (the whole quote)')] : []
  return line(
    [
      ...speakerRuns(telling.speaker),
      ...dayRuns(telling.citation),
      plain('“'),
      quoted(telling.words),
      plain('”'),
      ...whole,
    ],
    citations,
  )
}

/** The quote as printed, and below it the typed words with what they leave out and put in. */
function alteredLines({ telling, citations, pieces }: Match): readonly Line[] {
  return [
    line(
      [
        ...speakerRuns(telling.speaker),
        ...dayRuns(telling.citation),
        plain('“'),
        quoted(telling.words),
        plain('”'),
      ],
      citations,
    ),
    line([note('differences: '), ...pieceRuns(pieces)], citations, 1),
  ]
}

const speakerRuns = (speaker: string | null): readonly Run[] =>
  speaker === null
    ? [note('speaker not told, ')]
    : [/\p{N}/u.test(speaker) ? quoted(speaker) : strong(speaker), plain(', ')]

const dayRuns = ({ date }: Citation): readonly Run[] =>
  date === null ? [note('not dated: ')] : [plain(`published ${inWords(date)}: `)]

/** What both have is the article's; so is what the asker left out. */
const pieceRuns = (pieces: readonly Piece[]): readonly Run[] =>
  pieces.map(({ text, change }, at): Run => {
    switch (change) {
      case 'none':
        return quoted(text)
      case 'added':
        return { text, style: 'added' }
      case 'removed':
        return { text: at === pieces.length - 1 ? ` ${text}` : `${text} `, style: 'removed' }
      default:
        return change satisfies never
    }
  })
