import { fold } from '../../../text/fold.ts'
import type { Candidate } from '../candidates.ts'
import { contentWords, likeAny } from '../terms.ts'
import { type Fit, matches } from './fit.ts'

const TIME =
  /\b(?:(?:early|late|earlier|later|since|from|by|until(?: the end of)?|through most of|on|in(?: (?:early|mid|late))?|before|after) )?(?:(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?|last (?:week|month|year|night|summer|winter|spring|autumn)|this (?:week|month|year|morning)|earlier this (?:week|month|year)|yesterday|today|tomorrow|overnight|(?:19|20)\d{2}|\d{1,2}(?::\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|GMT)|(?:\w+ )(?:days|weeks|months|years|hours) (?:ago|later|earlier)))(?![\w’'])/g
const DURATION =
  /\b(?:(?:for|over|in|within|another|past|last|nearly|about|more than|at least) )*(?:the )?(?:past |last )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few)[ -](?:hours?|days?|weeks?|months?|years?)\b(?: long)?|\b(?:for|over) (?:many |several )?(?:days|weeks|months|years|decades)\b/gi

/** A clause ends where another subject or a ground begins. */
const CLAUSE = /,? (?:where|while|although|because|as|due to|but)\b|[;:–]/g

/** Days and hours in the clause of what is asked about; what the question itself gives is no answer. */
export function timeFits({ text }: Candidate, asked: string): readonly Fit[] {
  const folded = fold(asked)
  const verb = verbOf(folded)
  return matches(text, TIME, 1)
    .filter(({ span }) => !folded.includes(bareTime(text.slice(span.start, span.end))))
    .flatMap((fit) => {
      if (verb === null) return [fit]
      if (likeAny(clauseAround(text, fit.span.start), verb)) return [fit]
      // Done at another place of the sentence, or nowhere in it: this day belongs to something else.
      return []
    })
}

const bareTime = (time: string): string =>
  fold(time).replace(/^(?:on|in|by|since|from|until|before|after|the) /, '')

/** What was done, in "when did the army announce the lull": the verb after the subject, where it can be told. */
function verbOf(asked: string): readonly string[] | null {
  const ending = /\b(?:did|does|do|will) (.*?)\s*\?*$/u.exec(asked)?.[1]
  const passive = /\b(?:was|were|is|are) .*? (\p{L}+ed)\b/u.exec(asked)?.[1]
  // "Come into force" is one verb: the last word of what is left when expressions are joined.
  const words = contentWords(ending ?? passive ?? '').slice(-1)
  return words.length === 0 ? null : words
}

function clauseAround(text: string, at: number): string {
  const cuts = [...text.matchAll(CLAUSE)].map(({ index }) => index)
  const start = cuts.findLast((cut) => cut <= at) ?? 0
  const end = cuts.find((cut) => cut > at) ?? text.length
  return text.slice(start, end)
}

const WHOLE_COUNTRY = /\b(?:syrian|syria's|the|whole|civil) (?:war|conflict)\b/i
const CONFLICT = /^[ -](?:\p{L}+ )?(?:war|conflict)\b/iu

/** How long: beside what is asked about where the span says so itself ("the five-year conflict"). */
export function durationFits({ text, terms }: Candidate, asked: string): readonly Fit[] {
  const isWar = WHOLE_COUNTRY.test(asked)
  const isElsewhere =
    isWar && terms.mentions.some((name) => name.kind === 'place' && name.type !== 'country')
  return matches(text, DURATION, 1).map((fit) => {
    const after = text.slice(fit.span.end)
    const vague = /\b(?:for|over) (?:\w+ )?(?:days|weeks|months|years)$/i.test(
      text.slice(fit.span.start, fit.span.end),
    )
    const own = isWar && CONFLICT.test(after) ? 0.6 : 0
    return { ...fit, score: fit.score + own - (vague ? 0.4 : 0) - (isElsewhere ? 0.5 : 0) }
  })
}
