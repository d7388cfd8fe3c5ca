import type { Claim, Harm } from '../../model/claim.ts'
import { numberKey, printed, type Statement } from './statement.ts'
import type { Stated } from './stated.ts'
import { type Desk, groupsFit, size } from './tally.ts'

/** How many were harmed in one event, by all who say so: listed and ranged, never added up. */
export interface Toll {
  readonly harm: Harm
  /** The lowest and the highest that anybody says; the same where all say the same. */
  readonly low: Statement
  readonly high: Statement
  /** By source, who says most first; what names no source and is said by none that is named comes last. */
  readonly voices: readonly Voice[]
  /** Figures of some of the people only: fighters beside civilians, a family among the dead. */
  readonly apart: readonly Statement[]
}

/** A source with its figures in the order in which they were printed. */
export interface Voice {
  readonly source: string | null
  readonly puts: readonly Statement[]
}

/** The tolls of an event, by harm. Statements come with the dead first. */
export function tollsOf(statements: readonly Statement[], desk: Desk): readonly Toll[] {
  const byHarm = Map.groupBy(statements, ({ lead }) => asDead(lead.claim.harm))
  return [...byHarm].flatMap(([harm, of]) => tollOf(harm, of, desk))
}

const asDead = (harm: Harm): Harm => (harm === 'casualties' ? 'killed' : harm)

function tollOf(harm: Harm, statements: readonly Statement[], desk: Desk): readonly Toll[] {
  const puts = putsOf(statements)
  const counted = puts.filter(({ lead }) => numberKey(lead.claim) !== null)
  const most = counted.toSorted((a, b) => weight(b) - weight(a))[0]
  if (!most) return []
  const whole = counted.filter((put) => countsAlike(put, most))
  const [low, high] = [whole.toSorted(bySize)[0] ?? most, whole.toSorted(bySize).at(-1) ?? most]
  const apart = puts.filter((put) => !whole.includes(put))
  return [{ harm, low, high, voices: voicesOf(whole, desk), apart }]
}

const bySize = (a: Statement, b: Statement): number => size(a.lead.claim) - size(b.lead.claim)

/** A toll of people in general that several print leads, the larger of equals. */
const weight = (put: Statement): number =>
  (general(put.lead.claim) ? 1e9 : 0) + Math.min(size(put.lead.claim), 1e8)

const general = ({ group }: Claim): boolean => groupsFit(group, 'people')

/** Whether a figure counts the same people, if fewer or more; a figure many times smaller counts some of them. */
function countsAlike({ lead: { claim } }: Statement, most: Statement): boolean {
  return groupsFit(claim.group, most.lead.claim.group) && size(claim) * 8 >= size(most.lead.claim)
}

/** Statements with one number are one figure; the wording that keeps a hedge stands for it. */
function putsOf(statements: readonly Statement[]): readonly Statement[] {
  const groups = Map.groupBy(statements, ({ lead: { claim } }) =>
    [claim.low ?? claim.high ?? claim.vague, general(claim) ? '' : claim.group].join(' '),
  )
  return [...groups.values()].flatMap((alike) => {
    const said = alike.flatMap((each) => each.said)
    const [lead] = said.toSorted(fullestFirst)
    const rest = said.filter((stated) => stated !== lead).toSorted(firstPrinted)
    const whole = alike.find((each) => each.lead === lead)?.whole ?? null
    return lead ? [{ lead, said: [lead, ...rest], parts: partsOf(alike), whole }] : []
  })
}

/** Parts of the same words are told once. */
const partsOf = (statements: readonly Statement[]): readonly Statement[] =>
  [
    ...new Map(
      statements
        .flatMap(({ parts }) => parts)
        .map(
          (part) =>
            [
              `${numberKey(part.lead.claim)} ${part.lead.claim.group} ${part.lead.claim.harm}`,
              part,
            ] as const,
        )
        .toReversed(),
    ).values(),
  ].toReversed()

const fullestFirst = (a: Stated, b: Stated): number =>
  Number(a.claim.source === null) - Number(b.claim.source === null) ||
  Number(isHeadline(a)) - Number(isHeadline(b)) ||
  Number(a.claim.qualifier === 'exact') - Number(b.claim.qualifier === 'exact') ||
  firstPrinted(a, b)

const isHeadline = ({ article, claim }: Stated): boolean =>
  article.paragraphs.find(({ number }) => number === claim.paragraph)?.kind === 'headline'

const firstPrinted = (a: Stated, b: Stated): number =>
  (printed(a) || '9999').localeCompare(printed(b) || '9999') ||
  a.article.id.localeCompare(b.article.id) ||
  a.claim.index - b.claim.index

/** Who says which figure; a figure that a named source has is not told again for articles that name none. */
function voicesOf(puts: readonly Statement[], { sources }: Desk): readonly Voice[] {
  const bySource = new Map<
    string | null,
    { readonly source: string | null; readonly puts: Statement[] }
  >()
  for (const put of puts) {
    const said = Map.groupBy(put.said, ({ claim }) => sources.key(claim.source))
    const bare = said.get(null) ?? []
    const named = [...said].filter(([key]) => key !== null)
    const told: readonly (readonly [string | null, readonly Stated[]])[] =
      named.length === 0
        ? [[null, bare]]
        : named.map(([key, of], at) => [key, at === 0 ? [...of, ...bare] : of])
    for (const [key, of] of told) {
      const lead = of.includes(put.lead) ? put.lead : (of.toSorted(fullestFirst)[0] ?? put.lead)
      const voice = bySource.get(key) ?? { source: lead.claim.source, puts: [] }
      voice.puts.push({ ...put, lead, said: [lead, ...of.filter((stated) => stated !== lead)] })
      bySource.set(key, voice)
    }
  }
  return [...bySource.values()]
    .map((voice) => ({ ...voice, puts: voice.puts.toSorted((a, b) => asPrinted(a, b)) }))
    .toSorted(
      (a, b) =>
        Number(a.source === null) - Number(b.source === null) ||
        articlesOf(b) - articlesOf(a) ||
        asPrinted(last(a), last(b)),
    )
}

/** In the order of printing; of one day the smaller first, as tolls rise. */
function asPrinted(a: Statement | undefined, b: Statement | undefined): number {
  if (!a || !b) return 0
  const days = [a, b].map(
    ({ said }) =>
      said
        .map(printed)
        .filter((day) => day !== '')
        .toSorted()[0] ?? '9999',
  )
  return (days[0] ?? '').localeCompare(days[1] ?? '') || size(a.lead.claim) - size(b.lead.claim)
}

const last = ({ puts }: Voice): Statement | undefined => puts.at(-1)

const articlesOf = ({ puts }: Voice): number =>
  new Set(puts.flatMap(({ said }) => said.map(({ article }) => article.id))).size
