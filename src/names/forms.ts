import type { AnyName } from '../model/name.ts'
import { PARTICLES, PLACE_TAILS, SURNAMES_THAT_NEED_MORE } from './guarded-words.ts'
import { isArticleAt, shapeOf, type WordShape, wordsOf } from './words.ts'

/** When a form stands for its name in running text: always, after a title, or only where somebody asks. */
export type Reach = 'text' | 'after-title' | 'asked'

/** One way in which a name is written, ready to be compared. */
export interface Form {
  readonly name: AnyName
  /** Its words without articles, folded, one space between them. */
  readonly folded: string
  readonly keys: readonly string[]
  readonly reach: Reach
  /** Whether the table gives the form, or it was made of one (a surname). */
  readonly listed: boolean
  /** `al-Bab`: without its article it is another word. */
  readonly needsArticle: boolean
  /** `US`, `SOHR`: all capitals. */
  readonly abbreviation: boolean
  /** May be met in another spelling of the same key. */
  readonly spelledFreely: boolean
}

interface Written {
  readonly shapes: readonly WordShape[]
  readonly article: boolean
}

/** All forms of a name: those of the table first, then those that follow from them. */
export function formsOf(name: AnyName): readonly Form[] {
  const spellings = [name.name, ...name.aliases]
  const listed = spellings.flatMap((spelling) => listedForms(name, spelling))
  const derived =
    name.kind === 'person'
      ? spellings.flatMap((spelling) => surnameForm(name, spelling))
      : name.kind === 'place'
        ? spellings.flatMap((spelling) => shortPlaceForm(name, spelling))
        : []
  return unique([...listed, ...derived])
}

/** `al-Midan (Damascus)` is read as `al-Midan` too: the brackets only tell two places apart. */
function listedForms(name: AnyName, spelling: string): readonly Form[] {
  const plain = spelling.replace(/\s*\([^)]*\)\s*$/, '')
  const whole = form(name, read(spelling), 'text', true)
  return plain === spelling ? whole : [...form(name, read(plain), 'text', true), ...whole]
}

function read(spelling: string): Written {
  const words = wordsOf(spelling)
  const shapes: WordShape[] = []
  let article = false
  for (let index = 0; index < words.starts.length; index += 1) {
    const shape = shapeOf(words, index)
    if (index + 1 < words.starts.length && isArticleAt(words, index)) article ||= index === 0
    else shapes.push(shape)
    if (index === 0 && shape.articleAttached) article = true
  }
  return { shapes, article }
}

function form(
  name: AnyName,
  { shapes, article }: Written,
  reach: Reach,
  listed: boolean,
): readonly Form[] {
  if (shapes.length === 0) return []
  const folded = shapes.map((shape) => shape.folded).join(' ')
  const alone = shapes.length === 1
  const abbreviation = alone && shapes[0]?.upper === true && folded.length <= 6
  return [
    {
      name,
      folded,
      keys: shapes.map((shape) => shape.key),
      reach,
      listed,
      needsArticle: alone && article && folded.length < 5,
      abbreviation,
      spelledFreely: !abbreviation && folded.length >= (alone ? 5 : 6),
    },
  ]
}

/** `Staffan de Mistura` to `de Mistura`, `Bashar al-Assad` to `Assad`. */
function surnameForm(name: AnyName, spelling: string): readonly Form[] {
  const { shapes } = read(spelling)
  let first = shapes.length - 1
  while (first > 0 && PARTICLES.has(shapes[first - 1]?.folded ?? '')) first -= 1
  const surname = shapes.slice(first)
  const last = surname.at(-1)
  if (first <= 0 || last === undefined || last.folded.length < 3) return []
  const bare = surname.length > 1 && last.folded.length > 5 ? [last] : []
  return [surname, bare].flatMap((part) => {
    const needsMore = part.length === 1 && SURNAMES_THAT_NEED_MORE.has(part[0]?.folded ?? '')
    const reach: Reach = needsMore ? 'after-title' : 'text'
    return form(name, { shapes: part, article: false }, reach, false)
  })
}

/** `Idlib province` for whoever asks for `idlib`. */
function shortPlaceForm(name: AnyName, spelling: string): readonly Form[] {
  const { shapes, article } = read(spelling)
  const last = shapes.at(-1)
  if (shapes.length < 2 || last === undefined || !PLACE_TAILS.has(last.folded)) return []
  return form(name, { shapes: shapes.slice(0, -1), article }, 'asked', false)
}

function unique(forms: readonly Form[]): readonly Form[] {
  const seen = new Map<string, Form>()
  for (const one of forms) {
    const before = seen.get(one.folded)
    // `al-Tanf` and the alias `Tanf` read alike; the alias says that the article may go.
    if (before === undefined || (before.needsArticle && !one.needsArticle && one.listed)) {
      seen.set(one.folded, one)
    }
  }
  return [...seen.values()]
}
