import type { Actor } from '../../model/claim.ts'
import type { Event } from '../../answer/figures/event.ts'
import type { Stated } from '../../answer/figures/stated.ts'
import type { Statement } from '../../answer/figures/statement.ts'
import { type Desk, size } from '../../answer/figures/tally.ts'
import type { Toll, Voice } from '../../answer/figures/toll.ts'
import type { Intake } from './intake.ts'

/** A source that newly contradicts another about one event: on who did it, or by far on how many. */
export interface Dispute {
  readonly event: Event
  readonly about: 'who' | 'how-many'
  /** Who says so now. */
  readonly newly: Stated
  readonly against: Stated
}

interface Telling {
  readonly desk: Desk
  readonly isNew: Intake['isNewFigure']
}

/** Of each sort the first: a desk is told that they differ, not in how many ways. */
export function disputesOf(event: Event, telling: Telling): readonly Dispute[] {
  const [who] = blameDisputes(event, telling)
  const [howMany] = event.tolls.slice(0, 1).flatMap((toll) => tollDisputes(event, toll, telling))
  return [who, howMany].filter((dispute) => dispute !== undefined)
}

interface Blaming {
  readonly actors: ReadonlySet<Actor>
  readonly stated: readonly Stated[]
}

function blameDisputes(event: Event, { desk: { sources }, isNew }: Telling): readonly Dispute[] {
  const blaming = new Map<string, { actors: Set<Actor>; stated: Stated[] }>()
  for (const stated of saidOf(event)) {
    const { source, actor } = stated.claim
    const key = sources.key(source)
    if (key === null || source === null || actor === null || !sources.named(source)) continue
    const known = blaming.get(key) ?? { actors: new Set<Actor>(), stated: [] }
    known.actors.add(actor)
    known.stated.push(stated)
    blaming.set(key, known)
  }
  const all: readonly Blaming[] = [...blaming.values()]
  return all
    .filter(({ stated }) => stated.every(isNew))
    .flatMap((one) => {
      const other = all.find((each) => each !== one && each.actors.isDisjointFrom(one.actors))
      const [newly, against] = [one.stated[0], other?.stated[0]]
      return newly && against ? [{ event, about: 'who' as const, newly, against }] : []
    })
}

/** All that is said of an event, parts of its figures included. */
export const saidOf = ({ statements }: Pick<Event, 'statements'>): readonly Stated[] =>
  statements.flatMap(withParts).flatMap(({ said }) => said)

const withParts = (statement: Statement): readonly Statement[] => [
  statement,
  ...statement.parts.flatMap(withParts),
]

/** Tolls rise in the hours after an event: only who counts far fewer than others had counted already contradicts them. */
function tollDisputes(event: Event, { voices }: Toll, telling: Telling): readonly Dispute[] {
  const { isNew, desk } = telling
  const named = voices.filter(({ source }) => source !== null && desk.sources.named(source))
  const isKnown = ({ said }: Statement): boolean => !said.every(isNew)
  return named.flatMap((voice) => {
    const put = voice.puts.at(-1)
    if (!put || voice.puts.some(isKnown)) return []
    const other = named.find(({ puts }) =>
      puts.some((each) => isKnown(each) && isFarBelow(put, each)),
    )
    const against = lastOf(other)
    return against
      ? [{ event, about: 'how-many' as const, newly: put.lead, against: against.lead }]
      : []
  })
}

const lastOf = (voice: Voice | undefined): Statement | undefined => voice?.puts.at(-1)

/** Far apart are two figures of which one is twice the other, and by more than a few people. */
const FAR = 2
const FEW = 5

function isFarBelow(a: Statement, b: Statement): boolean {
  if (a.lead.claim.group !== b.lead.claim.group) return false
  const [one, other] = [size(a.lead.claim), size(b.lead.claim)]
  return one * FAR <= other && other - one >= FEW
}
