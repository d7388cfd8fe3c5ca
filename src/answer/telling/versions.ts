import type { Change, Wording } from '../../model/change.ts'
import type { ArticleAnswer } from '../article.ts'
import { inWords } from '../asking/days.ts'
import { citeWording } from '../cite.ts'
import type { Citation, Line, Offer, Run, Section } from '../report.ts'
import { counted, line, note, quoted, strong } from './words.ts'

/** So many changes are told; the versions have all of them. */
const MOST = 12

type Told = Pick<ArticleAnswer, 'article' | 'history' | 'version' | 'withdrawn'>

/** Whether this is what is cited: not where it was withdrawn, nor where it is a former version. */
export function standingLines({ version, withdrawn, history }: Told): readonly Line[] {
  if (withdrawn !== null) {
    const { at, reason } = withdrawn
    const why = reason.replace(/\s*\(\d+\)/u, '')
    return [line([strong('Withdrawn: '), note(`${dayOf(at)}; ${why}. It is no longer cited.`)])]
  }
  if (version === null) {
    const last = history.versions.at(-1)
    if (last === undefined || last.version === 1) return []
    return [
      line([
        strong('Changed: '),
        note(`last on ${dayOf(last.keptAt)}; this is version ${last.version}.`),
      ]),
    ]
  }
  const next = history.versions.find((each) => each.version === version + 1)
  const until = next === undefined ? '' : ` until ${dayOf(next.keptAt)}`
  return [
    line([
      strong('A former version: '),
      note(`the article read like this${until}. It is cited as it is now.`),
    ]),
  ]
}

/** What later versions changed in figures and quotes, each wording cited from its version. */
export function changesSection({ history, version, withdrawn }: Told): readonly Section[] {
  if (version !== null && withdrawn === null) return []
  const told = history.changes.filter(({ before, after }) => before !== null || after !== null)
  const lines = told.slice(-MOST).flatMap((change) => changeLine(change, { history, withdrawn }))
  if (lines.length === 0) return []
  const more = told.length - MOST
  const rest =
    more > 0 ? [line([note(`${counted(more, 'figure or quote')} changed before that.`)])] : []
  return [{ heading: 'What was corrected', lines: [...lines, ...rest] }]
}

const VERBS = {
  'figure-revised': 'corrected from ',
  'figure-added': 'added: ',
  'figure-removed': 'taken out: ',
  'quote-reworded': 'a quote was changed from ',
  'quote-added': 'a quote was added: ',
  'quote-removed': 'a quote was taken out: ',
  withdrawn: '',
  restored: '',
} as const satisfies Record<Change['kind'], string>

function changeLine(
  change: Change,
  { history, withdrawn }: Pick<Told, 'history' | 'withdrawn'>,
): readonly Line[] {
  const { kind, before, after, at } = change
  const cited: Citation[] = []
  const cite = (wording: Wording | null, version: number): boolean => {
    if (wording === null) return true
    const then = history.versions.find((each) => each.version === version)
    if (then === undefined) return false
    const isNow = withdrawn === null && then === history.versions.at(-1)
    cited.push(citeWording(then.article, wording, isNow ? undefined : version))
    return true
  }
  if (!cite(before, change.fromVersion) || !cite(after, change.toVersion)) return []
  const style: Run['style'] = kind.startsWith('figure') ? 'figure' : 'quote'
  const same = before?.exact === after?.exact
  const runs: Run[] = [note(`${dayOf(at)}: `), note(VERBS[kind])]
  if (before !== null) runs.push(same ? quoted(before.sentence) : { text: before.exact, style })
  if (before !== null && after !== null) runs.push(note(' to '))
  if (after !== null) runs.push(same ? quoted(after.sentence) : { text: after.exact, style })
  return [line(runs, cited)]
}

/** The version before the one that is shown, and the way back. */
export function versionOffers({ article, history, version, withdrawn }: Told): readonly Offer[] {
  const numbers = history.versions.map((each) => each.version)
  const shown = version ?? numbers.at(-1) ?? 1
  const before = numbers.filter((number) => number < shown).at(-1)
  return [
    ...(before === undefined
      ? []
      : [{ label: 'As it was before', ask: `article ${article.id} version ${before}` }]),
    ...(version === null || withdrawn !== null
      ? []
      : [{ label: 'As it is now', ask: `article ${article.id}` }]),
  ]
}

const dayOf = (moment: string): string => inWords(moment.slice(0, 10))
