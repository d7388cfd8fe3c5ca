import type { AnyName } from '../model/name.ts'
import { arabicNames } from './arabic-names.ts'
import { type Found, findMentions } from './find-mentions.ts'
import { growTree } from './form-tree.ts'
import { GIVEN_NAMES } from './guarded-words.ts'
import type { Lexicon, Mention } from './lexicon.ts'
import { isSpelledIn, lookUpIn, suggestFrom } from './look-up.ts'
import { arrangePlaces, type Places } from './places-within.ts'
import { shapeOf, wordsOf } from './words.ts'

/** Makes the tables ready to be looked up. Earlier names win where two are written alike. */
export function buildLexicon(names: readonly AnyName[]): Lexicon {
  const sought = { tree: growTree(names), givenNames: givenNamesOf(names) }
  const places = arrangePlaces(names)
  const arabic = arabicNames(names)
  const mentions = (text: string) => settle(findMentions(text, sought), places)
  return {
    mentions,
    mentionsInAnyScript: (text) => merged(mentions(text), settle(arabic.find(text), places)),
    lookUp: (words) => {
      const found = arabic.lookUp(words)
      return found.length > 0 ? found : lookUpIn(sought.tree, words)
    },
    spells: (words) => arabic.lookUp(words).length > 0 || isSpelledIn(sought.tree, words),
    suggest: (words, limit) => suggestFrom(sought.tree, { asked: words, limit }),
    within: (place) => {
      const inside = places.within(place)
      if (inside.size > 1) return inside
      const known = lookUpIn(sought.tree, place).find((name) => name.kind === 'place')
      return known === undefined ? inside : places.within(known.name)
    },
  }
}

/** In reading order; none lies inside another, for no word has letters of both scripts. */
const merged = (one: readonly Mention[], other: readonly Mention[]): readonly Mention[] =>
  other.length === 0 ? one : [...one, ...other].toSorted((a, b) => a.span.start - b.span.start)

function givenNamesOf(names: readonly AnyName[]): ReadonlySet<string> {
  const given = names.flatMap(({ kind, name }) => {
    const words = wordsOf(name)
    return kind === 'person' && words.starts.length > 1 ? [shapeOf(words, 0).folded] : []
  })
  return new Set([...GIVEN_NAMES, ...given])
}

/** Where places are written alike, the text around tells which is meant; else it is the first of the table. */
function settle(found: readonly Found[], places: Places): readonly Mention[] {
  if (found.every(({ rivals }) => rivals.length < 2)) return found.map(({ mention }) => mention)
  const named = new Set(found.map(({ mention }) => mention.name.name))
  return found.map(({ mention, rivals }, index) => {
    if (rivals.length < 2) return mention
    const beside = [found[index - 1], found[index + 1]].map((one) => one?.mention.name)
    const [name = mention.name] = rivals
      .map((rival) => ({ rival, fit: fitOf(rival, { beside, named, places }) }))
      .toSorted((a, b) => b.fit - a.fit)
      .map(({ rival }) => rival)
    return { span: mention.span, name }
  })
}

interface Surroundings {
  readonly beside: readonly (AnyName | undefined)[]
  readonly named: ReadonlySet<string>
  readonly places: Places
}

/** 2 for a place that stands beside its like (`Nubl and Zahraa`), 1 where its city or province is named. */
function fitOf(rival: AnyName, { beside, named, places }: Surroundings): number {
  if (rival.kind !== 'place') return 0
  const among = beside.some(
    (one) => one?.kind === 'place' && one.type === rival.type && one.within === rival.within,
  )
  if (among) return 2
  return places.around(rival.name).some((one) => one !== 'Syria' && named.has(one)) ? 1 : 0
}
