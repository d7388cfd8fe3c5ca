import type { Token } from './frame.ts'
import { isTitle } from './name-runs.ts'
import { isCapital, type Tokens } from './phrases.ts'
import { partyLabel } from './states.ts'
import * as words from './vocabulary.ts'

/** What the words around a name say of its bearer. */
export interface AboutName {
  /** Titles before and offices after it: `secretary`, `senator`, `host`. */
  readonly role: ReadonlySet<string>
  /** Names beside it, word by word: `wisconsin`, `clinton`, `cnn`. */
  readonly beside: ReadonlySet<string>
}

const roles = words.setOf(words.ROLES)
/** So many words an apposition is read for. */
const APPOSITION = 10
const NAME_BREAK = /[\s-]+/u
const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['prof', 'professor'],
])

/** Reads the titles before a name and the appositions after it. */
export function aboutName(tokens: Tokens, from: number, end: number): AboutName {
  const role = new Set<string>()
  const beside = new Set<string>()
  const note = (token: Token) => {
    if (isTitle(token.lower)) role.add(SHORT_TITLES.get(token.lower) ?? token.lower)
    else if (isCapital(token)) for (const word of token.lower.split(NAME_BREAK)) beside.add(word)
  }
  for (let at = from - 1; at >= 0 && at >= from - APPOSITION; at -= 1) {
    const token = tokens[at]
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'name')) break
    if (!isTitle(token.lower) && !isCapital(token) && token.lower !== 'of') break
    note(token)
  }
  const label = readBehind(tokens, end, { role, beside })
  if (label.goesOn) readBehind(tokens, label.end, { role, beside })
  return { role, beside }
}

interface Noting {
  readonly role: Set<string>
  readonly beside: Set<string>
}

const OPENS = /^(?:,|\(|of|from)$/u
const acts = words.setOf(words.SPEECH.past, words.STANCE.past)
const stoppers = words.setOf(words.STOPPERS.replace(' and', ''))

/** `, the US secretary of state`, `, R-Wis.`, `of Nebraska`: what it says, where it ends, and whether another may follow. */
function readBehind(
  tokens: Tokens,
  start: number,
  { role, beside }: Noting,
): { readonly end: number; readonly goesOn: boolean } {
  const opens = tokens[start]?.text ?? ''
  if (!OPENS.test(opens)) return { end: start, goesOn: false }
  let goesOn = opens !== ','
  let at = start + 1
  const own: Noting = { role: new Set(), beside: new Set() }
  for (; at < start + APPOSITION; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' && token?.kind !== 'name') break
    const [side, ...state] = partyLabel(token.lower)
    if (side !== undefined) {
      goesOn = true
      own.role.add(side)
      for (const word of state) own.beside.add(word)
    } else if (roles.has(token.lower)) own.role.add(token.lower)
    else if (isCapital(token))
      for (const word of token.lower.split(NAME_BREAK)) own.beside.add(word)
    // "after his meeting with Putin, the U.S. president said": that is somebody else.
    else if (opens === ',' && acts.has(token.lower)) return { end: at, goesOn: false }
    else if (opens === 'of' || opens === 'from' || stoppers.has(token.lower)) break
  }
  for (const word of own.role) role.add(word)
  for (const word of own.beside) beside.add(word)
  // The full stop of `R-Wis.` and the bracket end nothing.
  while (/^[.)]$/u.test(tokens[at]?.text ?? '') && OPENS.test(tokens[at + 1]?.text ?? '')) at += 1
  return { end: at, goesOn }
}
