import { valueOf } from '../../model/known.ts'
import { citeParagraph } from '../cite.ts'
import type { Citation } from '../report.ts'
import type { AskedTerm } from './asked-terms.ts'
import type { Candidate } from './candidates.ts'

const ABOUT_WRITING =
  /^(?:author|writer|wrote|written|article|piece|story|report|text|byline|journalist|photo|photograph|picture|image|took|shot|taken|story|caption)$/
const LEAST = 0.5
/** `[Abdalrhman Ismail/Reuters]` at the end of a caption. */
const PHOTO_CREDIT = /\[([^\]/]+)\/[^\]]+\]|\((?:Photo|Picture|Image)(?: by)?:? ([^)/]+)\/[^)]*\)/u

/** Who wrote the article whose headline the question describes. */
export function bylineAnswer(
  candidates: readonly Candidate[],
  terms: readonly AskedTerm[],
): readonly Citation[] | null {
  const about = terms.filter(({ shown }) => !ABOUT_WRITING.test(shown))
  const best = best1(
    candidates.filter(({ article }) => valueOf(article.byline) !== null),
    (candidate) => cover(about, candidate, 'headline'),
  )
  const other = best1(candidates, (candidate) => cover(about, candidate, 'headline'))
  if (best === null || best.score < LEAST || (other !== null && other.score > best.score + 0.2))
    return null
  const { article } = best.candidate
  const byline = valueOf(article.byline) ?? ''
  const paragraph =
    article.paragraphs.find(({ kind, text }) => kind === 'byline' && text.includes(byline)) ??
    article.paragraphs.find(({ text }) => text.includes(byline))
  const start = paragraph?.text.indexOf(byline) ?? -1
  const citation =
    paragraph === undefined || start < 0
      ? null
      : citeParagraph(article, paragraph.number, { start, end: start + byline.length })
  return citation === null ? null : [citation]
}

/** Whose photograph it is: the credit of the caption that the question describes. */
export function pictureAnswer(
  candidates: readonly Candidate[],
  terms: readonly AskedTerm[],
): readonly Citation[] | null {
  const about = terms.filter(({ shown }) => !ABOUT_WRITING.test(shown))
  const credited = candidates.filter(({ text }) => PHOTO_CREDIT.test(text))
  const best = best1(credited, (candidate) =>
    Math.max(
      cover(about, candidate, 'terms'),
      cover(about, candidate, 'headline'),
      cover(about, candidate, 'whole'),
    ),
  )
  if (best === null || (about.length > 0 && best.score < LEAST)) return null
  const { article, paragraph } = best.candidate
  const name = PHOTO_CREDIT.exec(paragraph.text)
    ?.slice(1)
    .find((each) => each !== undefined)
  const start = name === undefined ? -1 : paragraph.text.indexOf(name)
  const citation =
    name === undefined || start < 0
      ? null
      : citeParagraph(article, paragraph.number, { start, end: start + name.length })
  return citation === null ? null : [citation]
}

function cover(
  terms: readonly AskedTerm[],
  candidate: Candidate,
  where: 'headline' | 'terms' | 'whole',
): number {
  const all = terms.reduce((sum, { weight }) => sum + weight, 0)
  if (all === 0) return 0
  return terms.reduce((sum, term) => sum + term.weight * term.match(candidate[where]), 0) / all
}

function best1(
  candidates: readonly Candidate[],
  scoreOf: (candidate: Candidate) => number,
): { readonly candidate: Candidate; readonly score: number } | null {
  let best: { readonly candidate: Candidate; readonly score: number } | null = null
  for (const candidate of candidates) {
    const score = scoreOf(candidate)
    if (best === null || score > best.score) best = { candidate, score }
  }
  return best
}
