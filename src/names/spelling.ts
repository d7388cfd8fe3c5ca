import { fold } from '../text/fold.ts'

/** Words that names from Arabic share, and the ways in which they are written. */
const SAME_WORDS: Readonly<Record<string, readonly string[]>> = {
  kafr: ['kafar', 'kfar', 'kafer', 'kufr', 'kefr', 'kfr'],
  deir: ['dayr', 'dair', 'deyr'],
  ain: ['ayn', 'ein', 'eyn'],
  tell: ['tel', 'tal', 'tall', 'til'],
  beit: ['bayt', 'bait'],
  jabal: ['jebel', 'jabel', 'djebel'],
  jaysh: ['jaish', 'jeish', 'jeysh', 'gaysh'],
  jabhat: ['jabhet', 'jabha', 'jabhah', 'gabhat'],
  sheikh: ['shaykh', 'sheik', 'shaikh', 'cheikh', 'sheykh', 'shekh', 'shaik'],
  khan: ['han'],
  abu: ['abou', 'aboo'],
  abdul: ['abdel', 'abdal', 'abdol'],
  umm: ['um', 'oum', 'om'],
  nahr: ['nehr'],
  wadi: ['wady', 'ouadi'],
  hajar: ['hajjar', 'hadjar'],
  bin: ['ben', 'ibn'],
  maarat: ['marrat', 'maarrat', 'maaret', 'marat', 'maarret', 'maara', 'maarrat'],
  muhammad: ['mohammed', 'mohammad', 'mohamed', 'mohamad', 'muhammed'],
  ahmad: ['ahmed', 'ahmet'],
  hussein: ['husain', 'hussain', 'husayn', 'hossein', 'hosein'],
  yusuf: ['yousef', 'youssef', 'yousuf', 'yusef', 'joussef'],
  umar: ['omar', 'omer'],
  sergei: ['sergey', 'serguei'],
  dmitry: ['dmitri', 'dimitri'],
  yuri: ['yury', 'yuriy'],
  alexander: ['aleksandr', 'aleksander', 'alexandr'],
  mikhail: ['michail'],
  qasim: ['qassem', 'qasem', 'kassem', 'qassim', 'ghassem'],
  sulaiman: ['suleiman', 'soleiman', 'sulayman', 'suleyman', 'solaiman'],
  hasan: ['hassan'],
  martyrs: ['martyr'],
  centre: ['center'],
  defence: ['defense'],
  organisation: ['organization'],
  labour: ['labor'],
  organisations: ['organizations'],
}

const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries(SAME_WORDS).flatMap(([usual, others]) => others.map((other) => [other, usual])),
)

// What one Arabic, Kurdish or Russian sound is written as, in this order. Every step is one that sets no two
// well-known names equal: a and e stay apart (Hama is not Hame), a vowel is never dropped (Hassan, Hussein).
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/(?:ah|eh)$/, 'a'], // Raqqah, Hasakeh
  [/e$/, 'i'], // Kobane, Kobani
  [/ou|oo|o(?=[^aeiouy])/g, 'u'], // Foua, Fua; Zor, Zur
  [/(?:ay|ei|ey|ai|ae)(?=[^aeiouy]|$)/g, 'ai'], // Hmeimim, Hmaymim; Dael, Dail
  [/ee|ie|iy/g, 'i'], // Idleeb
  [/ya$/, 'ia'], // Latakiya
  [/e(?=[^aeiouy])/g, 'i'], // Idleb
  [/y(?=[^aeiou]|$)/g, 'i'], // Kerry
  [/dj/g, 'j'],
  [/tsch|tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/ph/g, 'f'],
  [/dh/g, 'd'],
  [/ck|q|k(?!h)|c(?=[aouklrt])/g, 'k'], // Qamishli, Kamishli; Castello, Kastelo
  [/([a-z])\1+/g, '$1'], // Raqqa, Raqa; Daraa, Dara; Ezzor, Ezor
]

const keys = new Map<string, string>()

/** One key for the usual spellings of one word: equal keys mean that two words may be the same name. */
export function spellingKey(foldedWord: string): string {
  const known = keys.get(foldedWord)
  if (known !== undefined) return known
  const usual = USUAL.get(foldedWord) ?? foldedWord
  const key = STEPS.reduce((word, [from, to]) => word.replace(from, to), usual)
  if (keys.size > MOST_KEYS) keys.clear()
  keys.set(foldedWord, key)
  return key
}

/** Enough for the words of a large coverage; a bound, so that odd input cannot fill the memory. */
const MOST_KEYS = 20_000

/** Forms of the Arabic article, which a name has or lacks at a writer's whim. */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ul'])
/** The same before certain letters; English words too, so that only a hyphen tells. */
const HYPHENED_ARTICLES: ReadonlySet<string> = new Set(
  'ar as ash an at az ad ath adh es esh er ez en et ed ur us ech'.split(' '),
)

/** Whether the word is an Arabic article, by what joins it to the next word. */
export const isArticle = (foldedWord: string, joint: string): boolean =>
  (ARTICLES.has(foldedWord) && joint !== '') || (joint === '-' && HYPHENED_ARTICLES.has(foldedWord))

/** What remains of `AlNusra`, written as one word; null where it is no such word. */
export const withoutAttachedArticle = (word: string): string | null =>
  /^[AE]l\p{Lu}\p{Ll}/u.test(word) ? fold(word.slice(2)) : null
