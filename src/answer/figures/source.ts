import type { AnyName } from '../../model/name.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'

/** Who says things, told apart: `SOHR` is the `Syrian Observatory for Human Rights`, whoever prints it. */
export interface Sources {
  /** One key for all names of a source; null for none. */
  key(source: string | null): string | null
  /** Whether it is somebody with a name, who can be independent of somebody else. */
  named(source: string): boolean
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

export function sourcesOfTables(lexicon: Lexicon): Sources {
  const keys = new Map<string, string>()
  return {
    key: (source) => {
      if (source === null) return null
      const kept = keys.get(source)
      if (kept !== undefined) return kept
      const bare = source.replace(/^the\s+/iu, '')
      const known = lexicon.lookUp(bare).find(({ kind }) => kind !== 'place')
      const key = fold(monitorOf(known, lexicon) ?? known?.name ?? bare)
      keys.set(source, key)
      return key
    },
    named: isNamed,
  }
}

/** Who speaks for a monitor is the monitor: its director is no second source. */
function monitorOf(name: AnyName | undefined, lexicon: Lexicon): string | null {
  if (name?.kind !== 'person') return null
  const body = lexicon
    .mentions(name.role)
    .find(({ name: one }) => one.kind === 'organisation' && one.type === 'monitor')
  return body?.name.name ?? null
}
