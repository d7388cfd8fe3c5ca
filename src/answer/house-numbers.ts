import { MONTHS } from './asking/days.ts'

/**
 * Numbers that Dateline makes itself: days, and counts of what it keeps. All other numbers in its own words would be
 * statements about the war, and those may only stand in words cited from an article.
 */

/** Things that the house counts; nothing here is ever harmed. */
const COUNTED = [
  'articles?',
  'outlets?',
  'paragraphs?',
  'passages?',
  'quotes?',
  'figures?',
  'statements?',
  'sentences?',
  'sources?',
  'reports?',
  'lines?',
  'parts?',
  'pages?',
  'words?',
  'characters?',
  'spellings?',
  'wordings?',
  'places?',
  'speakers?',
  'names?',
  'matches',
  'results?',
  'days?',
  'seconds?',
  'events?',
  'tolls?',
  'tallies',
  'disputes?',
  'stories',
  'copies',
  'digests?',
]

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+|\d+`
const months = MONTHS.join('|')
const counted = COUNTED.join('|')

const HOUSE_MADE = [
  String.raw`\b\d{4}-\d{2}-\d{2}\b`,
  String.raw`\b(?:[1-9]|[12]\d|3[01])(?: ?(?:–|to) ?(?:[1-9]|[12]\d|3[01]))? (?:${months})(?: \d{4})?\b`,
  String.raw`\b(?:${months}) \d{4}\b`,
  String.raw`\b(?:in|since|until) (?:19|20)\d{2}(?=$|[.,;:)]| to | until )`,
  String.raw`\b(?:${NUMBER})(?: of (?:the )?(?:${NUMBER}))? (?:(?:more|other|further|different|new|known|earlier|articles') ){0,2}(?:${counted})\b`,
  String.raw`\b(?:paragraph|page|part|line|figure|version) \d+(?: of \d+)?\b`,
  String.raw`\b\d{1,2}:\d{2}\b`,
]
const housePattern = new RegExp(HOUSE_MADE.join('|'), 'gu')

const WORD_NUMBERS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|dozens?|scores'
const HARMED =
  'people|persons|civilians?|child(?:ren)?|wom[ae]n|m[ae]n|boys|girls|victims|casualties|soldiers|fighters|rebels|militants|medics|journalists|others|kill(?:ed|ing)|dead|die[ds]?|deaths|injur(?:ed|ies)|wounded|hurt|missing|detained|displaced|fled'
// A number word is a figure only beside somebody harmed: "two outlets differ" is the house's to say.
const wordedPattern = new RegExp(
  String.raw`\b(?:${WORD_NUMBERS})\b(?=(?:[\s-]+[\p{L}]+){0,3}?[\s-]+(?:${HARMED})\b)`,
  'giu',
)
const digitsPattern = /\p{N}[\p{N}.,]*\p{N}|\p{N}/gu

/** The numbers in a text of the house's own that the house does not make: each must be found in a citation. */
export function foreignNumbers(text: string): readonly string[] {
  const rest = text.replace(housePattern, ' ')
  return [...rest.matchAll(digitsPattern), ...rest.matchAll(wordedPattern)].map(([match]) => match)
}
