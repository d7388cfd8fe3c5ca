import type { CheckAnswer, FigureCheck, Slot } from '../check.ts'
import { inWords } from '../asking/days.ts'
import type { Candidate, FigureVerdict } from '../figures/compare.ts'
import { type Line, plain, type Report, type Run, type Section } from '../report.ts'
import { daysWords } from './days.ts'
import { citationsOf, figureRuns, sourceRun } from './figures/statement-lines.ts'
import { counted, line, note, strong, typed } from './words.ts'

const VERDICTS = {
  stated: 'as stated',
  earlier: 'stated, but updated since',
  hedged: 'put otherwise',
  differs: 'differs',
  absent: 'not in the coverage',
} as const satisfies Record<FigureVerdict, string>

/** A draft judged part by part, each with what the coverage says. */
export function tellCheck(answer: CheckAnswer): Report {
  const sections: readonly Section[] = [
    { heading: 'Figures', lines: answer.figures.flatMap(figureLines) },
  ]
  return {
    title: 'Draft checked',
    lead: leadLine(answer),
    understood: [],
    sections: sections.filter(({ lines }) => lines.length > 0),
    offers: [],
  }
}

function leadLine({ figures, searched }: CheckAnswer): Line {
  if (figures.length === 0) {
    return line([
      plain(
        'There is no figure of people harmed and no quote in this draft, so there is nothing to check. Names, places and other facts are not checked.',
      ),
    ])
  }
  const good = figures.filter(({ verdict }) => verdict === 'stated').length
  return line([
    strong(`${good} of ${counted(figures.length, 'part')}`),
    plain(` as the coverage states. Searched: ${counted(searched, 'article')}.`),
  ])
}

function figureLines(figure: FigureCheck): readonly Line[] {
  return [
    line([typed(figure.words), plain(': '), strong(VERDICTS[figure.verdict])]),
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

/** The source and the day of a figure are judged too, against the first statement shown. */
function slotLines({ source, day, found }: FigureCheck): readonly Line[] {
  const [best] = found
  const citations = best ? citationsOf(best.statement).slice(0, 1) : []
  return [...slotRuns('source', source, String), ...slotRuns('day', day, inWords)].map((runs) =>
    line(runs, citations, 1),
  )
}

function slotRuns(
  name: string,
  slot: Slot | null,
  show: (value: string) => string,
): readonly (readonly Run[])[] {
  if (slot === null) return []
  const asked = note(`${name} ${show(slot.draft)}: `)
  if (slot.agrees) return [[asked, strong('as stated')]]
  if (slot.kept === null) return [[asked, strong('not in the coverage')]]
  return [[asked, strong('differs'), note(`, the coverage has ${show(slot.kept)}`)]]
}
