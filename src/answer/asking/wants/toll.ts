import type { Actor, Group, Harm } from '../../../model/claim.ts'
import { ACTOR_WORDS, GROUP_WORDS, HARM_WORDS, meaning, anyWordOf } from '../filter-words.ts'
import { contentWords } from '../terms.ts'
import type { Want } from './want.ts'

const HARM_ASKED = new RegExp(
  `\\b(?:${anyWordOf(HARM_WORDS)}|die|dying|perish(?:ed)?|slain|lost (?:their|his|her) li(?:fe|ves)|lose their lives|kill|kills|wounding|fallen|put to death|executed|massacred|slaughtered|gassed|drowned)\\b`,
  'i',
)
const GROUP_ASKED = new RegExp(`\\b(${anyWordOf(GROUP_WORDS)})\\b`, 'gi')
const BY_ASKED = new RegExp(
  `\\b(?:by|to|on|from)\\s+(?:the\\s+)?(?:fire from the\\s+|forces of the\\s+)?(${anyWordOf(ACTOR_WORDS)}|insurgent|rebel|syrian army|pro-government|government-aligned)\\b(?!-held|-controlled)`,
  'i',
)
/** "Did the rebels kill": who does it stands before the verb. */
const DOES_IT = new RegExp(
  `\\b(?:did|does|do|has|have|had)\\s+(?:the\\s+)?(${anyWordOf(ACTOR_WORDS)})\\b.*\\b(?:kill|killed|wound|wounded|injure|injured|massacre)\\b`,
  'i',
)
/** "Civilians killed at Homs?": the question of a reporter in a hurry. */
const TERSE = new RegExp(
  `^(?:the )?(?:(?:people|persons|${anyWordOf(GROUP_WORDS)}) )?(?:killed|dead|injured|wounded|hurt|displaced|missing|detained) (?:in|at|by|on|near|from|since|during)\\b`,
)
const ONE_DAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|(?:an?|the|one|this|that) (?:air ?)?(?:strike|raid|explosion|blast|bombing|attack|massacre))\b/

/** `narrowed`: a place inside the country is named, so that it is not the whole war's toll. */
export function tollOf(text: string, narrowed: boolean): Want | null {
  const asksNumber =
    /\bhow many\b|\b(?:number|count|total|tally) of\b|\bhow high\b|\bhow bad\b/.test(text) ||
    TERSE.test(text)
  const asksToll =
    /\b(?:toll|what (?:[\w ]{0,30} )?(?:casualties|casualty|losses)|casualty (?:figures?|count|numbers?)|(?:number|count|tally) of (?:the )?(?:dead|deaths|casualties|injured|wounded|victims|fatalities)|fatalities)\b/.test(
      text,
    )
  // "Where did they get the toll" asks for something else.
  if (/^(?:where|when|why|who|whom|whose)\b/.test(text)) return null
  if (!asksToll && !(asksNumber && HARM_ASKED.test(text))) return null
  const counted = /\bhow many\b(.*)/.exec(text)?.[1] ?? text
  const harm = harmOf(text)
  const group = groupOf(counted, text)
  return {
    kind: 'toll',
    harm,
    group,
    by: byOf(text),
    whole: /\b(?:war|conflict|overall)\b/.test(text) && !narrowed,
    total:
      /\bsince\b|\bso far\b|\bin (?:total|all)\b|\b(?:overall|altogether|this year|each|per)\b/.test(
        text,
      ),
    oneDay: ONE_DAY.test(text),
    of: group === null && counted !== text ? othersCounted(counted) : [],
  }
}

/** People of a kind that the closed list lacks: police, prisoners, drivers. */
const othersCounted = (counted: string): readonly string[] =>
  contentWords(
    counted.split(
      /\b(?:were|was|have|has|had|did|died?|are|is|lost|killed|wounded|injured|perished|in|by|from|of|among)\b/,
    )[0] ?? '',
  ).filter((word) => !HARM_ASKED.test(word) && !/^(?:people|persons|lives|others)$/.test(word))

function harmOf(text: string): Harm | null {
  if (/\bcasualt/.test(text) && !/\bdea(?:d|ths?)\b|\bkilled\b/.test(text)) return null
  for (const [harm, words] of Object.entries({
    ...HARM_WORDS,
    killed: [
      ...HARM_WORDS.killed,
      'die',
      'dying',
      'perished',
      'slain',
      'lives',
      'kill',
      'fatalities',
      'deaths',
      'kills',
      'put to death',
      'executed',
      'massacred',
      'slaughtered',
    ],
    displaced: [...HARM_WORDS.displaced, 'homeless', 'driven', 'forced out'],
  }))
    if (words.some((word) => new RegExp(`\\b${RegExp.escape(word)}\\b`).test(text)))
      return meaning(HARM_WORDS, harm)
  return /\btoll\b/.test(text) ? 'killed' : null
}

// The people counted stand right after "how many" or before "toll"; "rebels" elsewhere are those who did it.
function groupOf(counted: string, text: string): Group | null {
  const before =
    /^(.*?)\b(?:were|was|have|has|had|did|died?|are|is|lost|killed|wounded|injured|perished|in|by|from)\b/.exec(
      counted.trim(),
    )?.[1]
  const place = /\bhow many\b/.test(text)
    ? before === undefined || before.trim() === ''
      ? counted.slice(0, 40)
      : before
    : text
  const among =
    /\b(?:toll|number|deaths|dead|casualties) (?:of|among|for) (?:the )?([\w ]{3,24})/.exec(
      text,
    )?.[1]
  for (const words of [place, among ?? '']) {
    for (const match of words.matchAll(GROUP_ASKED)) {
      const group = meaning(GROUP_WORDS, match[1] ?? '')
      if (group !== null && group !== 'people' && !isSide(words, match)) return group
    }
  }
  return null
}

/** "rebel-held", "by rebels", "the rebels' side": a side of the front, not the people counted. */
function isSide(words: string, match: RegExpExecArray): boolean {
  const after = words.slice(match.index + match[0].length)
  const before = words.slice(0, match.index)
  return (
    /^[- ](?:held|controlled|run|side|areas?|districts?|fire|rocket|shell)/.test(after) ||
    /\b(?:by|from|to|on|blamed on|against)\s(?:the )?$/.test(before)
  )
}

function byOf(text: string): Actor | null {
  const doer = DOES_IT.exec(text)?.[1]
  if (doer !== undefined) return meaning(ACTOR_WORDS, doer)
  const word = BY_ASKED.exec(text)?.[1]
  if (word === undefined)
    return /\b(?:rebel|insurgent|opposition) (?:rocket|shell|fire|attack|mortar)/.test(text)
      ? 'opposition'
      : /\b(?:government|regime|syrian army|russian|army) (?:air|bomb|strike|raid|shell|attack)/.test(
            text,
          )
        ? /\brussian (?:air|bomb|strike|raid)/.test(text)
          ? 'russia'
          : 'government'
        : null
  const after = text.slice(
    (BY_ASKED.exec(text)?.index ?? 0) + (BY_ASKED.exec(text)?.[0].length ?? 0),
  )
  if (/^[- ](?:held|controlled|side|areas?|districts?|neighbou?rhoods?|parts?)/.test(after))
    return null
  if (
    /\b(?:to|on|from)\s/.test(BY_ASKED.exec(text)?.[0] ?? '') &&
    !/\b(?:blamed on|put down to|attributed to|from|due to)\b/.test(text)
  )
    return null
  return meaning(ACTOR_WORDS, word) ?? (/insurgent|rebel/.test(word) ? 'opposition' : 'government')
}
