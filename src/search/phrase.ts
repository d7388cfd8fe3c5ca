import { isArabic } from '../text/arabic.ts'
import { fold } from '../text/fold.ts'

const POSSESSIVE = /['’ʼ]s(?![\p{L}\p{N}])/giu
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu

/**
 * Makes a test for whether a phrase stands in a text as such, word beside word: case, accents, kinds of quotation
 * marks and a possessive aside. A phrase without a letter or digit stands nowhere.
 */
export function phraseTest(phrase: string): (text: string) => boolean {
  const wanted = comparable(phrase).replace(EDGES, '')
  if (wanted === '') return () => false
  // Arabic writes `and` and `in` onto the word that follows.
  const before = isArabic(wanted) ? '[وفبلك]?' : ''
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${before}${RegExp.escape(wanted)}(?![\\p{L}\\p{N}])`,
    'u',
  )
  return (text) => pattern.test(comparable(text))
}

const comparable = (text: string): string => fold(text.replace(POSSESSIVE, ''))
