import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'

const LITTLE = /^(?:the|a|an|mr|mrs|ms|dr|uk-based|british-based|britain-based)\s+/u

/**
 * Whether two ways to name somebody or some place mean one: `SOHR` and `the Syrian Observatory for Human Rights`,
 * `Kerry` and `US Secretary of State John Kerry`. A new version that names somebody in full corrects nothing.
 */
export function sameName(a: string, b: string, lexicon: Lexicon): boolean {
  const [first, second] = [bare(a), bare(b)]
  if (holds(first, second) || holds(second, first)) return true
  const names = namesIn(a, lexicon)
  return namesIn(b, lexicon).some((name) => names.includes(name))
}

const bare = (name: string): string => fold(name).replace(LITTLE, '')

const holds = (long: string, short: string): boolean => ` ${long} `.includes(` ${short} `)

function namesIn(written: string, lexicon: Lexicon): readonly string[] {
  const whole = lexicon.lookUp(written.replace(/^the\s+/iu, ''))
  const found = whole.length > 0 ? whole : lexicon.mentions(written).map(({ name }) => name)
  return found.map(({ name }) => name)
}
