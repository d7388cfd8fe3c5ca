import type { ParagraphKind } from '../../model/article.ts'
import type { Span } from '../../model/span.ts'
import type { Marked } from './marks.ts'
import * as words from './vocabulary.ts'

const WORDS = /[\p{L}\p{N}]+(?:['’.\-‑][\p{L}\p{N}]+)*/gu
const SMALL = /^(?:a|an|the|of|and|in|on|for|to|at|by|with|from|al|el|de)$/iu
const CAPITAL = /^[\p{Lu}\p{N}]/u
const SENTENCE_END = /[.,!?…]$/u
/** Words that are no more than a name, said of a thing and not by somebody. */
const NAMED =
  /\b(?:named|nicknamed|dubbed|known as|called|titled,?|entitled,?|codenamed|code-named|a\.k\.a\.|aka|(?:book|memoir|novel|film|movie|song|album|show|series|documentary|play|programme|program|slogan|motto|hashtag|essay|anthem|podcast|sitcom|bestseller),?)\s+$/iu

const SENTENCE_BEGINS = /(?:^|[.!?…:]["”’']?\s+)$/u
const VERBS = [...words.setOf(words.SPEECH.past, words.SPEECH.present, words.SPEECH.plural)].join(
  '|',
)
/** `said Fatima al-Jasem`, `Umm Khaled told`: right after the closing mark. */
const SPOKEN = new RegExp(
  `^\\s+(?:(?:${VERBS})\\s|(?:(?:he|she|they|\\p{Lu}[\\p{L}’'-]*)\\s+){1,4}(?:${VERBS})\\b)`,
  'u',
)

/** Roby asked, “All night?” */
const INTRODUCED = new RegExp(`\\b(?:${VERBS})(?: \\p{Lu}\\p{L}+)?[,:]\\s+$`, 'u')

/** “This is it,” said Boone. “No more.” */
const GOES_ON = new RegExp(`[”"’'] .*\\b(?:${VERBS})\\b.*[.] $`, 'u')

/** The number of words between two marks. */
export const wordCount = (text: string): number => text.match(WORDS)?.length ?? 0

/**
 * Marks that quote nobody: terms and scare quotes of one or two words, titles and nicknames. What is left are
 * three words or more that somebody may have said.
 */
export function isTerm(
  text: string,
  { words: inner, outer }: Marked,
  kind: ParagraphKind,
): boolean {
  const own = text.slice(inner.start, inner.end)
  const all = own.match(WORDS) ?? []
  if (all.length < 3) return all.length === 0 || !isUttered(own, text, outer)
  if (kind === 'headline' || kind === 'cross-heading') return false
  return isTitle(own, all, text.slice(Math.max(0, outer.start - BEFORE), outer.start))
}

/** “Nobody slept,” said the nurse; “Good!” he replied: a word or two, and a sentence of theirs all the same. */
const isUttered = (own: string, text: string, { start, end }: Span): boolean => {
  if (!SENTENCE_END.test(own)) return false
  const before = text.slice(Math.max(0, start - BEFORE), start)
  if (INTRODUCED.test(before)) return /^\p{Lu}.*[.!?…]$/su.test(own)
  if (!SENTENCE_BEGINS.test(before)) return false
  const after = text.slice(end, end + 80)
  return (
    SPOKEN.test(after) || (GOES_ON.test(before) && /[.!?]$/u.test(own) && /^(?:$|\s)/u.test(after))
  )
}

/** So much of what stands before tells whether a title or speech follows. */
const BEFORE = 32

function isTitle(own: string, all: readonly string[], before: string): boolean {
  if (all.length > LONGEST_TITLE || !all.every((word) => CAPITAL.test(word) || SMALL.test(word)))
    return false
  if (INTRODUCED.test(before)) return false
  return !SENTENCE_END.test(own) || NAMED.test(before) || isProgramme(own, before)
}

const LONGEST_TITLE = 16

/** host of “Fox News Sunday,” on NBC’s “Meet the Press.”: a comma or full stop that belongs to the sentence around it. */
const isProgramme = (own: string, before: string): boolean =>
  /[.,]$/u.test(own) && PROGRAMME.test(before)

const PROGRAMME =
  /(?:\b(?:on|in|of|to|with|host|hosts|hosted|watch|watched|told|the|an?)|['’][sS]|[sS]['’])\s+$/u
