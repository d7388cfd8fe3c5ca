import type { Span } from '../../../model/span.ts'
import { paragraphOf } from '../../cite.ts'
import type { Stated } from '../../figures/stated.ts'

const LONGEST = 150
/** What a clause says that the figure's label says already. */
const EMPTY_CLAUSE =
  /^(?:(?:have|had|has|were|was|been|being|are|is|also|reportedly)(?:\s+|$))*(?:killed|dead|died|dying|injured|wounded|hurt|fled|displaced|missing|detained|casualties)?$/iu

/**
 * The words of the sentence that follow a figure and say how, where or by whom, as printed: `were killed in what are
 * believed to have been government airstrikes`. They end where another figure begins. Null where they add nothing.
 */
export function clauseAfter({ claim, article }: Stated, others: readonly Span[]): string | null {
  const text = paragraphOf(article, claim.paragraph)?.text
  if (text === undefined) return null
  const start = claim.figure.end + asideLength(text.slice(claim.figure.end, claim.sentence.end))
  const next = others
    .filter((other) => other.start > start && other.end <= claim.sentence.end)
    .toSorted((a, b) => a.start - b.start)[0]
  const words = tidy(text.slice(start, next?.start ?? claim.sentence.end), next !== undefined)
  const empty = words === '' || EMPTY_CLAUSE.test(words) || NOTHING_SAID.test(words)
  return empty ? null : words
}

/** An aside (" – including at least 40 children – ", ", including 49 children,") is passed over. */
const asideLength = (rest: string): number =>
  /^\s*(?:[–—][^–—]*[–—]|\([^)]*\)|,\s*includ[^,]*,)/u.exec(rest)?.[0].length ?? 0

/** Who says so is told beside every figure. */
const SAID_BY =
  /,\s(?:according to\b.*|(?:[^,]{1,80}\s)?(?:said|says|reported|added)(?:\s(?:on\s)?\p{Lu}\w+day|\sin a statement)?[.\s]*)$/u

/** The same where the copy has lost its commas: `a monitor said on Friday`. */
const SAID_BARE =
  /(?:^|\s)(?:an?|the|his|her|its)\s(?:[\p{L}-]+\s){1,7}(?:said|says|reported|added)(?:\s(?:on\s)?\p{Lu}\w+day|\sin a statement)?[.\s]*$/u
/** Nothing but who says so, or the beginning of what comes next. */
const NOTHING_SAID =
  /^(?:(?:he|she|it|they|who)\s)?(?:said|says|told|added|reported)\b|^(?:and|or|but|while)\s\S+$/iu

/** What belongs to the next figure, without which it says nothing: "and injuring", "and hospitals received". */
const LEADS_ON = /[\s,]+(?:and|but|while|with)(?:\s+\p{Ll}[\p{Ll}'’-]*){1,2}$/u

const LOOSE_END =
  /[\s,;–—-]+(?:and|or|but|while|with|including|plus|as well as|among(?: them)?|of|in|on|at|by|for|from|to|than|about|around|nearly|after|before|the|an?|another|as|when|that|which|who|its|their)$/iu

/** What is cut off from what followed it does not end in the air: "of the", "as well as", "was also among". */
export function withoutLooseEnd(words: string): string {
  let kept = words
  while (LOOSE_END.test(kept)) kept = kept.replace(LOOSE_END, '')
  return kept.replace(/[\s,;:–—-]+$/u, '')
}

/** Takes off what ties the words to their neighbours: dashes, marks, a last "and". */
function tidy(words: string, cut: boolean): string {
  const opened = words.replace(/^[\s–—,:;-]+/u, '')
  const inner = /^[“"]/u.test(opened) ? opened.slice(1).trimStart() : opened
  const end = inner.search(/[”"]/u)
  let kept = (end === -1 ? inner : inner.slice(0, end))
    .replace(SAID_BY, '')
    .replace(SAID_BARE, '')
    .replace(/[\s.,;:–—(-]+$/u, '')
  if (cut)
    kept = withoutLooseEnd(kept.replace(LEADS_ON, (last) => (/\p{L}\s*$/u.test(words) ? '' : last)))
  if (/^(?:and|or|while|including|but|with|as well as)$/iu.test(kept)) return ''
  return kept.length <= LONGEST ? kept : kept.slice(0, kept.lastIndexOf(' ', LONGEST))
}
