import type { CountScope } from '../../model/claim.ts'
import { daysBetween } from '../dates/calendar.ts'
import type { Draft, Refiner } from './draft.ts'
import { WAR_WORDS } from './vocabulary/war.ts'

const TOTAL_WORDS = /\bin total\b|\btotal(?:ling)?\b|\boverall\b/i
const CAMPAIGN =
  /\bsince (?:the )?(?:start|beginning|launch) of (?:the|its|their) (?!month|week|day)|\bcampaign (?:began|started)\b|\bsince the (?:\w+ ){0,2}(?:offensive|operation|campaign|intervention)(?: \S+){0,4} (?:began|started)\b|\bsince (?:19|20)\d\d\b|\bsince \w+ (?:19|20)\d\d\b/i
/** "a town of 18,000 before the civil war started": no count of those whom it killed. */
const BEFORE_WAR =
  /\b(?:before|until|till|prior to)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:war|conflict|uprising|revolution|crisis|revolt|insurgency)\b(?:\s+(?:began|started|erupted|broke out|ended))?/gi
/** "one of the deadliest clashes since the start of the war": how it compares, and no count of the war. */
const COMPARED =
  /\b(?:one of the|(?:the )?(?:deadliest|worst|bloodiest|fiercest|heaviest|biggest|largest|highest))\b[^,.;]*/gi
const KILLED_BY_WAR = 20_000
/** "the city, divided since July 2012": how long a place has been so. */
const OF_A_PLACE =
  /\b(?:besieged|divided|held|controlled|ruled|occupied|surrounded|blockaded|siege|control|blockade)\s+since\s+(?:\w+\s+)?(?:19|20)\d\d\b/gi
const DISPLACED_BY_WAR = 100_000

/** A running total of the whole war, a year or a campaign, told apart from one event or a few days. */
export const markTotals: Refiner = (drafts) =>
  drafts.map((draft) => ({ ...draft, cumulative: isCumulative(draft) }))

function isCumulative(draft: Draft): boolean {
  const { sentence, harmed } = draft
  const clause = sentence.tokens.slice(draft.clause.first, draft.clause.last + 1)
  const text = sentence.paragraph.text
    .slice(clause[0]?.start, clause.at(-1)?.end)
    .replace(BEFORE_WAR, ' ')
    .replace(COMPARED, ' ')
    .replace(OF_A_PLACE, ' ')
  const size = harmed.figure.quantity.low ?? harmed.figure.quantity.high
  const vague = harmed.figure.quantity.vague
  const large = (size ?? 0) >= 10_000 || (vague !== null && /million|thousand/.test(vague))
  if (WAR_WORDS.test(text) && (large || sinceWar(text))) return true
  if (WAR_WORDS.test(sentence.text) && large) return true
  if (CAMPAIGN.test(text) && !/\bfor the first time\b/i.test(text)) return true
  if (harmed.figure.quantity.kind === 'share' && draft.harm === 'displaced') return true
  return (
    (size ?? 0) >= (draft.harm === 'killed' ? KILLED_BY_WAR : DISPLACED_BY_WAR) ||
    (draft.harm === 'displaced' && vague !== null && vague.startsWith('millions')) ||
    (large && TOTAL_WORDS.test(text))
  )
}

const sinceWar = (text: string): boolean =>
  /\bsince\b|\bduring the\b|\bthroughout the\b|\bbegan\b|\bstarted\b|\berupted\b|\b(?:19|20)\d\d\b|-year\b/i.test(
    text,
  )

/** The war, a period of days or weeks, or one event; casualty recorders keep the three apart. */
export function countScopeOf(
  draft: Pick<Draft, 'cumulative' | 'from' | 'to' | 'when' | 'sentence'>,
): CountScope {
  if (draft.cumulative) return 'war'
  if (draft.from !== null && draft.to !== null)
    return daysBetween(draft.from, draft.to) >= 2 ? 'period' : 'event'
  return draft.when !== null && /\b(?:since|days|weeks|months|week|month)\b/i.test(draft.when)
    ? 'period'
    : 'event'
}
