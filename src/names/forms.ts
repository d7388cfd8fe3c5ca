import type { AnyName } from '../model/name.ts'
import {
  NAMES_THAT_NEED_THEIR_ARTICLE,
  PARTICLES,
  PLACE_TAILS,
  SURNAMES_THAT_NEED_MORE,
} from './guarded-words.ts'
import { isArticleAt, shapeOf, type WordShape, wordsOf } from './words.ts'

/** When a form stands for its name in running text: always, after a title, or only where somebody asks. */
type Reach = 'text' | 'after-title' | 'asked'

/** One way in which a name is written, ready to be compared. */
export interface Form {
  readonly name: AnyName
  /** Its words without articles, folded, one space between them. */
  readonly folded: string
  /** The spelling keys of its words, one space between them. */
  readonly key: string
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

interface Use {
  readonly reach: Reach
  readonly listed: boolean
  readonly written: Written
}

/** All forms of a name: those of the table first, then those that follow from them. */
export function formsOf(name: AnyName): readonly Form[] {
  const forms: Form[] = []
  const derived: Form[] = []
  for (const spelling of [name.name, ...name.aliases]) {
    const written = read(withoutBrackets(spelling))
    forms.push(...form(name, { reach: 'text', listed: true, written }))
    if (spelling.endsWith(')')) {
      forms.push(...form(name, { reach: 'text', listed: true, written: read(spelling) }))
    }
    if (name.kind === 'person') derived.push(...surnameForms(name, written))
    if (name.kind === 'place') derived.push(...shortPlaceForm(name, written))
  }
  return unique([...forms, ...derived])
}

/** `al-Midan (Damascus)` is read as `al-Midan` too: the brackets only tell two places apart. */
const withoutBrackets = (spelling: string): string =>
  spelling.endsWith(')') ? spelling.replace(/\s*\([^)]*\)$/, '') : spelling

function read(spelling: string): Written {
  const words = wordsOf(spelling)
  const shapes: WordShape[] = []
  let article = false
  for (let index = 0; index < words.starts.length; index += 1) {
    const shape = shapeOf(words, index)
    if (index + 1 < words.starts.length && isArticleAt(words, index, index > 0))
      article ||= index === 0
    else shapes.push(shape)
    if (index === 0 && shape.articleAttached) article = true
  }
  return { shapes, article }
}

function form(name: AnyName, { reach, listed, written }: Use): readonly Form[] {
  const { shapes, article } = written
  if (shapes.length === 0) return []
  const folded = shapes.map((shape) => shape.folded).join(' ')
  const alone = shapes.length === 1
  const abbreviation = alone && shapes[0]?.upper === true && folded.length <= 6
  return [
    {
      name,
      folded,
      key: shapes.map((shape) => shape.key).join(' '),
      reach,
      listed,
      needsArticle:
        alone && article && (folded.length < 5 || NAMES_THAT_NEED_THEIR_ARTICLE.has(folded)),
      abbreviation,
      spelledFreely: !abbreviation && folded.length >= (alone ? 5 : 6),
    },
  ]
}

/** `Staffan de Mistura` to `de Mistura`, `Bashar al-Assad` to `Assad`. */
function surnameForms(name: AnyName, { shapes }: Written): readonly Form[] {
  let first = shapes.length - 1
  while (first > 0 && PARTICLES.has(shapes[first - 1]?.folded ?? '')) first -= 1
  const surname = shapes.slice(first)
  const last = surname.at(-1)
  if (first <= 0 || last === undefined || last.folded.length < 3) return []
  // `Abdel Rahman` is one name; `de Mistura` is Mistura too.
  const bound = surname.some(({ folded }) => folded.startsWith('abd'))
  const bare = surname.length > 1 && last.folded.length > 5 && !bound ? [last] : []
  return [surname, bare].flatMap((part) => {
    const needsMore = part.length === 1 && SURNAMES_THAT_NEED_MORE.has(part[0]?.folded ?? '')
    const reach: Reach = needsMore ? 'after-title' : 'text'
    return form(name, { reach, listed: false, written: { shapes: part, article: false } })
  })
}

/** `Idlib province` for whoever asks for `idlib`. */
function shortPlaceForm(name: AnyName, { shapes, article }: Written): readonly Form[] {
  const last = shapes.at(-1)
  if (shapes.length < 2 || last === undefined || !PLACE_TAILS.has(last.folded)) return []
  const written = { shapes: shapes.slice(0, -1), article }
  return form(name, { reach: 'asked', listed: false, written })
}

function unique(forms: readonly Form[]): readonly Form[] {
  const kept: Form[] = []
  for (const one of forms) {
    const at = kept.findIndex((before) => before.folded === one.folded)
    if (at < 0) kept.push(one)
    // `al-Tanf` and the alias `Tanf` read alike; the alias says that the article may go.
    else if (kept[at]?.needsArticle === true && !one.needsArticle && one.listed) kept[at] = one
  }
  return kept
}
