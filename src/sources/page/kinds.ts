import type { ParagraphKind } from '../../model/article.ts'
import { around, type Block } from './tree.ts'

/** What a block is by what its page calls it; null where the page does not say. A date stands beside the story. */
export type Named = ParagraphKind | 'date' | 'kicker' | 'pull-quote' | null

const word = (names: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, 'u')

// In this order: the caption's credit is part of the caption, the byline's date part of the byline.
const KINDS: readonly (readonly [Exclude<Named, null>, RegExp, RegExp])[] = [
  [
    'caption',
    /^figcaption$/u,
    word(
      'captions?|wp-caption-text|inline-caption|image-(?:caption|text|description)|photo-(?:caption|credit|text)|cutline|media-caption|img-(?:caption|desc|title)',
    ),
  ],
  ['pull-quote', /^$/u, word('pull-?quotes?|pullout|quote-(?:box|highlight)')],
  [
    'byline',
    /^address$/u,
    word('bylines?|by-line|authors?|author-(?:name|names|line)|writers?|reporters?|contributors?'),
  ],
  [
    'standfirst',
    /^$/u,
    word(
      'standfirst|dek|deck|sub-?(?:title|head|heading|headline)|article-(?:summary|lead|intro|excerpt|description)|strapline|stand-first|entry-summary|page-summary|excerpt',
    ),
  ],
  [
    'date',
    /^time$/u,
    word(
      'date|dates|date-?line|date-?time|time|times?tamp|published|pub-?date|updated|posted-on|last-updated|entry-date|post-meta|entry-meta|meta|article-meta',
    ),
  ],
  ['credit', /^$/u, word('credits?|article-source|news-source|source|sources|agency|copyright')],
  [
    'kicker',
    /^$/u,
    word(
      'kicker|eyebrow|overline|section-(?:label|name|title)|article-section|rubric|label|category',
    ),
  ],
]

const NEAR = 3

/** By the nearest boxes only: what is called after its byline further out is a whole column. */
export function named(block: Block, isWhole: (box: Block['box']) => boolean): Named {
  if (block.timed > 0 && block.timed >= block.text.replaceAll(' ', '').length * 0.6) return 'date'
  let steps = 0
  for (const box of around(block.box)) {
    steps += 1
    if (steps > NEAR || isWhole(box)) return null
    const names = `${box.names} ${box.itemprop}`
    const found = KINDS.find(([, tag, pattern]) => tag.test(box.tag) || pattern.test(names))
    if (found !== undefined) return found[0]
  }
  return null
}
