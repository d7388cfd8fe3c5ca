import type { AnyName, PlaceName } from '../model/name.ts'

/** Which place lies in which, all the way up and all the way down. */
export interface Places {
  /** The place and all places in it, by name. */
  within(place: string): ReadonlySet<string>
  /** The places that hold the place, the nearest first. */
  around(place: string): readonly string[]
}

export function arrangePlaces(names: readonly AnyName[]): Places {
  const places = names.filter((name): name is PlaceName => name.kind === 'place')
  const holders = new Map<string, readonly string[]>()
  const held = new Map<string, string[]>()
  for (const { name, within } of places) {
    if (within === null) continue
    holders.set(name, [within])
    held.set(within, [...(held.get(within) ?? []), name])
  }
  return {
    within: (place) => reach(place, (one) => held.get(one) ?? []),
    around: (place) => [...reach(place, (one) => holders.get(one) ?? [])].slice(1),
  }
}

/** All that can be reached from one, itself first; a circle in the table ends nothing but the walk. */
function reach(from: string, next: (one: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([from])
  for (const one of reached) for (const other of next(one)) reached.add(other)
  return reached
}
