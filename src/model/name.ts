import type { Actor } from './claim.ts'

/** A person, organisation or place of the tables in data/names. */
interface Name {
  /** The form under which it is shown and filed: `Syrian Observatory for Human Rights`. */
  readonly name: string
  readonly kind: 'person' | 'organisation' | 'place'
  /** Other forms, spellings and abbreviations in use. */
  readonly aliases: readonly string[]
  /** How Arabic writes it, without vowel signs: for search and filters; figures are read in English alone. */
  readonly arabic: readonly string[]
}

export interface PersonName extends Name {
  readonly kind: 'person'
  /** `US secretary of state`; empty where the table gives none. */
  readonly role: string
  readonly gender: 'f' | 'm' | null
}

export type OrganisationType =
  | 'monitor'
  | 'agency'
  | 'state_media'
  | 'media'
  | 'government'
  | 'armed_group'
  | 'political'
  | 'intergovernmental'
  | 'aid'
  | 'military'
  | 'alliance'

export interface OrganisationName extends Name {
  readonly kind: 'organisation'
  readonly type: OrganisationType
  /** The side that it is or fights for, where it can be one that harms. */
  readonly actor: Actor | null
}

export type PlaceType =
  | 'country'
  | 'province'
  | 'region'
  | 'city'
  | 'town'
  | 'village'
  | 'district'
  | 'camp'
  | 'site'

export interface PlaceName extends Name {
  readonly kind: 'place'
  readonly type: PlaceType
  /** The name of the place that holds it: a district's city, a town's province, a province's country. */
  readonly within: string | null
  /** Degrees, WGS 84. */
  readonly latitude: number | null
  readonly longitude: number | null
}

export type AnyName = PersonName | OrganisationName | PlaceName
