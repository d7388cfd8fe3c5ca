/** A body that is spoken letter by letter; in small letters it would be read as the pronoun. */
const SPELT_OUT = 'WHO'

/** A word in small letters, as the tables of words have it: `Said` is `said`; `WHO` keeps its capitals, it is no `who`. */
export const lowered = (written: string): string =>
  written === SPELT_OUT ? written : written.toLowerCase()
