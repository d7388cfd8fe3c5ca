import MiniSearch, { type AsPlainObject, type Options } from 'minisearch'
import { terms } from '../text/tokens.ts'
import type { Vocabulary } from './wanted.ts'

/** What MiniSearch is given of a passage; it keeps none of it but the terms. */
export interface Entry {
  readonly id: number
  readonly text: string
  readonly headline: string
  readonly names: string
}

// The names of a passage come by their first form, so that who asks for one spelling finds all.
const OPTIONS: Options<Entry> = {
  fields: ['text', 'headline', 'names'],
  tokenize: (text) => [...terms(text)],
  processTerm: (term) => term,
  autoVacuum: false,
  searchOptions: {
    // On top of the text's own score: being short, both fields would drown it at the same boost.
    boost: { headline: 0.5, names: 0.7 },
    // The terms of a query are terms already.
    tokenize: (term) => [term],
    combineWith: 'OR',
  },
}

const LONG = 8
const MOST_BEGINNINGS = 20

/** How many letters of a word may be wrong. A number is never nearly another. */
const allowance = (term: string): number =>
  term.length < 4 || term.length > 40 || /\p{Nd}/u.test(term) ? 0 : term.length < 5 ? 1 : 2

const sorted = (term: string): string => term.split('').toSorted().join('')

/** MiniSearch, and which terms it knows: it has them inside but tells nobody. */
export class TermIndex extends MiniSearch<Entry> implements Vocabulary {
  constructor() {
    super(OPTIONS)
  }

  static load(content: AsPlainObject): TermIndex {
    // MiniSearch loads into an instance of its own class, all state in plain fields.
    return Object.assign(new TermIndex(), MiniSearch.loadJS<Entry>(content, OPTIONS))
  }

  knows(term: string): boolean {
    return this.#vocabulary.has(term)
  }

  near(term: string): readonly string[] {
    const distance = allowance(term)
    if (distance === 0) return []
    const found = [...this.#vocabulary.fuzzyGet(term, distance)]
      .map(([other, [, edits]]) => ({ other, edits }))
      // The first letter is seldom wrong; two edits in a short word make another word, unless letters are swapped.
      .filter(({ other }) => other[0] === term[0])
      .filter(
        ({ other, edits }) => edits < 2 || term.length >= LONG || sorted(other) === sorted(term),
      )
    const least = Math.min(...found.map(({ edits }) => edits))
    return found.filter(({ edits }) => edits === least).map(({ other }) => other)
  }

  beginning(start: string): readonly string[] {
    return [...this.#vocabulary.atPrefix(start).keys()].slice(0, MOST_BEGINNINGS)
  }

  get #vocabulary() {
    // oxlint-disable-next-line no-underscore-dangle -- MiniSearch names so what subclasses may use
    return this._index
  }
}
