import type { CasualtiesAnswer } from '../../casualties.ts'
import type { Blame } from '../../figures/blame.ts'
import type { Stated } from '../../figures/stated.ts'
import type { Statement } from '../../figures/statement.ts'
import type { Tally } from '../../figures/tally.ts'
import { type Line, plain, type Run, type Section } from '../../report.ts'
import { daysWords } from '../days.ts'
import { counted, line, note, quoted, section, strong } from '../words.ts'
import { tellsHarm } from './harm-words.ts'
import { HARM_LABELS, SIDES } from './labels.ts'
import {
  citationsOf,
  type FiguresBeside,
  figure,
  fullRuns,
  listed,
  statementLines,
  wordings,
} from './statement-lines.ts'

/** The leading tally, its earlier states, what others count of the same days, and who is said to have done it. */
export function tallySections(answer: CasualtiesAnswer, beside: FiguresBeside): readonly Section[] {
  const [leading, ...others] = answer.episodes[0] ?? []
  return [
    ...latestTally(leading),
    ...earlierStates(leading),
    section('The same days, by others or in words only', alongside(leading, others)),
    section('Who is said to have done it (parts of the tally)', blameLines(answer, beside)),
  ]
}

function latestTally(tally: Tally | undefined): readonly Section[] {
  const [state] = tally?.states ?? []
  if (!tally || !state) return []
  const [head, ...otherwise] = state.statements
  if (!head) return []
  return [
    section(`Latest tally, ${daysWords(tally.from, state.to) || 'days not given'}`, [
      ...statementLines(head, {}),
      ...otherwise.flatMap((each) => statementLines(each, { before: [plain('also put as ')] })),
    ]),
  ]
}

function earlierStates(tally: Tally | undefined): readonly Section[] {
  const lines = (tally?.states.slice(1) ?? []).flatMap((state) =>
    state.statements.flatMap((each) =>
      statementLines(each, {
        before: [strong(`${daysWords(null, state.to) || 'Day not given'}: `)],
      }),
    ),
  )
  return [section('Earlier states of the same tally: since updated, not another toll', lines)]
}

function alongside(leading: Tally | undefined, others: readonly Tally[]): readonly Line[] {
  return [...others.flatMap(tallyLines), ...wordLines(leading?.words ?? [])]
}

/** A tally in short: its latest state, then earlier ones under it. */
export function tallyLines(tally: Tally): readonly Line[] {
  const lines = tally.states.flatMap((state, index) =>
    state.statements.flatMap((each) => {
      const days = daysWords(index === 0 ? tally.from : null, state.to) || 'days not given'
      const before = [plain(index === 0 ? '' : 'earlier, '), strong(`${days}: `)]
      return statementLines(each, {
        level: index === 0 ? 0 : 1,
        before: before.filter(({ text }) => text !== ''),
      })
    }),
  )
  return [...lines, ...wordLines(tally.words)]
}

/** `hundreds of people`, however often: on one line. */
export function wordLines(words: readonly Statement[]): readonly Line[] {
  const byHarm = Map.groupBy(words, ({ lead }) => `${lead.claim.harm} ${lead.claim.source}`)
  return [...byHarm.values()].map((group) => {
    const said = wordings(group)
    const parts = wordings(group.flatMap((each) => each.parts))
    const articles = new Set(group.flatMap((each) => each.said.map(({ article }) => article.id)))
    const source = group[0]?.lead.claim.source ?? null
    return line(
      [
        ...listed(said.map((stated) => [figure(stated)])),
        ...harmOf(said),
        ...(parts.length === 0
          ? []
          : [plain(', among them '), ...listed(parts.map((stated) => [figure(stated)]))]),
        note(` – ${source ?? 'no source given'}, in ${counted(articles.size, 'article')}`),
      ],
      [...group.flatMap(citationsOf), ...group.flatMap((each) => each.parts.flatMap(citationsOf))],
    )
  })
}

/** What befell them, where no figure of the line says it. */
const harmOf = (said: readonly Stated[]): readonly Run[] => {
  const [first] = said
  if (first === undefined) return []
  const { harm } = first.claim
  return said.some(({ citation }) => tellsHarm(harm, citation.exact))
    ? []
    : [plain(` ${HARM_LABELS[harm]}`)]
}

function blameLines({ blames, open }: CasualtiesAnswer, beside: FiguresBeside): readonly Line[] {
  const known = blames.filter(({ actor }) => actor !== null)
  const bySide = Map.groupBy(known, ({ actor }) => actor)
  const unknown = blames.filter(({ actor }) => actor === null)
  const lines = [...[...bySide.values()].flat(), ...unknown].flatMap((blame) =>
    blameLine(blame, beside),
  )
  return [
    ...lines,
    ...open.map((citation) => line([plain('“'), quoted(citation.exact), plain('”')], [citation])),
  ]
}

function blameLine({ statement, actor, to }: Blame, beside: FiguresBeside): readonly Line[] {
  const side = actor === null ? 'Not said who' : asLabel(SIDES[actor])
  const days = to === null ? [] : [note(`, ${daysWords(null, to)}`)]
  const clause = fullRuns(statement, beside)
  return statementLines(statement, { before: [strong(`${side}: `)], runs: clause, after: days })
}

const asLabel = (side: string): string => {
  const bare = side.replace(/^the /u, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
