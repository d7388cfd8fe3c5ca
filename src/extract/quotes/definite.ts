import { ANONYMOUS, EPITHETS, FORMER, kinOf } from './epithets.ts'
import type { Cast, Place } from './names.ts'
import { genderOfRoles, type Named } from './naming.ts'
import { isCapital, type Tokens } from './phrases.ts'
import { kindOfHead, type Speaker, speakerOf } from './speaker.ts'
import { TAKEN_UP } from './taken-up.ts'
import * as words from './vocabulary.ts'

/** A definite description at its place: `the group`, `the Russian minister`, `Clinton’s campaign manager`. */
interface Description extends Place {
  readonly own: Tokens
  readonly head: string
}

interface Memory {
  readonly cast: Cast
  readonly said: readonly Speaker[]
}

const bodies = words.setOf(words.BODIES)
const roles = words.setOf(words.ROLES)
const MONITORING = words.setOf(
  'monitoring britain-based uk-based british-based london-based rights monitor',
)
const POINTS_BACK = new Set(['the', 'this', 'that'])
const LONGEST_OFFICE = 6
/** So many paragraphs back a description without a name in it may reach for whoever was named last. */
const NEAR = 2

/** Whom a definite description takes up again; null where it stands for somebody new. */
export function takenUp(description: Description, memory: Memory): Speaker | null {
  const { own, head } = description
  const capitals = capitalsOf(own)
  const pointsBack = POINTS_BACK.has(own[0]?.lower ?? '')
  const person = (roles.has(head) || !bodies.has(head)) && kindOfHead(head) === 'person'
  const search: Search = {
    ...description,
    ...memory,
    capitals,
    before: memory.cast.before(description),
    elsewhere: new Set(),
  }
  const held = { ...search, elsewhere: holdersElsewhere(search) }
  if (person) {
    const known = capitals.size === 0 ? null : byOffice(held)
    if (known !== null) return known
    const epithet =
      EPITHETS.has(head) || own.some(({ lower }) => FORMER.has(lower) || AGED.test(lower))
    const last = epithet && pointsBack ? lastNamed(held) : null
    if (last !== null && own.length <= LONGEST_OFFICE) return last
  }
  if (capitals.size > 0 && own.length > 3) return null
  const again = byNoun(held)
  if (again !== null || !person || !pointsBack) return again
  return capitals.size > 0 || ANONYMOUS.has(head) ? null : lastNamed(held, NEAR)
}

/** `the 41-year-old technician` */
const AGED = /^\d+[-‑]years?[-‑]old$/u

interface Search extends Description, Memory {
  /** The names inside the description, word by word. */
  readonly capitals: ReadonlySet<string>
  /** Who is named before it. */
  readonly before: readonly Named[]
  /** Who holds the office, and somewhere else: `the U.S. president` is not the president of Russia. */
  readonly elsewhere: ReadonlySet<string>
}

/** The names inside a description, word by word. */
const capitalsOf = (own: Tokens): ReadonlySet<string> =>
  new Set(
    own
      .filter((token, at) => isCapital(token) && (at > 0 || !POINTS_BACK.has(token.lower)))
      .flatMap(({ lower }) => lower.replaceAll('.', '').split(/[\s-]+/u)),
  )

/** `the CNN host`, `the former Clinton campaign chairman`: whose office and whose place it is. */
function byOffice({ head, capitals, before, cast }: Search): Speaker | null {
  const shares = ({ beside, role }: Named) => meet(capitals, beside) || meet(capitals, role)
  const holds = ({ role }: Named) => role.has(head)
  // Clinton’s press secretary is not Clinton.
  const isAmong = (one: Named) => one.words.some((word) => capitals.has(word))
  const people = peopleOf(before).filter((one) => !isAmong(one))
  const named =
    people.findLast((one) => holds(one) && shares(one)) ??
    people.findLast((one) => shares(one) && kinOf(head).some((kin) => one.role.has(kin))) ??
    people.findLast((one) => holds(one) && one.beside.size === 0) ??
    peopleOf(cast.all).find((one) => holds(one) && shares(one) && !isAmong(one))
  return named === undefined ? null : speakerOf(cast.fullest(named))
}

const peopleOf = (all: readonly Named[]): readonly Named[] =>
  all.filter(({ kind }) => kind === 'person')

/** The one who spoke or was named under the same noun. */
function byNoun({ own, head, before, cast, said, elsewhere }: Search): Speaker | null {
  const monitor = own.some(({ lower }) => MONITORING.has(lower))
  const spoke = said.findLast(
    (one) => one.nouns.has(head) && fitsNumber(one, head) && !elsewhere.has(one.name),
  )
  if (spoke !== undefined && !monitor) return spoke
  const mentioned =
    before.findLast(
      (named) => takesUp(named, head, monitor) && !elsewhere.has(cast.fullest(named).text),
    ) ??
    // A monitor may be named only later: "a Britain-based group said" opens many a story.
    (monitor ? cast.all.find((named) => takesUp(named, head, true)) : undefined)
  return mentioned === undefined ? (spoke ?? null) : speakerOf(cast.fullest(mentioned))
}

/** The person who spoke or acted last; else the one named last in full. */
function lastNamed(search: Search, reach = Number.POSITIVE_INFINITY): Speaker | null {
  const { head, paragraph, before, cast, said, elsewhere } = search
  const gender = genderOfRoles([head])
  const fits = (one: Pick<Speaker, 'gender'>, name: string) =>
    (gender === null || one.gender === null || one.gender === gender) && !elsewhere.has(name)
  const named = before.findLast(
    (one) => one.kind === 'person' && one.text.includes(' ') && fits(one, cast.fullest(one).text),
  )
  if (Number.isFinite(reach) && !(named !== undefined && paragraph - named.paragraph <= reach))
    return null
  const spoke = said.slice(-3).findLast((one) => one.kind === 'person' && fits(one, one.name))
  if (spoke !== undefined) return spoke
  return named === undefined ? null : speakerOf(cast.fullest(named))
}

const holdersElsewhere = ({ head, capitals, before, cast }: Search): ReadonlySet<string> =>
  capitals.size === 0
    ? new Set()
    : new Set(
        before
          .filter(
            ({ role, beside }) => role.has(head) && beside.size > 0 && !meet(capitals, beside),
          )
          .map((one) => cast.fullest(one).text),
      )

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one))

const fitsNumber = ({ kind }: Speaker, head: string): boolean =>
  roles.has(head) || bodies.has(head) ? kind === kindOfHead(head) || kind === 'body' : true

function takesUp(named: Named, head: string, monitor: boolean): boolean {
  const { name } = named
  if (name?.kind === 'organisation')
    return monitor
      ? name.type === 'monitor'
      : named.words.includes(head) || TAKEN_UP[name.type].has(head)
  if (named.kind === 'body') return named.words.includes(head)
  return named.kind === 'person' && named.role.has(head)
}
