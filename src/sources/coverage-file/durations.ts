const SECOND = 1000
const UNITS = {
  s: SECOND,
  m: 60 * SECOND,
  h: 60 * 60 * SECOND,
  d: 24 * 60 * 60 * SECOND,
} as const

const FORM =
  /^(?<number>\d+(?:\.\d+)?)\s*(?:(?<letter>[smhd])|(?<word>sec|min|second|minute|hour|day)s?)$/iu

/** `90s`, `10m`, `1 hour`, `2 days` in milliseconds; null for what is no length of time. */
export function durationOf(text: string): number | null {
  const { number, letter: short, word } = FORM.exec(text.trim())?.groups ?? {}
  const letter = (short ?? word)?.slice(0, 1).toLowerCase()
  if (letter === undefined) return null
  return isUnit(letter) ? Math.round(Number(number) * UNITS[letter]) : null
}

const isUnit = (letter: string): letter is keyof typeof UNITS => Object.hasOwn(UNITS, letter)
