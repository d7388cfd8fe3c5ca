import type { AnyName } from '../model/name.ts'
import { type Found, findMentions } from './find-mentions.ts'
import { growTree } from './form-tree.ts'
import { GIVEN_NAMES } from './guarded-words.ts'
import type { Lexicon, Mention } from './lexicon.ts'
import { lookUpIn, suggestFrom } from './look-up.ts'
import { arrangePlaces, type Places } from './places-within.ts'
import { shapeOf, wordsOf } from './words.ts'

/** Makes the tables ready to be looked up. Earlier names win where two are written alike. */
export function buildLexicon(names: readonly AnyName[]): Lexicon {
  const tree = growTree(names)
  const places = arrangePlaces(names)
  const givenNames = givenNamesOf(names)
  return {
    mentions: (text) => settle(findMentions(text, tree, givenNames), places),
    lookUp: (words) => lookUpIn(tree, words),
    suggest: (words, limit) => suggestFrom(tree, words, limit),
    within: (place) => {
      const inside = places.within(place)
      if (inside.size > 1) return inside
      const known = lookUpIn(tree, place).find((name) => name.kind === 'place')
      return known === undefined ? inside : places.within(known.name)
    },
  }
}

function givenNamesOf(names: readonly AnyName[]): ReadonlySet<string> {
  const given = names.flatMap(({ kind, name }) => {
    const words = wordsOf(name)
    return kind === 'person' && words.starts.length > 1 ? [shapeOf(words, 0).folded] : []
  })
  return new Set([...GIVEN_NAMES, ...given])
}

/** Where two places are written alike, the one whose city or province the text names is meant; else the first. */
function settle(found: readonly Found[], places: Places): readonly Mention[] {
  if (found.every(({ rivals }) => rivals.length < 2)) return found.map(({ mention }) => mention)
  const named = new Set(found.map(({ mention }) => mention.name.name))
  return found.map(({ mention, rivals }) => {
    const meant = rivals.find((rival) =>
      places.around(rival.name).some((one) => isCity(one, named)),
    )
    return meant === undefined ? mention : { span: mention.span, name: meant }
  })
}

const isCity = (place: string, named: ReadonlySet<string>): boolean =>
  place !== 'Syria' && named.has(place)
