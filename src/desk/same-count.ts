import type { Stated } from '../answer/figures/stated.ts'
import { groupsFit, size } from '../answer/figures/tally.ts'
import type { Claim } from '../model/claim.ts'

// Whether two figures are two states of one count: told by their numbers, their hedges and the words around them.

/** "17 other civilians" and "another 327" count what is left of something else. */
export const isCountAlone = (exact: string): boolean =>
  !/\b(?:others?|another|further|additional|remaining|more(?! than))\b/iu.test(exact)

/** An article says itself that the count is a new one. */
const ANEW =
  /\b(?:new|updated|revised|final) (?:death )?(?:toll|tally|count)|\b(?:toll|tally|count)\b[^.;]{0,80}\b(?:rises?|rose|risen|raised|climbs?|climbed|jumps?|jumped|hits?|lowered|revised|corrected|updated)\b|\b(?:raised|raises|raising|lowered|lowers|lowering|revised|revises|revising|corrected|updated|updating)\b[^.;]{0,40}\b(?:toll|tally|count|figures?|estimate)\b/iu

/** Or that it is a smaller one: a smaller number alone is more often an older one, or a part of it. */
const LOWERED =
  /\b(?:lowered|lowers|lowering|corrected|corrects|correcting|reduced|reduces|revised down|revises down)\b/iu

export const isPutAnew = ({ article, citation }: Stated): boolean =>
  ANEW.test(citation.text) || ANEW.test(article.headline)

const isPutLower = ({ article, citation }: Stated): boolean =>
  LOWERED.test(citation.text) || LOWERED.test(article.headline)

/** Whether one figure is another state of the other's count, and not the same in other words. */
export function revisesCount(after: Stated, before: Stated): boolean {
  const [is, was] = [after.claim, before.claim]
  return (
    is.harm === was.harm &&
    isStep(after, before) &&
    (isSameGroup(is, was) || (isPutAnew(after) && groupsFit(is.group, was.group)))
  )
}

/** Whether the number is another one: higher, or by the article's own words lower. */
export const isStep = (after: Stated, before: Stated): boolean =>
  !isSameNumber(after.claim, before.claim) &&
  (size(after.claim) > size(before.claim) || isPutLower(after))

/** Of "29 civilians" and "61 people" the civilians may be a part; "31 people" and "43 civilians" cannot be. */
const isSameGroup = (is: Claim, was: Claim): boolean =>
  is.group === was.group || (was.group === 'people' && is.group === 'civilians')

/** Numbers that leave room: "more than 20" are 21, too. */
const LOOSE: ReadonlySet<Claim['qualifier']> = new Set(['more_than', 'nearly', 'about', 'up_to'])
const ROOM = 0.1

/** `17` and `at least 17` are one number; so are "more than 20" and 21. */
function isSameNumber(one: Claim, other: Claim): boolean {
  const [a, b] = [size(one), size(other)]
  if (a === b) return true
  const isLoose = LOOSE.has(one.qualifier) || LOOSE.has(other.qualifier)
  return isLoose && Math.abs(a - b) <= ROOM * Math.max(a, b)
}
