import { type Known, valueOf } from '../../model/known.ts'
import { slice } from '../../model/span.ts'
import { fold } from '../../text/fold.ts'
import type { Filters } from '../question.ts'
import { paragraphOf } from '../cite.ts'
import type { Area, Places } from './place.ts'
import { keyOf, type Stated, wholeKeyOf } from './stated.ts'

export interface Selection {
  /** What the filters let through and the place holds. */
  readonly here: readonly Stated[]
  /** Whole-war figures of the same articles that are about more than the place. */
  readonly beyond: readonly Stated[]
}

/** Narrows what is stated by the filters of a question. */
export function select(all: readonly Stated[], filters: Filters, places: Places): Selection {
  const matching = all.filter((stated) => matches(stated, filters))
  if (filters.place === null) return { here: matching, beyond: [] }
  const area = places.area(filters.place)
  const wholes = new Map(all.map((stated) => [keyOf(stated.claim), stated]))
  const isHere = (stated: Stated): boolean => {
    const whole = wholes.get(wholeKeyOf(stated.claim) ?? '')
    // A part that names no place has its whole's.
    const place = stated.claim.place ?? whole?.claim.place ?? null
    const inside = place === null ? null : places.inside(place, area)
    return inside ?? (stated.claim.countScope !== 'war' && toldOf(stated, area, places))
  }
  const here = matching.filter(isHere)
  const articles = new Set(here.map(({ article }) => article.id))
  const beyond = matching.filter(
    (stated) =>
      stated.claim.countScope === 'war' && articles.has(stated.article.id) && !isHere(stated),
  )
  return { here, beyond }
}

/** A figure whose place is not known to the tables belongs where its sentence, paragraph or headline is. */
function toldOf({ claim, article }: Stated, area: Area, places: Places): boolean {
  const paragraph = paragraphOf(article, claim.paragraph)?.text ?? ''
  const texts = [slice(paragraph, claim.sentence), paragraph, article.headline]
  for (const text of texts) {
    const told = places.told(text, area)
    if (told !== null) return told
  }
  return false
}

const matches = (stated: Stated, filters: Filters): boolean =>
  (filters.by === null || stated.claim.actor === filters.by) &&
  (filters.harm === null || stated.claim.harm === filters.harm) &&
  (filters.group === null || stated.claim.group === filters.group) &&
  named(filters.source, stated.claim.source) &&
  (named(filters.outlet, known(stated.article.outlet)) ||
    named(filters.outlet, known(stated.article.credit))) &&
  inDays(stated, filters)

const known = (fact: Known<string>): string | null => valueOf(fact)

/** A name matches where either holds the other: `Al Jazeera` and `Al-Jazeera`, `SANA` and `state news agency SANA`. */
function named(asked: string | null, given: string | null): boolean {
  if (asked === null) return true
  if (given === null) return false
  const [one, other] = [bare(asked), bare(given)]
  return one.includes(other) || other.includes(one)
}

const bare = (name: string): string =>
  ` ${fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

function inDays({ claim, article }: Stated, { from, to }: Filters): boolean {
  const published = valueOf(article.published)
  const first = claim.from ?? claim.to ?? published
  const last = claim.to ?? claim.from ?? published
  if (first === null || last === null) return from === null && to === null
  return (from === null || last >= from) && (to === null || first <= to)
}
