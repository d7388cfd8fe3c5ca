import type { AnyName, OrganisationName } from '../../model/name.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'

/** Who says things, told apart: `SOHR` is the `Syrian Observatory for Human Rights`, whoever prints it. */
export interface Sources {
  /** One key for all names of a source; null for none. */
  key(source: string | null): string | null
  /** Whether it is somebody with a name, who can be independent of somebody else. */
  named(source: string): boolean
  /** What sources that are not independent of each other have in common: the side that they speak for, else themselves. */
  interest(source: string): string
}

const NAMELESS =
  /\b(?:activist|resident|(?:eye)?witness|official|source|medic|doctor|report|rebel|opposition|local|monitor|group|media)(?:e?s)?$/iu
/** A witness, one medic: the capital that begins a sentence is no name. */
const DETERMINER = /^(?:an?|the|one|another|some|several|many|two|three)\s+/iu
/** A medical source in Aleppo: where somebody is gives him no name. */
const WHEREABOUTS = /\s(?:in|at|inside|near|from|on)\s.*$/iu

const isNamed = (source: string): boolean => {
  const bare = source.replace(DETERMINER, '')
  return (
    /\p{Lu}/u.test(bare) && !NAMELESS.test(bare) && !NAMELESS.test(bare.replace(WHEREABOUTS, ''))
  )
}

const bareOf = (source: string): string => source.replace(/^the\s+/iu, '')

export function sourcesOfTables(lexicon: Lexicon): Sources {
  const keys = new Map<string, string>()
  const knownAs = (source: string): AnyName | undefined =>
    lexicon.lookUp(bareOf(source)).find(({ kind }) => kind !== 'place')
  const key = (source: string): string => {
    const kept = keys.get(source)
    if (kept !== undefined) return kept
    const known = knownAs(source)
    const body = bodyOf(known, lexicon)
    // Who speaks for a monitor is the monitor: its director is no second source.
    const name = body?.type === 'monitor' ? body.name : known?.name
    const found = fold(name ?? bareOf(source))
    keys.set(source, found)
    return found
  }
  return {
    key: (source) => (source === null ? null : key(source)),
    named: isNamed,
    interest: (source) => bodyOf(knownAs(source), lexicon)?.actor ?? key(source),
  }
}

/** The organisation, or the one that a person speaks for. */
function bodyOf(name: AnyName | undefined, lexicon: Lexicon): OrganisationName | null {
  if (name?.kind === 'organisation') return name
  if (name?.kind !== 'person') return null
  const bodies = lexicon
    .mentions(name.role)
    .flatMap(({ name: one }) => (one.kind === 'organisation' ? [one] : []))
  return bodies.find(({ type }) => type === 'monitor') ?? bodies[0] ?? null
}
