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

// What one Arabic, Kurdish or Russian sound is written as. No step sets two well-known names equal: a and e
// stay apart (Hama is not Hame) and no vowel is dropped (Hassan, Hussein). Four passes over a word, for speed.
const ENDING = /[ae]h$|ya$|e$/
const VOWELS =
  /ou|oo|o(?=[^aeiouy])|(?:a[yie]|e[iy])(?=[^aeiouy]|$)|ee|ie|iy|e(?=[^aeiouy])|y(?=[^aeiou]|$)/g
const CONSONANTS = /dj|tsch|tch|sch|ph|dh|ck|q|c(?=[aouklrt])/g
const DOUBLED = /([a-z])\1+/g

const SOUNDS: Readonly<Record<string, string>> = {
  ah: 'a', // Raqqah
  eh: 'a', // Hasakeh
  ya: 'ia', // Latakya
  ou: 'u', // Foua
  oo: 'u',
  o: 'u', // Zor
  ay: 'ai', // Dayr
  ai: 'ai',
  ae: 'ai', // Dael
  ei: 'ai', // Deir
  ey: 'ai',
  ee: 'i', // Idleeb
  ie: 'i',
  iy: 'i', // Latakiya
  e: 'i', // Kobane
  y: 'i', // Kerry
  dj: 'j',
  tsch: 'ch',
  tch: 'ch',
  sch: 'sh',
  ph: 'f',
  dh: 'd',
  ck: 'k',
  q: 'k', // Qamishli
  c: 'k', // Castello
}

const sound = (letters: string): string => SOUNDS[letters] ?? letters

const keys = new Map<string, string>()

/** One key for the usual spellings of one word: equal keys mean that two words may be the same name. */
export function spellingKey(foldedWord: string): string {
  const known = keys.get(foldedWord)
  if (known !== undefined) return known
  const key = soundsOf(foldedWord).replace(DOUBLED, '$1') // Raqqa, Raqa; Ezzor, Ezor
  if (keys.size > MOST_KEYS) keys.clear()
  keys.set(foldedWord, key)
  return key
}

/** The letters by their sounds, doubled ones left as they are: what a writer may choose, without what is easily mistyped. */
export const soundsOf = (foldedWord: string): string =>
  (USUAL.get(foldedWord) ?? foldedWord)
    .replace(ENDING, sound)
    .replace(VOWELS, sound)
    .replace(CONSONANTS, sound)

/** Enough for the words of a large coverage; a bound, so that odd input cannot fill the memory. */
const MOST_KEYS = 20_000

/** Forms of the Arabic article, which a name has or lacks at a writer's whim. */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ul'])
/** The same before certain letters; English words too, so that only a hyphen tells. */
const HYPHENED_ARTICLES: ReadonlySet<string> = new Set(
  'ar as ash an at az ad ath adh es esh er ez ed'.split(' '),
)

/** Whether the word is an Arabic article, by what joins it to the next word. */
export const isArticle = (foldedWord: string, joint: string): boolean =>
  (ARTICLES.has(foldedWord) && joint !== '') || (joint === '-' && HYPHENED_ARTICLES.has(foldedWord))

/** What remains of `Alnusra`, where the whole word means nothing; null for words too short to tell. */
export const withoutLeadingArticle = (foldedWord: string): string | null =>
  foldedWord.length >= 6 && foldedWord.startsWith('al') ? foldedWord.slice(2) : null

/** What remains of `AlNusra`, written as one word; null where it is no such word. */
export const withoutAttachedArticle = (word: string): string | null =>
  /^[AE]l[A-Z][a-z]/.test(word) ? fold(word.slice(2)) : null
