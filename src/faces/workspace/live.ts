import type { Change } from './page-api.ts'

/** The open windows, by whose they are. */
export interface Live {
  /** Hears what a person's windows hear, until the returned function is called. */
  listen(person: string, hear: (change: Change) => void): () => void
  tell(people: Iterable<string>, change: Change): void
  tellAll(change: Change): void
  /** How many windows a person has open. */
  windows(person: string): number
}

export function openLive(): Live {
  const windows = new Map<string, Set<(change: Change) => void>>()
  const ofPerson = (person: string) => windows.get(person) ?? new Set()
  return {
    listen(person, hear) {
      const own = ofPerson(person).add(hear)
      windows.set(person, own)
      return () => void own.delete(hear)
    },
    tell(people, change) {
      for (const person of new Set(people)) {
        for (const hear of ofPerson(person)) hear(change)
      }
    },
    tellAll(change) {
      for (const own of windows.values()) for (const hear of own) hear(change)
    },
    windows: (person) => ofPerson(person).size,
  }
}
