import { paragraphOf } from '../../answer/cite.ts'
import { placesOfTables } from '../../answer/figures/place.ts'
import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim.ts'
import { slice } from '../../model/span.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'

/**
 * Claims at the head of an article with the town that the head names, where they have no place themselves, or a capital
 * that neither their sentence nor the headline names: "but Moscow defended its ally" is where somebody spoke, and would
 * tear the news of one attack apart.
 */
export function wellPlaced(
  claims: readonly Claim[],
  articles: readonly Article[],
  lexicon: Lexicon,
): readonly Claim[] {
  const places = placesOfTables(lexicon)
  const byId = new Map(articles.map((article) => [article.id, article]))
  const towns = new Map<string, string | null>()
  const townOf = (article: Article): string | null => {
    const known = towns.get(article.id)
    if (known !== undefined) return known
    const town = townIn(headOf(article), lexicon)
    towns.set(article.id, town)
    return town
  }
  return claims.map((claim) => {
    const article = byId.get(claim.article)
    if (!article || claim.countScope !== 'event' || claim.subsetOf !== null) return claim
    if (claim.place !== null && !isElsewhere(claim.place, claim, article)) return claim
    const place = claim.paragraph <= HEAD ? townOf(article) : null
    return { ...claim, place }
  })

  function isElsewhere(place: string, claim: Claim, article: Article): boolean {
    const { abroad, names } = places.of(place, () => '')
    if (!abroad && !names.includes(CAPITAL)) return false
    const sentence = slice(paragraphOf(article, claim.paragraph)?.text ?? '', claim.sentence)
    return !`${article.headline}\n${sentence}`.includes(place)
  }
}

/** Of Syria: more often its government than a place where anybody was harmed. */
const CAPITAL = 'damascus'

/** The headline and so many paragraphs. */
const HEAD = 3

const headOf = ({ paragraphs }: Article): string =>
  paragraphs
    .filter(({ number }) => number <= HEAD)
    .map(({ text }) => text)
    .join('\n')

const SMALL: ReadonlySet<string> = new Set(['city', 'town', 'village', 'district', 'camp'])

/** The first town of Syria that a text names, as it is written there; a capital is more often a government. */
function townIn(text: string, lexicon: Lexicon): string | null {
  const home = lexicon.within('Syria')
  const found = lexicon
    .mentions(text)
    .find(
      ({ name }) =>
        name.kind === 'place' &&
        SMALL.has(name.type) &&
        home.has(name.name) &&
        fold(name.name) !== CAPITAL,
    )
  return found ? slice(text, found.span) : null
}
