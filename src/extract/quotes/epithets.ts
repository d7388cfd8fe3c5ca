import { setOf } from './vocabulary.ts'

/** Offices of which a story has one bearer at a time: `the Vermont senator`, `the former Florida governor`, `the speaker`. */
export const EPITHETS = setOf(
  'senator governor congressman congresswoman representative republican democrat candidate nominee front-runner frontrunner businessman businesswoman billionaire mogul hopeful contender incumbent speaker mayor justice lady lawmaker legislator president',
)

/** Words that make any office one: `the former campaign chairman`, `the longtime adviser`. */
export const FORMER = setOf('former longtime ex then-candidate one-time onetime')

/** People of whom many go through a story without a name: `the official`, `the aide`. */
export const ANONYMOUS = setOf(
  'source official officer witness eyewitness activist resident soldier fighter commander rebel militant aide adviser advisor person man woman boy girl child insider staffer operative employee worker guard voter supporter critic expert analyst diplomat journalist reporter member refugee civilian doctor medic volunteer protester demonstrator survivor villager local minister spokesman spokeswoman spokesperson ambassador envoy one',
)

/** Offices for which the same person may be named in other words: an `aide` may have been called an adviser. */
const KIN: readonly ReadonlySet<string>[] = [
  setOf(
    'aide adviser advisor official staffer operative surrogate strategist consultant associate',
  ),
  setOf(
    'host anchor journalist reporter correspondent commentator pundit columnist presenter moderator',
  ),
  setOf('senator congressman congresswoman representative lawmaker legislator republican democrat'),
  setOf('spokesman spokeswoman spokesperson secretary'),
  setOf('chairman chairwoman chair chief head director boss manager'),
  setOf('lawyer attorney counsel prosecutor'),
  setOf('professor scholar historian academic expert'),
  setOf(
    'nominee candidate contender hopeful front-runner frontrunner businessman billionaire mogul',
  ),
]

/** The offices that may be meant by another one, itself left out. */
export const kinOf = (head: string): readonly string[] =>
  KIN.filter((all) => all.has(head)).flatMap((all) => [...all].filter((one) => one !== head))
