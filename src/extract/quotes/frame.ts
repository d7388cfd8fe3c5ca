import { lowered } from '../lowered.ts'
import type { Paragraph, ParagraphKind } from '../../model/article.ts'
import type { AnyName } from '../../model/name.ts'
import type { Span } from '../../model/span.ts'
import type { Lexicon, Mention } from '../../names/lexicon.ts'
import { sentences } from '../../text/sentences.ts'
import { type Marked, markedSpans } from './marks.ts'
import { mended } from './mend.ts'
import { isTerm } from './scare.ts'

/** A piece of a paragraph: a word, a name of the tables, a punctuation mark, or a whole quote. */
export interface Token extends Span {
  readonly kind: 'word' | 'name' | 'punctuation' | 'quote'
  readonly text: string
  /** In lower case, without a possessive ending. */
  readonly lower: string
  readonly name: AnyName | null
  /** Whether it is, or may be part of, a name. */
  readonly capital: boolean
  /** Whether what follows is its: `Clinton’s`, `the rebels’`. */
  readonly possessive: boolean
}

/** One or more sentences: as many as a quote reaches over. */
export interface Unit extends Span {
  /** Positions in `tokens`, from and up to. */
  readonly from: number
  readonly to: number
  /** Positions in `quotes`. */
  readonly quotes: readonly number[]
}

/** A paragraph with its quotes lifted out: what is left is what the reporter says. */
export interface Frame {
  readonly paragraph: number
  readonly kind: ParagraphKind
  readonly text: string
  readonly quotes: readonly Marked[]
  /** Marks that quote a word or two, a term or a title: they stay words of the reporter's. */
  readonly terms: readonly Marked[]
  readonly tokens: readonly Token[]
  readonly units: readonly Unit[]
}

const TOKEN =
  /(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Sen|Rep|Gov|Prof|St|MR|MRS|MS|DR|GEN|SEN|REP|GOV)\.|(?:\p{Lu}\.)+|@\w+|[\p{L}\p{N}]+(?:['’.\-‑&][\p{L}\p{N}]+)*(?:['’](?=\s|$))?|\S/gu
/** Also al-Assad, el-Sisi, ash-Shaar: the article of an Arabic name is written small; and @names. */
const CAPITAL = /^(?:@|(?:(?:[ae]l|a[dnrst]|ash)[-‑])?\p{Lu})/u
const POSSESSIVE = /['’]s?$/u
/** A name of the tables ends before its ending. */
const OWNS = /^['’]s(?![\p{L}\p{N}])/u
const WORD = /[\p{L}\p{N}]/u

export function frameOf(paragraph: Paragraph, lexicon: Lexicon): Frame {
  const { text, kind } = paragraph
  const spans = sentences(text)
  const marked = mended(text, markedSpans(text), spans)
  const said = Map.groupBy(marked, (one) => !isTerm(text, one, kind))
  const quotes = said.get(true) ?? []
  const tokens = tokensIn(text, quotes, lexicon.mentions(text))
  return {
    paragraph: paragraph.number,
    kind,
    text,
    quotes,
    terms: said.get(false) ?? [],
    tokens,
    units: unitsOf(quotes, tokens, spans),
  }
}

function tokensIn(
  text: string,
  quotes: readonly Marked[],
  mentions: readonly Mention[],
): readonly Token[] {
  const tokens: Token[] = []
  let from = 0
  const names = mentions.filter((mention) => mention.name.kind !== 'place')
  let next = 0
  const words = (end: number) => {
    next = pushWords(tokens, { text, start: from, end, names, next })
  }
  for (const quote of quotes) {
    words(quote.outer.start)
    tokens.push({
      ...quote.outer,
      kind: 'quote',
      text: '',
      lower: '',
      name: null,
      capital: false,
      possessive: false,
    })
    from = quote.outer.end
  }
  words(text.length)
  return tokens
}

interface Stretch extends Span {
  readonly text: string
  readonly names: readonly Mention[]
  readonly next: number
}

function pushWords(tokens: Token[], { text, start, end, names, next }: Stretch): number {
  let position = next
  let skipTo = start
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const at = start + match.index
    if (at < skipTo) continue
    while ((names[position]?.span.end ?? Number.POSITIVE_INFINITY) <= at) position += 1
    const mention = names[position]
    if (mention !== undefined && mention.span.start === at && mention.span.end <= end) {
      tokens.push(token(text, mention.span, 'name', mention.name))
      skipTo = mention.span.end
      continue
    }
    const span = { start: at, end: at + match[0].length }
    tokens.push(token(text, span, WORD.test(match[0]) ? 'word' : 'punctuation', null))
  }
  return position
}

function token(text: string, span: Span, kind: Token['kind'], name: AnyName | null): Token {
  const own = text.slice(span.start, span.end)
  const lower = lowered(own).replace(POSSESSIVE, '').replace(/\.$/u, '')
  return {
    ...span,
    kind,
    text: own,
    lower,
    name,
    capital: kind === 'name' || (kind === 'word' && CAPITAL.test(own)),
    possessive:
      kind === 'name'
        ? OWNS.test(text.slice(span.end, span.end + 3))
        : lower.length < own.length && POSSESSIVE.test(own),
  }
}

function unitsOf(
  quotes: readonly Marked[],
  tokens: readonly Token[],
  spoken: readonly Span[],
): readonly Unit[] {
  const spans = joinedBy(quotes, spoken)
  const units: Unit[] = []
  let next = 0
  let quote = 0
  for (const span of spans) {
    const from = next
    while ((tokens[next]?.start ?? Number.POSITIVE_INFINITY) < span.end) next += 1
    const held: number[] = []
    while ((quotes[quote]?.outer.start ?? Number.POSITIVE_INFINITY) < span.end) {
      held.push(quote)
      quote += 1
    }
    units.push({ ...span, from, to: next, quotes: held })
  }
  return units
}

/** Sentences, those that one quote reaches over joined. */
function joinedBy(quotes: readonly Marked[], spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  let quote = 0
  for (const span of spans) {
    const last = joined.at(-1)
    while ((quotes[quote]?.outer.end ?? Number.POSITIVE_INFINITY) <= span.start) quote += 1
    const over = quotes[quote]
    if (last !== undefined && over !== undefined && over.outer.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: span.end }
    else joined.push(span)
  }
  return joined
}
