import { valueOf } from '../../model/known.ts'
import { NOT_FIGHTING } from '../../model/claim.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import type { Event } from '../../answer/figures/event.ts'
import type { Stated } from '../../answer/figures/stated.ts'
import type { Statement } from '../../answer/figures/statement.ts'
import { type Citation, plain, type Run } from '../../answer/report.ts'
import { foreignNumbers } from '../../answer/house-numbers.ts'
import { outletWords } from '../../answer/telling/figures/attribution.ts'
import { clauseAfter, withoutLooseEnd } from '../../answer/telling/figures/clause.ts'
import { MEANS, SIDES } from '../../answer/telling/figures/labels.ts'
import {
  type FiguresBeside,
  figure,
  figureRuns,
  listed,
  withClause,
} from '../../answer/telling/figures/statement-lines.ts'
import { counted } from '../../answer/telling/words.ts'
import { saidOf } from './disputes.ts'

/** How a source is called where there is little room: `SOHR`, and by its own name where it has no initials. */
export type SourceWords = (source: string) => string

const INITIALS = /^\p{Lu}{2,6}$/u

/** Copy without commas takes half a sentence for a name, figures and all. */
const NO_NAME = 'a source that the article names'
const LONGEST_NAME = 70
const isName = (source: string): boolean =>
  source.length <= LONGEST_NAME && foreignNumbers(source).length === 0

export function sourceWordsOf(lexicon: Lexicon): SourceWords {
  const known = new Map<string, string>()
  return (source) => {
    const before = known.get(source)
    if (before !== undefined) return before
    const name = lexicon
      .lookUp(source.replace(/^the\s+/iu, ''))
      .find(({ kind }) => kind === 'organisation')
    const words = name
      ? ([name.name, ...name.aliases].find((form) => INITIALS.test(form)) ?? source)
      : isName(source)
        ? source
        : NO_NAME
    known.set(source, words)
    return words
  }
}

/** `SOHR, via Reuters; also in AFP`: who says it and who printed it, two things. */
export function attributionWords(said: readonly Stated[], sourceWords: SourceWords): string {
  const [lead] = said
  if (!lead) return ''
  const { source } = lead.claim
  const own = outletWords(lead.article, source)
  const via = own === null ? 'outlet not named' : `via ${own}`
  const who = source === null ? 'no source given' : sourceWords(source)
  const credit = source !== null && who === own ? who : `${who}, ${via}`
  const others = new Set(
    said.flatMap(({ article }) => valueOf(article.outlet) ?? []).filter((name) => name !== own),
  )
  return `${credit}${alsoIn([...others])}`
}

/** Two are named; more are counted. */
export function alsoIn(outlets: readonly string[]): string {
  if (outlets.length === 0) return ''
  if (outlets.length <= 2) return `; also in ${outlets.join(' and ')}`
  return `; also in ${counted(outlets.length, 'outlet')}`
}

/** The figure with how, where or by whom in the article's words, as far as they say that; else in the house's labels. */
export function whatRuns(statement: Statement, beside: FiguresBeside): readonly Run[] {
  const { lead } = statement
  const isBody = lead.claim.paragraph !== 0
  const clause = isBody ? withoutSpeech(clauseAfter(lead, beside(lead)), lead) : null
  if (clause !== null) return withClause(statement, clause)
  const { weapon, actor } = lead.claim
  const how = [
    weapon === null ? null : MEANS[weapon],
    actor === null ? null : `put down to ${SIDES[actor]}`,
  ].filter((part) => part !== null)
  return [...figureRuns(statement), ...(how.length === 0 ? [] : [plain(`, ${how.join(', ')}`)])]
}

const SPEECH =
  /(?:,\s*)?\b(?:according to|said|says|saying|told|reported|reports|adding|added|citing|quoting)\b/iu
/** What may stand before a verb of speech and says nothing without it. */
const SPEAKER_BEFORE =
  /[\s,;–-]*(?:\b(?:the|a|an|its|his|her|local|state|military|rights|monitoring|opposition|news|security|medical)\b\s*|\b(?:activists?|media|sources?|officials?|monitors?|group|agency|observatory|statement|reports?|police|residents?|witnesses)\b\s*)+$/iu
