import type { Token } from './frame.ts'
import { beginsName, endsName, isHead, isLink, isTitle } from './name-runs.ts'
import { makeNamed, type Making, type Named, NATIONALITY } from './naming.ts'
import { isCapital, isSpeakerNoun, type Phrase } from './phrases.ts'
import * as words from './vocabulary.ts'

const bodies = words.setOf(words.BODIES)
const particles = words.setOf(words.PARTICLES)
const roles = words.setOf(words.ROLES)

/** What a phrase names, titles left out; null where it only describes. */
export function nameIn(making: Making, phrase: Phrase): Named | null {
  const { tokens, surnames } = making
  // King said, where the story has a Steve King.
  if (phrase.to === phrase.from + 1 && surnames?.has(tokens[phrase.from]?.text ?? '') === true)
    return makeNamed(making, phrase.from, phrase.to)
  let to = phrase.to
  const cut = joinerAfterName(tokens, phrase)
  if (cut !== null) to = cut
  while (
    to > phrase.from &&
    (!isCapital(tokens[to - 1]) || roles.has(tokens[to - 1]?.lower ?? ''))
  ) {
    // Putin's spokesman, the US official: a description, whoever is named in it.
    if (isSpeakerNoun(tokens[to - 1]?.lower ?? '')) {
      const beside = besideNoun(making, phrase, to)
      return beside
    }
    to -= 1
  }
  if (to === phrase.from) return null
  let from = to
  while (
    from > phrase.from &&
    (isCapital(tokens[from - 1]) ||
      isLink(tokens, from - 1) ||
      particles.has(tokens[from - 1]?.lower ?? ''))
  ) {
    if (from < to && /['’]s?$/u.test(tokens[from - 1]?.text ?? '')) break
    if (tokens[from - 1]?.kind === 'name') {
      if (from !== to && !beginsName(tokens, from - 1, to)) break
      from -= 1
      if (!endsName(tokens, from, phrase.from)) break
      continue
    }
    from -= 1
  }
  return makeNamed(making, from, to)
}

/** `Jens Laerke spokesman` for the UN, the `Syrian Observatory for Human Rights monitoring group`: a name all the same. */
function besideNoun(making: Making, phrase: Phrase, end: number): Named | null {
  const { tokens } = making
  let to = end
  while (to > phrase.from && !isCapital(tokens[to - 1])) to -= 1
  const noun = tokens.slice(to, end)
  const last = tokens[to - 1]
  if (
    last?.name?.kind === 'organisation' &&
    noun.every(
      ({ lower }) =>
        (bodies.has(lower) && (!roles.has(lower) || lower === 'monitor')) ||
        lower === 'news' ||
        lower.endsWith('ing'),
    ) &&
    !/['’]s?$/u.test(last.text)
  )
    return makeNamed(making, to - 1, to)
  const run = tokens.slice(phrase.from, to)
  const role = noun[0]?.lower ?? ''
  const isName =
    run.length >= 2 &&
    run.length <= 4 &&
    run.every(isCapital) &&
    run.every(
      ({ lower, name }) => !isTitle(lower) && !bodies.has(lower) && name?.kind !== 'organisation',
    )
  const named =
    roles.has(role) && isName && !NATIONALITY.test(run[0]?.lower ?? '')
      ? makeNamed(making, phrase.from, to)
      : null
  return named?.kind === 'person' ? named : null
}

/** Sam Taylor `of` the MSF, a witness `in` Douma: the name or the noun stands before it. */
function joinerAfterName(tokens: readonly Token[], { from, to }: Phrase): number | null {
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || !JOINING.has(token.lower)) continue
    if (isLink(tokens, at) && !/^\p{Ll}/u.test(tokens[at - 1]?.text ?? '') && bodyLike(tokens, at))
      continue
    return at
  }
  return null
}

const JOINING = words.setOf('of for from in at with inside near including within under')

const bodyLike = (tokens: readonly Token[], at: number): boolean => {
  const head = tokens[at - 1]?.lower ?? ''
  return isHead(head)
}
