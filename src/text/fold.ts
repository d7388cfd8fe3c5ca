/** Letters that Unicode does not take apart into letter and accent, and digits of other scripts. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  // Arabic as hurried people type it: other forms of alef and hamza fall to their bare letters by themselves
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ...digits(0x660),
  ...digits(0x6f0),
}

/** The ten digits of a script, from the code of its nought. */
function digits(nought: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(nought + digit), String(digit)]),
  )
}

// Combining marks (accents, Arabic vowel signs), the Arabic letter stretcher, and what is not seen at all:
// soft hyphens, zero-width and direction marks.
const UNSEEN = /[\p{M}\u0640\p{Cf}]/gu
const APOSTROPHES = /['`´‘’‚‛′‵ʹʻʼʽʾʿˈ＇]/gu
const QUOTATION_MARKS = /["“”„‟«»″‶〝〞＂]/gu
const DASHES = /[\p{Pd}−]/gu
const SPECIAL_LETTERS = /[ßæœøłđðþıٱىیةک\u0660-\u0669\u06f0-\u06f9]/g
const WHITE_SPACE = /\s+/g
const PLAIN = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/

/**
 * The form of a text for comparing: lower case, no accents or vowel signs, digits of one script, no apostrophes or single quotation marks,
 * one kind of double quotation mark, of dash and of white space, nothing around it.
 * Its length is not that of the text: a place in it is no place in the original.
 */
export function fold(text: string): string {
  const small = text.toLowerCase()
  if (PLAIN.test(small)) return small
  // Apostrophes go first: taken apart, the acute accent that is used as one becomes a space.
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, '')
    .replace(SPECIAL_LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(QUOTATION_MARKS, '"')
    .replace(DASHES, '-')
    .replace(WHITE_SPACE, ' ')
    .trim()
}
