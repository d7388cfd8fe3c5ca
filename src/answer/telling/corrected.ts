import type { Change, Wording } from '../../model/change.ts'
import { inWords } from '../asking/days.ts'
import { citeWording } from '../cite.ts'
import { type Past, versionOf } from '../past.ts'
import type { Citation, Line, Report, Run } from '../report.ts'
import { line, note, quoted } from './words.ts'

/** A change of something that both versions say. */
interface Reworded extends Change {
  readonly before: Wording
  readonly after: Wording
}

const isReworded = (change: Change): change is Reworded =>
  (change.kind === 'figure-revised' || change.kind === 'quote-reworded') &&
  change.before !== null &&
  change.after !== null

/** Marks each figure and quote that its article has corrected, with the former wording, cited from the former version. */
export async function withCorrections(report: Report, past: Past): Promise<Report> {
  const told = new Set<string>()
  const marked = async (one: Line): Promise<readonly Line[]> => [
    one,
    ...(await correctionsBelow(one, past, told)),
  ]
  const sections = []
  for (const section of report.sections) {
    const lines = []
    for (const each of section.lines) lines.push(...(await marked(each)))
    sections.push({ ...section, lines })
  }
  const ofLead = (await marked(report.lead)).slice(1)
  return {
    ...report,
    sections: ofLead.length === 0 ? sections : [{ heading: null, lines: ofLead }, ...sections],
  }
}

async function correctionsBelow(
  { citations, level }: Line,
  past: Past,
  told: Set<string>,
): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const citation of citations) {
    const change = changeOf(citation, past)
    if (change === null) continue
    const { article, before, after } = change
    const key = `${article} ${before.exact} ${after.exact}`
    if (told.has(key)) continue
    told.add(key)
    const former = await versionOf(past, article, change.fromVersion)
    if (former === null) continue
    const cited = citeWording(former, before, change.fromVersion)
    lines.push(line(correctionRuns(change), [cited], level === 0 ? 1 : 2))
  }
  return lines
}

/** The last change that led to what is cited. */
function changeOf(citation: Citation, past: Past): Reworded | null {
  if (citation.version !== undefined) return null
  const changes = past
    .changes(citation.article)
    .filter(isReworded)
    .filter(({ after }) => after.exact === citation.exact)
  const inSentence = changes.findLast(({ after }) => after.sentence === citation.text)
  return inSentence ?? changes.at(-1) ?? null
}

/** `corrected from “12 people”, 3 May 2016` */
function correctionRuns({ kind, before, after, at }: Reworded): readonly Run[] {
  const day = inWords(at.slice(0, 10))
  if (before.exact === after.exact)
    return [note(`corrected, ${day}; it read before: `), quoted(before.sentence)]
  return kind === 'figure-revised'
    ? [note('corrected from '), { text: before.exact, style: 'figure' }, note(`, ${day}`)]
    : [note('the article had it otherwise before: '), quoted(before.exact), note(`, ${day}`)]
}
