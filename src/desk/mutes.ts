import type { Line, Offer, Report, Section } from '../answer/report.ts'
import { aboutOf } from '../answer/speech/about.ts'
import type { Mute } from '../model/standing.ts'
import type { Lexicon } from '../names/lexicon.ts'

const MOST_PLACES = 4

/** What is muted, apart: `place:Aleppo` is a place, by the name that the tables have. */
const muteOf = (what: string): { readonly kind: string; readonly name: string } => {
  const at = what.indexOf(':')
  return { kind: what.slice(0, at), name: what.slice(at + 1) }
}

/** `Aleppo`, `ceasefire`, `a thread`: as people call what is muted. */
export const mutedName = (what: string): string => {
  const { kind, name } = muteOf(what)
  return kind === 'thread' ? 'a thread' : name
}

/** A report without the lines about what a channel has muted; a part goes with its whole. */
export function withoutMuted(
  report: Report,
  mutes: readonly Mute[],
  lexicon: Lexicon,
): { readonly report: Report; readonly left: number } {
  const tests = mutes.flatMap(({ what }) => {
    const { kind, name } = muteOf(what)
    if (kind === 'place') return [(text: string) => placesIn(text, lexicon).includes(name)]
    if (kind === 'topic') return [aboutOf(name)]
    return []
  })
  if (tests.length === 0) return { report, left: 0 }
  const isMuted = (line: Line): boolean =>
    tests.some((test) =>
      test(
        [
          ...line.runs.map(({ text }) => text),
          ...line.citations.flatMap(({ headline, text }) => [headline, text]),
        ].join(' '),
      ),
    )
  let left = 0
  const sections = report.sections.map((section): Section => {
    let dropped = false
    const lines = section.lines.filter((line) => {
      if (line.level === 0) dropped = line.citations.length > 0 && isMuted(line)
      if (dropped) left += 1
      return !dropped
    })
    return { ...section, lines }
  })
  return { report: { ...report, sections: sections.filter(({ lines }) => lines.length > 0) }, left }
}

/** The places that a text names, countries left out: a mute of Syria would mute everything. */
const placesIn = (text: string, lexicon: Lexicon): readonly string[] =>
  lexicon
    .mentionsInAnyScript(text)
    .flatMap(({ name }) => (name.kind === 'place' && name.type !== 'country' ? [name.name] : []))

/** What can be muted of a report, for a day, each as an order. */
export function muteOffers(
  report: Report,
  lexicon: Lexicon,
  topics: readonly string[] = [],
): readonly Offer[] {
  const text = report.sections
    .flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map((run) => run.text)))
    .join('\n')
  const places = [...new Set(placesIn(text, lexicon))].slice(0, MOST_PLACES)
  return [
    ...places.map((name) => ({ label: `Mute ${name} for a day`, ask: `mute place:"${name}"` })),
    ...topics.map((name) => ({ label: `Mute “${name}” for a day`, ask: `mute topic:"${name}"` })),
    { label: 'Mute this thread for a day', ask: 'mute thread' },
  ]
}
