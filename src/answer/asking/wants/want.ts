import type { Actor, Group, Harm } from '../../../model/claim.ts'

/** What a question wants to be told, by its words. */
export type Want =
  | {
      readonly kind: 'toll'
      readonly harm: Harm | null
      readonly group: Group | null
      readonly by: Actor | null
      readonly whole: boolean
      /** A running total may answer: "since 2014", "so far". */
      readonly total: boolean
      /** One day or one strike is asked about, not a running tally. */
      readonly oneDay: boolean
      /** People of a kind that the closed list lacks. */
      readonly of: readonly string[]
    }
  | {
      readonly kind: 'number'
      readonly of: readonly string[]
      /** What the people counted do: "live". */
      readonly doing: readonly string[]
    }
  | { readonly kind: 'source' }
  | { readonly kind: 'share' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'distance' }
  | { readonly kind: 'author' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'said'; readonly speaker: string }
  | { readonly kind: 'role'; readonly words: readonly string[]; readonly of: readonly string[] }
  | { readonly kind: 'sort'; readonly of: readonly string[] }
  | {
      readonly kind: 'identity'
      readonly name: string
      /** The post, rather than the rank or title before the name. */
      readonly post: boolean
    }
  | { readonly kind: 'who'; readonly verb: string | null }
  | { readonly kind: 'when' }
  | {
      readonly kind: 'where'
      /** The noun asked for, `town`, or none. */
      readonly of: readonly string[]
    }
  | { readonly kind: 'why' }
  | { readonly kind: 'called'; readonly of: readonly string[] }
  | { readonly kind: 'which'; readonly of: readonly string[] }
  | { readonly kind: 'whether' }
  | { readonly kind: 'what' }
