// Control characters print as nothing; SQLite and terminals are better off without them.
// oxlint-disable-next-line no-control-regex -- these are just the ones meant
const SPACE = /[\s\u0000-\u001f\u007f]+/gu

/** A text with its white space in order: each run of it, no-break spaces and line breaks included, is one space. */
export const tidy = (text: string): string => text.replace(SPACE, ' ').trim()

// oxlint-disable-next-line no-control-regex -- the letters that need no taking apart
const PLAIN = /^[\u0000-\u007f]*$/u

/** Letters and digits alone, for telling whether two lines are the same. */
export const keyOf = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '')
