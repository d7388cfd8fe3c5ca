/** Below this a text says too little about its language; what is declared has to do. */
const FEWEST_LETTERS = 10
const FEWEST_WORDS = 25

const SCRIPTS = {
  arabic: /\p{Script=Arabic}/gu,
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  greek: /\p{Script=Greek}/gu,
  armenian: /\p{Script=Armenian}/gu,
  syriac: /\p{Script=Syriac}/gu,
  han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  devanagari: /\p{Script=Devanagari}/gu,
} as const satisfies Record<string, RegExp>

type Script = keyof typeof SCRIPTS

/** The languages that a newsroom meets in a script; the first is meant where nothing else tells. */
const WRITTEN_IN: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ku', 'ug', 'az'],
  latin: [],
  cyrillic: ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk'],
  hebrew: ['he', 'yi'],
  greek: ['el'],
  armenian: ['hy'],
  syriac: ['syr'],
  han: ['zh', 'ja'],
  devanagari: ['hi', 'mr', 'ne'],
}

// Words that stand in every text of a language and in hardly another; of each some twenty.
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to was were that with from by have has had his their this which been said who they not an at',
    fr: 'le les des du une est dans que qui pour par avec sur pas au aux ont été selon cette',
    de: 'der die und das von den mit ist dem des ein eine auf für im sich nicht wurden nach bei',
    es: 'el los las del una que por con para en se al su ha han según esta desde',
    tr: 've bir bu için ile olarak da de daha olan sonra kadar göre çok ise ancak',
    it: 'il gli della dei che una per con sono nel alla del stato dalla anche',
    nl: 'het een van zijn voor met dat op niet aan door ook werd naar bij',
    pt: 'os uma do da dos das que para com não em por foi ao mais são',
    ku: 'û li ji di de bi ku ya yên ên jî bo',
  }).map(([language, list]) => [language, new Set(list.split(' '))]),
)

// Letters that Persian and Urdu have and Arabic has not.
const PERSIAN = /[پچژگی]/gu
const URDU = /[ٹڈڑںےہ]/gu

/**
 * The language of a text as BCP 47 has it. What a page declares counts only as far as the text agrees: systems of many
 * sites say `en` for whatever is written in them. `und` where the text is in none that this knows.
 */
export function languageOf(text: string, declared: string | null = null): string {
  const said = primary(declared)
  const sample = text.slice(0, 20_000)
  const script = scriptOf(sample)
  if (script === null) return said ?? 'en'
  if (script === 'latin') return latinLanguage(sample, said)
  const possible = WRITTEN_IN[script]
  if (said !== null && possible.includes(said)) return said
  return (script === 'arabic' ? arabicScript(sample) : possible[0]) ?? 'und'
}

const primary = (tag: string | null): string | null =>
  /^[a-z]{2,3}(?=$|[-_])/iu.exec(tag?.trim() ?? '')?.[0].toLowerCase() ?? null

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length

function scriptOf(text: string): Script | null {
  let best: Script | null = null
  let most = FEWEST_LETTERS - 1
  for (const script of scripts) {
    const letters = count(text, SCRIPTS[script])
    if (letters > most) [best, most] = [script, letters]
  }
  return best
}

const scripts = [
  'latin',
  'arabic',
  'cyrillic',
  'hebrew',
  'greek',
  'armenian',
  'syriac',
  'han',
  'devanagari',
] as const satisfies readonly Script[]

function arabicScript(text: string): string {
  const letters = count(text, SCRIPTS.arabic)
  if (count(text, URDU) * 50 > letters) return 'ur'
  return count(text, PERSIAN) * 25 > letters ? 'fa' : 'ar'
}

function latinLanguage(text: string, said: string | null): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < FEWEST_WORDS) return said === null || WRITTEN_ELSEWHERE.has(said) ? 'en' : said
  const shares = Object.entries(SMALL_WORDS)
    .map(([language, small]) => ({
      language,
      share: words.filter((word) => small.has(word)).length / words.length,
    }))
    .toSorted((a, b) => b.share - a.share)
  const [best] = shares
  if (best !== undefined && best.share >= 0.08) return best.language
  if (said !== null && SMALL_WORDS[said] === undefined && !WRITTEN_ELSEWHERE.has(said)) return said
  // Lists of names and figures have few small words of any language.
  return best !== undefined && best.share >= 0.03 ? best.language : 'und'
}

const WRITTEN_ELSEWHERE: ReadonlySet<string> = new Set(Object.values(WRITTEN_IN).flat())
