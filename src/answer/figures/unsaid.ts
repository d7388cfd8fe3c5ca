import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim.ts'
import { overlaps, slice, type Span } from '../../model/span.ts'
import { sentences } from '../../text/sentences.ts'
import { citePlace } from '../cite.ts'
import type { Citation } from '../report.ts'

const SITES =
  'hospitals?|clinics?|schools?|universit(?:y|ies)|markets?|mosques?|church(?:es)?|baker(?:y|ies)|camps?|shelters?|ambulances?|funerals?|convoys?'
const ATTACKED =
  'bomb(?:ed|ing|ings|ardment)|shell(?:ed|ing)|hit|struck|strikes?|air ?strikes?|attack(?:ed|s)?|target(?:ed|ing|t?ing)?|destroyed|raids?'
const ATTACK_ON_SITE = new RegExp(
  String.raw`\b(?:the )?(?:(?:${ATTACKED})\b[^.;:,]{0,50}?\b(?:${SITES})|(?:${SITES})\b[^.;:,]{0,40}?\b(?:${ATTACKED}))\b`,
  'iu',
)

const DENIALS =
  /\b(?:(?:did|does|do|could|would) not|didn[’']t|unable to) (?:identify|say who|name|specify|determine)\b|\b(?:not|un)\s?(?:clear|known) (?:who|whose|which)\b|\bno (?:group|one|side) (?:has |had )?claimed\b/iu

/** Attacks on hospitals, schools and the like of which an article tells without saying how many were harmed. */
export const attacksWithoutFigure = (
  article: Article,
  claims: readonly Claim[],
): readonly Citation[] =>
  sentencesOf(article).flatMap(({ paragraph, sentence, text }) => {
    const match = ATTACK_ON_SITE.exec(slice(text, sentence))
    const counted = claims.some(
      (claim) => claim.paragraph === paragraph && overlaps(claim.sentence, sentence),
    )
    if (!match || counted) return []
    const start = sentence.start + match.index
    const exact = { start, end: start + match[0].length }
    return citePlace(article, { paragraph, sentence, exact }) ?? []
  })

/** Sentences near a figure in which its source leaves open who did it. */
export const openBlame = (article: Article, near: number): readonly Citation[] =>
  sentencesOf(article).flatMap(({ paragraph, sentence, text }) =>
    Math.abs(paragraph - near) <= 3 && DENIALS.test(slice(text, sentence))
      ? (citePlace(article, { paragraph, sentence, exact: sentence }) ?? [])
      : [],
  )

interface Sentence {
  readonly paragraph: number
  readonly text: string
  readonly sentence: Span
}

const sentencesOf = (article: Article): readonly Sentence[] =>
  article.paragraphs
    .filter(({ kind }) => kind === 'body' || kind === 'caption' || kind === 'standfirst')
    .flatMap(({ number, text }) =>
      sentences(text).map((sentence) => ({ paragraph: number, text, sentence })),
    )
