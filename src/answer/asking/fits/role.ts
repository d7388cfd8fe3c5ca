import type { AnyName, OrganisationName } from '../../../model/name.ts'
import type { Lexicon } from '../../../names/lexicon.ts'
import { fold } from '../../../text/fold.ts'
import type { Want } from '../wants/want.ts'
import type { Candidate } from '../candidates.ts'
import { sensesOf, stemOf } from '../senses.ts'
import { type Fit, whole } from './fit.ts'
import { isAsked, namesIn } from './names-in.ts'

/** Who somebody is: the sentence that gives the full name, best where it is first given. */
export function identityFits(
  { name, post }: Extract<Want, { kind: 'identity' }>,
  { text, near }: Candidate,
  lexicon: Lexicon,
): readonly Fit[] {
  return lexicon
    .mentions(text)
    .filter((mention) => mention.name.name === name)
    .map(({ span }) => {
      const full = text.slice(span.start, span.end).includes(' ') ? 0.4 : 0
      const titled = /(?:\p{L}[’']s|\p{L}{3,}|spokesman|minister)\s+$/u.test(
        text.slice(0, span.start),
      )
      const apposed = /^,\s+(?:the|an?|\p{Ll})/u.test(text.slice(span.end))
      const described = (titled || apposed ? 0.2 : 0) + (post && apposed ? 0.3 : 0)
      return {
        span: whole(text),
        score: 0.3 + full + described + (near.names.has(name) ? 0 : 0.1),
      }
    })
}

/** "X, president of Y", "president X of Y": a person beside a word for the role, with all that says which one. */
export function roleFits(
  { words: roles, of }: Extract<Want, { kind: 'role' }>,
  { text, near, headline }: Candidate,
  lexicon: Lexicon,
  asked: string,
): readonly Fit[] {
  const others = of.filter(
    (word) => !bodiesBeside({ asked, text, near, headline, lexicon }).has(word),
  )
  const words = roles.map((role) => RegExp.escape(role)).join('|')
  return namesIn(text, lexicon)
    .filter(({ person, span }) => person && !isAsked(text.slice(span.start, span.end), asked))
    .flatMap(({ span }) => {
      const after = text.slice(span.end, span.end + 110)
      // What stands before another verb belongs to somebody else.
      const before =
        text
          .slice(Math.max(0, span.start - 110), span.start)
          .split(/\b(?:said|says|told|were|was|is|are|have|has|had)\b/)
          .at(-1) ?? ''
      const apposed = new RegExp(
        `^,?\\s*(?:who is |is |was )?(?:the |a |an |in )?(?:[\\p{L}'’-]+ ){0,4}(?:${words})\\b`,
        'iu',
      ).test(after)
      const titled = new RegExp(
        `\\b(?:${words})(?:\\s+(?:of|for|to) [\\p{L}' ’-]{2,60})?,?\\s+$`,
        'iu',
      ).test(before)
      if (!apposed && !titled) return []
      // "Its ally, Syrian President …": what stands before a comma is somebody else's.
      const title = titled ? (before.replace(/,\s*$/, '').split(/[,;]/).at(-1) ?? '') : ''
      const own = text.slice(span.start, span.end)
      return isThatOne(others, `${title} ${own} ${apposed ? after : after.split(/[,.]/)[0]}`)
        ? [{ span, score: 1 }]
        : []
    })
}

/**
 * Words of the bodies that the question names and that stand only beside the sentence: "the militia's spokesman" needs not
 * say again which militia it is, unless another body stands there.
 */
function bodiesBeside({
  asked,
  text,
  near,
  headline,
  lexicon,
}: Pick<Candidate, 'text' | 'near' | 'headline'> & {
  readonly asked: string
  readonly lexicon: Lexicon
}): ReadonlySet<string> {
  if (lexicon.mentions(text).some(({ name }) => isBody(name) && name.type !== 'agency'))
    return new Set()
  return new Set(
    lexicon
      .mentions(asked)
      .filter(
        ({ name }) => isBody(name) && (near.names.has(name.name) || headline.names.has(name.name)),
      )
      .flatMap(({ span }) => fold(asked.slice(span.start, span.end)).split(/[^\p{L}\p{N}]+/u)),
  )
}

const isBody = (name: AnyName): name is OrganisationName => name.kind === 'organisation'

/** "Turkey-based" is no "of Turkey". */
const ATTACHED = /[\p{L}’']+-(?:based|backed|led|held|linked|funded)\b/gu

/** Whether the words beside a name say which minister, which centre: nearly all that the question says of it. */
function isThatOne(of: readonly string[], beside: string): boolean {
  const here = (
    beside.replace(ATTACHED, ' ').match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? []
  ).flatMap((word) => fold(word.replace(/[’']s$/, '')).split(/[-\s]+/))
  const has = (word: string): boolean =>
    here.some(
      (each) =>
        stemOf(each) === stemOf(word) ||
        // "MSFs head": papers that lose their apostrophes
        each === `${word}s` ||
        // Syria, Syrian
        (word.length > 3 && each.startsWith(word) && each.length <= word.length + 2) ||
        sensesOf(each).some((sense) => sensesOf(word).includes(sense)),
    )
  const missing = of.filter((word) => !has(word)).length
  return of.length <= 3 ? missing === 0 : missing <= of.length / 4
}
