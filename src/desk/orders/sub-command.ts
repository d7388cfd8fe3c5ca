import { distance } from 'fastest-levenshtein'

export type SubCommand<Name extends string> =
  | { readonly kind: 'found'; readonly name: Name; readonly rest: string }
  | { readonly kind: 'none' }
  /** The first word is none of them; perhaps one was meant. */
  | {
      readonly kind: 'other'
      readonly word: string
      readonly meant: Name | null
      readonly rest: string
    }

/** The first word of an order, as far as it is one of these; `also` names other forms. */
export function subCommand<Name extends string>(
  words: string,
  names: readonly Name[],
  also: Readonly<Record<string, Name>> = {},
): SubCommand<Name> {
  const [first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(words.trim())?.slice(1) ?? []
  if (first === '') return { kind: 'none' }
  const word = first.toLowerCase().replace(/[:.,!]+$/u, '')
  const name =
    names.find((each) => each === word) ?? (Object.hasOwn(also, word) ? also[word] : undefined)
  if (name !== undefined) return { kind: 'found', name, rest: rest.trim() }
  return { kind: 'other', word: first, meant: nearest(word, names), rest: rest.trim() }
}

function nearest<Name extends string>(word: string, names: readonly Name[]): Name | null {
  if (!/^\p{L}+$/u.test(word)) return null
  const [best] = names
    .map((name) => ({ name, away: distance(name, word) }))
    .toSorted((a, b) => a.away - b.away)
  if (best === undefined) return null
  return best.away <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null
}
