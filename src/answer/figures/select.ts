import { type Known, valueOf } from '../../model/known.ts'
import { slice } from '../../model/span.ts'
import { fold } from '../../text/fold.ts'
import type { Filters } from '../question.ts'
import { paragraphOf } from '../cite.ts'
import type { Book } from './book.ts'
import { type Area, nested, type Place, type Places } from './place.ts'
import { keyOf, type Stated } from './stated.ts'

export interface Selection {
  /** What the filters let through and the place holds. */
  readonly here: readonly Stated[]
  /** Whole-war figures of the same articles that are about more than the place. */
  readonly beyond: readonly Stated[]
}

/** Narrows what is stated by the filters of a question; reports of an event in the place are taken in with it. */
export function select(book: Book, filters: Filters): Selection {
  const { all, places } = book
  const matching = all.filter((stated) => matches(stated, filters) && inDays(stated, filters, book))
  if (filters.place === null) return { here: matching, beyond: [] }
  const area = places.area(filters.place)
  const inside = new Set(matching.filter((stated) => isHere(stated, area, places)))
  // An event has as many reports as tell of it, and is gone through once.
  const events = new Set([...inside].map(book.eventOf))
  const told = new Set(
    [...events].flatMap((reports) =>
      reports
        .filter(({ where }) => !elsewhere(where, area, places))
        .map(({ claim }) => keyOf(claim)),
    ),
  )
  const here = matching.filter((stated) => inside.has(stated) || told.has(keyOf(stated.claim)))
  const articles = new Set(here.map(({ article }) => article.id))
  const beyond = matching.filter(
    (stated) =>
      stated.claim.countScope === 'war' && articles.has(stated.article.id) && !inside.has(stated),
  )
  return { here, beyond }
}

function isHere(stated: Stated, area: Area, places: Places): boolean {
  const inside = stated.where === null ? null : places.inside(stated.where, area)
  return inside ?? (stated.claim.countScope !== 'war' && toldOf(stated, area, places))
}

/** A report that is plainly of another place; one that only says the province, or nothing, is not. */
function elsewhere(where: Place | null, area: Area, places: Places): boolean {
  if (where === null || where.abroad || places.inside(where, area) !== false) return false
  return !nested(where, area.place)
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
    named(filters.outlet, known(stated.article.credit)))

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

/** The days of an event are those of all its reports, also for one that gives none. */
function inDays(stated: Stated, { from, to }: Filters, book: Book): boolean {
  if (from === null && to === null) return true
  const { claim, article } = stated
  const published = valueOf(article.published)
  const event = book.daysOf(stated)
  const first = event.from ?? event.to ?? claim.from ?? claim.to ?? published
  const last = event.to ?? event.from ?? claim.to ?? claim.from ?? published
  return (
    first !== null &&
    last !== null &&
    (from === null || last >= from) &&
    (to === null || first <= to)
  )
}
