import { fold } from '../../../text/fold.ts'
import type { Candidate } from '../candidates.ts'
import { type Fit, matches } from './fit.ts'

const LENGTH =
  /\b(?:(?:about|around|some|nearly|almost|roughly|just|only|less than|more than|at least|within) )*(?:\d[\d.,]*|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|several|a few)(?: hundred)?)[ -]?(?:kilomet(?:re|er)s?|kms?|met(?:re|er)s?|miles?|yards?|m)\b(?:,? \([^)]{1,30}\))?/giu

/** How far or how long a thing is, with the same in other units behind it; what the question gives is no answer. */
export function distanceFits({ text }: Candidate, asked: string): readonly Fit[] {
  const folded = fold(asked)
  return matches(text, LENGTH, 1).filter(
    ({ span }) => !folded.includes(fold(text.slice(span.start, span.end))),
  )
}