const DAY_ONLY =
  /^(?:(?:on|late|early|last|since)\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|night|morning|evening|afternoon|overnight)?(?:\s+(?:morning|night|evening|afternoon))?$/iu
const FEWEST_WORDS = 3
/** How it happened: where is told before it, and other words that follow a figure are seldom worth their room. */
const TELLS =
  /\b(?:air|raids?|strikes?|airstrikes?|shell\p{L}*|bomb\p{L}*|rocket\p{L}*|missiles?|attack\p{L}*|clash\p{L}*|fire|gun\p{L}*|gas|chemical|sarin|blasts?|explo\p{L}*|mines?|sniper\p{L}*|execut\p{L}*|behead\p{L}*|siege|fighting|battle\p{L}*|ambush|offensive|mortar|artillery)/u
/**
 * A clause goes on in small letters: what begins with a capital is the next sentence, run into it. Who was among them
 * is told by itself.
 */
const TELLS_NOTHING =
  /^(?:\p{Lu}|(?:including|among|mostly|as|when|after which|and|but|who|which|while|it|he|she|they)\b)/u

/** Copy that has lost its commas runs on into who says so; that is told beside every figure. */
function withoutSpeech(clause: string | null, { claim }: Stated): string | null {
  if (clause === null) return null
  const named = claim.source === null ? -1 : clause.indexOf(claim.source)
  const speech = SPEECH.exec(clause)?.index ?? -1
  const ends = [named, speech].filter((at) => at >= 0)
  let kept = clause.slice(0, Math.min(clause.length, ...ends)).trim()
  if (ends.length > 0) kept = kept.replace(SPEAKER_BEFORE, '')
  kept = withoutLooseEnd(kept)
  const long = kept.split(/\s+/u).length >= FEWEST_WORDS
  const says = TELLS.test(kept) && !TELLS_NOTHING.test(kept) && !DAY_ONLY.test(kept)
  return long && says ? kept : null
}

/** `put down to the rebel side by SANA, to Russia by SOHR`: whoever says so, not all who count the dead. */
export function blameWords(event: Pick<Event, 'statements'>, sourceWords: SourceWords): string {
  const blaming = saidOf(event).filter(({ claim }) => claim.actor !== null)
  const byActor = Map.groupBy(blaming, ({ claim }) => claim.actor)
  const each = [...byActor].flatMap(([actor, stated]) =>
    actor === null ? [] : [`to ${SIDES[actor]} ${byWhom(stated, sourceWords)}`],
  )
  return each.length === 0 ? '' : `put down ${each.join(', ')}`
}

const MOST_NAMED = 2

function byWhom(stated: readonly Stated[], sourceWords: SourceWords): string {
  const named = new Set(
    stated.flatMap(({ claim }) => (claim.source === null ? [] : [sourceWords(claim.source)])),
  )
  const outlets = new Set(
    stated.map(({ article }) => outletWords(article) ?? 'an outlet not named'),
  )
  const [names, one, thing] = named.size > 0 ? [named, 'by', 'source'] : [outlets, 'in', 'outlet']
  return `${one} ${names.size > MOST_NAMED ? counted(names.size, thing) : [...names].join(' and ')}`
}

const MOST_AMONG = 2

/** `, among them 20 children and 17 women`: who is told apart because they do not fight. */
export function amongRuns(statement: Statement): {
  readonly runs: readonly Run[]
  readonly citations: readonly Citation[]
} {
  const whole = statement.lead.claim
  const parts = statement.parts
    .filter(
      ({ lead: { claim } }) =>
        NOT_FIGHTING.has(claim.group) &&
        claim.group !== whole.group &&
        claim.harm === whole.harm &&
        (claim.low ?? claim.high) !== null,
    )
    .slice(0, MOST_AMONG)
  if (parts.length === 0) return { runs: [], citations: [] }
  return {
    runs: [plain(', among them '), ...listed(parts.map(({ lead }) => [figure(lead)]))],
    citations: parts.map(({ lead }) => lead.citation),
  }
}
