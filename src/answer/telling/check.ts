import type { CheckAnswer, Days, FigureCheck, Slot } from '../check.ts'
import type { Actor } from '../../model/claim.ts'
import { inWords } from '../asking/days.ts'
import type { Candidate, FigureVerdict } from '../figures/compare.ts'
import { type Line, plain, type Report, type Run, type Section } from '../report.ts'
import { daysWords } from './days.ts'
import { SIDES } from './figures/labels.ts'
import { citationsOf, figureRuns, sourceRun } from './figures/statement-lines.ts'
import type { VerifyAnswer } from '../verify.ts'
import { tellVerify } from './verify.ts'
import { counted, line, note, strong, typed } from './words.ts'

const VERDICTS = {
  stated: 'as stated',
  earlier: 'stated, but updated since',
  hedged: 'put otherwise',
  differs: 'differs',
  absent: 'not in the coverage',
} as const satisfies Record<FigureVerdict, string>

const AND = new Intl.ListFormat('en-GB')

/** A draft judged part by part, each with what the coverage says. */
export function tellCheck(answer: CheckAnswer): Report {
  const sections: readonly Section[] = [
    { heading: 'Figures', lines: answer.figures.flatMap(figureLines) },
    { heading: 'Quotes', lines: answer.quotes.flatMap(quoteLines) },
  ]
  return {
    title: 'Draft checked',
    lead: leadLine(answer),
    understood: [],
    sections: sections.filter(({ lines }) => lines.length > 0),
    offers: [],
  }
}

function leadLine({ figures, quotes, searched }: CheckAnswer): Line {
  const parts = figures.length + quotes.length
  if (parts === 0) {
    return line([
      plain(
        'There is no figure of people harmed and no quote in this draft, so there is nothing to check. Names, places and other facts are not checked.',
      ),
    ])
  }
  const good =
    figures.filter(isGood).length +
    quotes.filter((quote) => quoteVerdict(quote) === 'as stated').length
  const held = [
    ...(figures.length > 0 ? [counted(figures.length, 'figure')] : []),
    ...(quotes.length > 0 ? [counted(quotes.length, 'quote')] : []),
  ]
  return line([
    strong(good === parts ? 'All as stated' : `${good} of ${counted(parts, 'part')} as stated`),
    plain(`: ${AND.format(held)} held against ${counted(searched, 'article')}.`),
  ])
}

const isGood = (figure: FigureCheck): boolean =>
  figure.verdict === 'stated' && notAsStated(figure).length === 0

/** What the draft says of a figure otherwise than the coverage. */
const notAsStated = ({ source, days, actor }: FigureCheck): readonly string[] => [
  ...(source?.agrees === false ? ['its source'] : []),
  ...(days?.agrees === false ? ['its day'] : []),
  ...(actor?.agrees === false ? ['who did it'] : []),
]

/** A figure that stands is never passed without a word where its source, its day or its side do not. */
function figureVerdict(figure: FigureCheck): string {
  const but = notAsStated(figure)
  if (figure.verdict !== 'stated' || but.length === 0) return VERDICTS[figure.verdict]
  return `the figure as stated, but not ${AND.format(but)}`
}

function figureLines(figure: FigureCheck): readonly Line[] {
  return [
    line([typed(figure.words), plain(': '), strong(figureVerdict(figure))]),
    ...figure.latest.map((candidate) => candidateLine('the latest is ', candidate)),
    ...figure.found.map((candidate) => candidateLine(LEADS[figure.verdict], candidate)),
    ...slotLines(figure),
  ]
}

const LEADS = {
  stated: '',
  earlier: 'as it stood: ',
  hedged: 'the coverage has ',
  differs: 'the coverage has ',
  absent: '',
} as const satisfies Record<FigureVerdict, string>

function candidateLine(lead: string, { statement }: Candidate): Line {
  const { from, to, place } = statement.lead.claim
  const where = place === null ? '' : `, ${place}`
  const days = daysWords(from, to)
  return line(
    [
      ...(lead === '' ? [] : [plain(lead)]),
      ...figureRuns(statement),
      plain(`${where}${days === '' ? '' : `, ${days}`}`),
      sourceRun(statement),
    ].filter(({ text }) => text !== ''),
    citationsOf(statement),
    1,
  )
}

const QUOTE_VERDICTS = {
  exact: 'as stated',
  altered: 'altered',
  text: 'no quote in the coverage',
  absent: 'not in the coverage',
} as const satisfies Record<VerifyAnswer['verdict'], string>

function quoteVerdict({ verdict, matches }: VerifyAnswer): string {
  const label = QUOTE_VERDICTS[verdict]
  if (!matches[0]?.otherSpeaker) return label
  return verdict === 'exact' ? 'another speaker' : `${label}, another speaker`
}

/** The quote as typed with the verdict, and below it what the coverage has, as a question about it would tell. */
function quoteLines(answer: VerifyAnswer): readonly Line[] {
  const { sections } = tellVerify(answer)
  const below = answer.verdict === 'absent' ? [] : sections.flatMap(({ lines }) => lines)
  return [
    line([plain('“'), typed(answer.words), plain('”: '), strong(quoteVerdict(answer))]),
    ...below.map((each) => ({ ...each, level: each.level === 0 ? (1 as const) : (2 as const) })),
  ]
}

/** The source, the day and the side of a figure are judged too, against the first statement shown. */
function slotLines({ source, days, actor, found }: FigureCheck): readonly Line[] {
  const [best] = found
  const citations = best ? citationsOf(best.statement).slice(0, 1) : []
  return [...slotRuns('source', source, String), ...daysRuns(days), ...sideRuns(actor)].map(
    (runs) => line(runs, citations, 1),
  )
}

/** Whom the draft blames: said of the same figure, of another side, or of nobody. */
function sideRuns(actor: Slot<Actor> | null): readonly (readonly Run[])[] {
  if (actor === null) return []
  const asked = note(`done by ${SIDES[actor.draft]}: `)
  if (actor.agrees) return [[asked, strong('as stated')]]
  if (actor.kept === null) return [[asked, strong('the coverage does not say who')]]
  return [[asked, strong('differs'), note(`, the coverage has ${SIDES[actor.kept]}`)]]
}

/** Days against days, and a single day against the one up to which the coverage counts. */
function daysRuns(days: Slot<Days> | null): readonly (readonly Run[])[] {
  if (days === null) return []
  const { from, to } = days.draft
  return from === null || from === to
    ? slotRuns('day', days, ({ to: day }) => inWords(day))
    : slotRuns('days', days, (each) => daysWords(each.from, each.to))
}

function slotRuns<Detail>(
  name: string,
  slot: Slot<Detail> | null,
  show: (value: Detail) => string,
): readonly (readonly Run[])[] {
  if (slot === null) return []
  const asked = note(`${name} ${show(slot.draft)}: `)
  if (slot.agrees) return [[asked, strong('as stated')]]
  if (slot.kept === null) return [[asked, strong('not in the coverage')]]
  return [[asked, strong('differs'), note(`, the coverage has ${show(slot.kept)}`)]]
}
