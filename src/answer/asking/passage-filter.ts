import { valueOf } from '../../model/known.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import type { Archive } from '../archive.ts'
import type { Filters } from '../question.ts'

/**
 * Which passages the filters let through. Outlet and days are the article's; a place must be named in the passage or
 * the headline, a source in the passage, unless a figure or quote of the passage is put down to it.
 */
export function passageFilter(
  filters: Filters,
  { archive, lexicon }: { readonly archive: Archive; readonly lexicon: Lexicon },
): ((article: string, paragraph: number) => boolean) | undefined {
  const { from, to, outlet, place } = filters
  const voice = filters.source ?? filters.speaker
  if ([from, to, outlet, place, voice].every((each) => each === null)) return undefined
  const places = place === null ? null : lexicon.within(place)
  return (id, number) => {
    const article = archive.articleOf(id)
    const paragraph = article?.paragraphs.find((each) => each.number === number)
    if (!article || !paragraph) return false
    const published = valueOf(article.published)
    if (from !== null && (published === null || published < from)) return false
    if (to !== null && (published === null || published > to)) return false
    if (outlet !== null && valueOf(article.outlet) !== outlet) return false
    if (
      places !== null &&
      place !== null &&
      !namesPlace({ text: `${article.headline}\n${paragraph.text}`, place, places, lexicon })
    )
      return false
    return voice === null || hasVoice({ archive, lexicon, id, number, text: paragraph.text, voice })
  }
}

function namesPlace({
  text,
  place,
  places,
  lexicon,
}: {
  readonly text: string
  readonly place: string
  readonly places: ReadonlySet<string>
  readonly lexicon: Lexicon
}): boolean {
  if (fold(text).includes(fold(place))) return true
  return lexicon
    .mentionsInAnyScript(text)
    .some(({ name }) => name.kind === 'place' && places.has(name.name))
}

function hasVoice({
  archive,
  lexicon,
  id,
  number,
  text,
  voice,
}: {
  readonly archive: Archive
  readonly lexicon: Lexicon
  readonly id: string
  readonly number: number
  readonly text: string
  readonly voice: string
}): boolean {
  const same = (name: string | null): boolean =>
    name !== null &&
    (fold(name) === fold(voice) || lexicon.lookUp(name).some((each) => each.name === voice))
  if (
    lexicon.mentionsInAnyScript(text).some(({ name }) => name.name === voice) ||
    fold(text).includes(fold(voice))
  )
    return true
  const here = (finding: { readonly article: string; readonly paragraph: number }): boolean =>
    finding.article === id && finding.paragraph === number
  return (
    archive.claims.some((claim) => here(claim) && same(claim.source)) ||
    archive.quotes.some((quote) => here(quote) && same(quote.speaker))
  )
}
