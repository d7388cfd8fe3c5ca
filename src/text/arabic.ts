import { fold } from './fold.ts'

const LETTER = /\p{Script=Arabic}/u
const ARABIC_LETTERS = /\p{Script=Arabic}/gu
const OTHER_LETTERS = /(?!\p{Script=Arabic})\p{L}/gu

/** Whether a text is written in Arabic letters for the most part: a question in Arabic, be there a name in Latin in it. */
export const isArabic = (text: string): boolean =>
  (text.match(ARABIC_LETTERS) ?? []).length > (text.match(OTHER_LETTERS) ?? []).length

export const isArabicWord = (word: string): boolean => LETTER.test(word)

// The light stemmer that the field uses for Arabic ("light10", Larkey et al.): the article with what is written together
// with it, the `and`, and the endings of number, gender and possession. Roots are left alone: they bring together what
// has little in common. Words come folded, so that every alef is bare, ى is ي and ة is ه.
const PREFIXES = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل', 'و'] as const
const SUFFIXES = ['ا', 'ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'] as const
const LEAST_LEFT = 2

/** What Arabic words of one kind have in common: `غار` for الغارات, غارة and وغارات. */
export function arabicStem(word: string): string {
  const prefix = PREFIXES.find(
    (each) => word.startsWith(each) && word.length - each.length >= (each === 'و' ? 3 : LEAST_LEFT),
  )
  let stem = word.slice(prefix?.length ?? 0)
  for (const suffix of SUFFIXES)
    if (stem.endsWith(suffix) && stem.length - suffix.length >= LEAST_LEFT)
      stem = stem.slice(0, -suffix.length)
  return stem
}

const SMALL_WORDS: ReadonlySet<string> = new Set(
  [
    'في من على إلى الى عن مع بين حتى منذ خلال بعد قبل عند لدى ضد نحو دون بدون حول فوق تحت',
    'أن إن أنه إنه أنها إنها ان كان كانت يكون تكون قد لقد لا لم لن ما ليس هل لكن أو ثم كما حيث إذ إذا بل أي كل بعض غير',
    'هذا هذه ذلك تلك هو هي هم نحن أنا أنت الذي التي الذين اللذين له لها لهم به بها فيه فيها منه منها عليه عليها',
    'كم متى أين اين ماذا لماذا كيف من هو أية ايها',
    'قال قالت وفق بحسب حسب أفاد أضاف اضاف و ف ب ك ل',
  ]
    .flatMap((line) => line.split(' '))
    .map(fold),
)

/** Words that tell nothing about what an Arabic text is about, also with the `and` or the `so` that is written onto them. */
export const isSmallArabicWord = (word: string): boolean =>
  SMALL_WORDS.has(word) || (/^[وف]../u.test(word) && SMALL_WORDS.has(word.slice(1)))

const PREPOSITIONS = ['ب', 'ل', 'ك', 'ف', 'وب', 'ول'] as const

/**
 * A stem as it stands behind a preposition that is written onto it, `بحلب` for `حلب`, and without one. Which of them
 * are words only the coverage can tell: `بيت` is a house, not something in an unknown place.
 */
export const withPrepositions = (stem: string): readonly string[] =>
  isArabicWord(stem)
    ? [
        ...PREPOSITIONS.map((each) => each + stem),
        ...PREPOSITIONS.filter(
          (each) => stem.startsWith(each) && stem.length - each.length >= 3,
        ).map((each) => stem.slice(each.length)),
      ]
    : []
