import { type Group, type Harm } from '../../model/claim.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { ACTOR_WORDS, GROUP_WORDS, HARM_WORDS, meaning, anyWordOf } from './filter-words.ts'
import { contentWords } from './terms.ts'
import type { Actor } from '../../model/claim.ts'

/** What a question wants to be told, by its words. */
export type Want =
  | {
      readonly kind: 'toll'
      readonly harm: Harm | null
      readonly group: Group | null
      readonly by: Actor | null
      readonly whole: boolean
      /** One day or one strike is asked about, not a running tally. */
      readonly oneDay: boolean
    }
  | { readonly kind: 'number'; readonly of: readonly string[] }
  | { readonly kind: 'share' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'author' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'said'; readonly speaker: string }
  | { readonly kind: 'role'; readonly words: readonly string[]; readonly of: readonly string[] }
  | { readonly kind: 'sort'; readonly of: readonly string[] }
  | { readonly kind: 'identity'; readonly name: string }
  | { readonly kind: 'who'; readonly verb: string | null }
  | { readonly kind: 'when' }
  | { readonly kind: 'where' }
  | { readonly kind: 'why' }
  | { readonly kind: 'called'; readonly of: readonly string[] }
  | { readonly kind: 'which'; readonly of: readonly string[] }
  | { readonly kind: 'whether' }
  | { readonly kind: 'what' }

const ROLE_NOUNS =
  'secretary-general|secretary general|prime minister|president|head|leader|chief|commander|minister|secretary|spokesman|spokeswoman|spokesperson|envoy|director|chairman|chairwoman|mayor|governor|ambassador|king|general|negotiator|representative|correspondent|boss|patriarch|bishop|coach|ceo'
const ROLE_VERBS: Readonly<Record<string, readonly string[]>> = {
  heads: ['head', 'leader', 'president', 'chief', 'charge', 'director', 'chairman', 'commander'],
  leads: ['leader', 'head', 'president', 'chief', 'commander', 'charge'],
  runs: ['head', 'director', 'chief', 'charge', 'president', 'leader'],
  chairs: ['chairman', 'chair', 'president', 'chairwoman'],
  commands: ['commander', 'chief', 'general', 'charge', 'leader'],
  mediates: ['envoy', 'mediator'],
  represents: ['representative', 'delegate', 'envoy', 'spokesman'],
  'speaks for': ['spokesman', 'spokeswoman', 'spokesperson', 'representative'],
  'negotiates for': ['negotiator'],
  presides: ['president'],
}

const ROLE = new RegExp(`\\b(${ROLE_NOUNS})s?\\b`)

const HARM_ASKED = new RegExp(
  `\\b(?:${anyWordOf(HARM_WORDS)}|die|dying|perish(?:ed)?|slain|lost (?:their|his|her) li(?:fe|ves)|lose their lives|kill|wounding|fallen)\\b`,
  'i',
)
const GROUP_ASKED = new RegExp(`\\b(${anyWordOf(GROUP_WORDS)})\\b`, 'gi')
const BY_ASKED = new RegExp(
  `\\b(?:by|to|on|from)\\s+(?:the\\s+)?(?:fire from the\\s+|forces of the\\s+)?(${anyWordOf(ACTOR_WORDS)}|insurgent|rebel|syrian army|pro-government|government-aligned)\\b(?!-held|-controlled)`,
  'i',
)
const PROPER_NOUNS =
  /^(?:newspapers?|papers?|daily|agency|news agency|wire|channel|broadcaster|group|faction|militia|brigade|monitor|hospital|clinic|town|towns|village|city|district|districts|neighbourhoods?|neighborhoods?|province|country|countries|minister|general|official|spokesman|envoy|organisation|organization|charity)$/i

/** What the question wants, told by its first words and by what it counts. */
export function wantOf(question: string, lexicon: Lexicon): Want {
  const text = fold(question)
    .replace(
      /^(?:and|so|but|please|well|ok|okay|hey|hi|hello|tell me|can you tell me|do you know|i want to know|i wonder|(?:according to|per) [^,]{2,60},)[\s,]+/,
      '',
    )
    .replace(/^is it (?:true|right|correct) that /, 'is it so that ')
  if (
    /\b(?:who|what journalist|which (?:journalist|reporter)) (?:wrote|authored|penned|reported|filed)\b.*\b(?:article|piece|story|report|text|report on|on)\b|\bauthor\b|\bbyline\b|\bwho wrote\b/.test(
      text,
    )
  )
    return { kind: 'author' }
  if (
    /\bwho (?:took|shot|made)\b.*\b(?:photo|picture|photograph|image|shot)|\bphotographer\b/.test(
      text,
    )
  )
    return { kind: 'picture' }
  if (
    /\b(?:what|which) (?:share|proportion|percentage|fraction|part|percent)\b|\bhow (?:large|big|great|high) (?:a|an|is the|was the) (?:share|proportion|percentage|part|majority)\b/.test(
      text,
    )
  )
    return { kind: 'share' }
  if (
    /\b(?:how long|for how many (?:days|hours|weeks|months|years)|how many (?:days|hours|weeks|months|years))\b/.test(
      text,
    )
  )
    return { kind: 'duration' }
  const narrowed = lexicon
    .mentions(question)
    .some(({ name }) => name.kind === 'place' && name.type !== 'country')
  const toll = tollOf(text, narrowed)
  if (toll !== null) return toll
  const many = /\bhow (?:many|much)(?: of the)? ([^?]*)/.exec(text)
  if (many !== null)
    return {
      kind: 'number',
      of: contentWords(
        (many[1] ?? '').split(
          /\b(?:are|is|were|was|have|has|had|did|do|does|will|would|can|could|in|on|at|of|by|from|to|remain|remained|live|lives|left|hit|struck|took|fell|went|entered|reached)\b/,
        )[0] ?? '',
      ),
    }
  const speaker = speakerOf(question, lexicon)
  if (speaker !== null) return { kind: 'said', speaker }
  if (
    /^(?:on |since |until |by )?(?:when|what (?:day|date|time)|which (?:day|date|month|year))\b/.test(
      text,
    )
  )
    return { kind: 'when' }
  if (
    /^(?:from |to |in )?(?:where|(?:in |at |from |to )?(?:which|what) (?:towns?|cit(?:y|ies)|places?|districts?|neighbou?rhoods?|areas?|countr(?:y|ies)|provinces?|villages?|parts?|quarters?)\b)/.test(
      text,
    )
  )
    return { kind: 'where' }
  if (
    /^(?:why|how come|for what reason)\b|\b(?:what (?:is|was|were|are) the (?:reasons?|motives?|purpose|aim))\b/.test(
      text,
    )
  )
    return { kind: 'why' }
  const called = /\b(?:what is|whats|what was) the name of (?:the |a |an )?(.*)/.exec(text)
  const role = called === null ? null : roleNamed(called[1] ?? '')
  if (role !== null) return role
  const sort = /\b(?:what|which) (?:kind|sort|type|form) of ([\p{L}-]+(?: [\p{L}-]+)?)/u.exec(text)
  if (sort !== null)
    return {
      kind: 'sort',
      of: contentWords((sort[1] ?? '').split(/\b(?:is|are|was|were|do|does|did)\b/)[0] ?? ''),
    }
  if (/\b(?:name of the|what is the \S+ called)\b/.test(text))
    return { kind: 'called', of: nounAfter(text, /\bname of (?:the|a)? ?([^?]+)/) }
  if (/^(?:whom?|whose|by whom|to whom|with whom)\b/.test(text)) {
    const name = /^(?:and )?who(?:'s| is| was|s) /i.test(question.trim())
      ? lexicon.lookUp(
          question
            .trim()
            .replace(/^(?:and )?who(?:'s| is| was|s) /i, '')
            .replace(/[?.!\s]+$/, ''),
        )[0]
      : undefined
    return name === undefined ? whoOf(text) : { kind: 'identity', name: name.name }
  }
  if (/^(?:is|was|are|were|did|does|do|has|have|had|can|could|will|would|should)\b/.test(text))
    return { kind: 'whether' }
  const which =
    /^(?:in |at |by |for |to |from )?(?:which|what) ([\p{L}-]+(?: [\p{L}-]+){0,2})/u.exec(text)
  return which === null ? { kind: 'what' } : whichOf(which[1] ?? '', text)
}

function whichOf(after: string, text: string): Want {
  const words = after.split(' ')
  const head = words.findIndex((word) => PROPER_NOUNS.test(word))
  if (head < 0 || head > 2) return { kind: 'what' }
  const of = words.slice(0, head + 1)
  // "what town" asks for a name; "what happened in the town" does not.
  return text.startsWith('which') ||
    head === 0 ||
    /^(?:what) (?:news|rebel|armed|russian|syrian|other)/.test(text)
    ? { kind: 'which', of }
    : { kind: 'what' }
}

const nounAfter = (text: string, pattern: RegExp): readonly string[] =>
  contentWords((pattern.exec(text)?.[1] ?? '').split(/\b(?:that|which|who|in|from)\b/)[0] ?? '')

function whoOf(text: string): Want {
  for (const [verb, words] of Object.entries(ROLE_VERBS)) {
    const match = new RegExp(`\\b(?:who|whoever) (?:(?:now|currently) )?${verb}\\b(.*)`).exec(text)
    if (match !== null) return { kind: 'role', words, of: plainWords(match[1] ?? '') }
  }
  const charge = /\bwho(?: is|s| was)? in charge of\b(.*)/.exec(text)
  if (charge !== null)
    return {
      kind: 'role',
      words: ['charge', 'head', 'leader', 'commander', 'chief'],
      of: plainWords(charge[1] ?? ''),
    }
  const noun = /\bwho (?:is|was|are|were) (?:the |a |an )?(.*)/.exec(text)
  const verb =
    /\bwho (?!is\b|was\b|are\b|were\b|did\b|does\b|do\b|has\b|have\b|had\b|will\b|can\b|could\b)(\p{L}+)/u.exec(
      text,
    )?.[1] ?? null
  return roleNamed(noun?.[1] ?? '') ?? { kind: 'who', verb }
}

/** "the Russian defence minister": the role, and the words that say which one. */
function roleNamed(words: string): Want | null {
  const match = ROLE.exec(words)
  const role = match?.[1]
  if (match === null || role === undefined) return null
  return { kind: 'role', words: [role], of: plainWords(words.replace(match[0], ' ')) }
}

const plainWords = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) =>
      !/^(?:the|a|an|of|for|to|in|on|at|and|that|which|who|is|was|s|now|currently|called)$/.test(
        word,
      ),
  )

const ONE_DAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|(?:an?|the|one|this|that) (?:air ?)?(?:strike|raid|explosion|blast|bombing|attack|massacre))\b/

/** `narrowed`: a place inside the country is named, so that it is not the whole war's toll. */
function tollOf(text: string, narrowed: boolean): Want | null {
  const asksNumber =
    /\bhow many\b|\b(?:number|count|total|tally) of\b|\bhow high\b|\bhow bad\b/.test(text)
  const asksToll =
    /\b(?:toll|what (?:[\w ]{0,30} )?(?:casualties|casualty|losses)|casualty (?:figures?|count|numbers?)|(?:number|count|tally) of (?:the )?(?:dead|deaths|casualties|injured|wounded|victims|fatalities)|fatalities)\b/.test(
      text,
    )
  if (!asksToll && !(asksNumber && HARM_ASKED.test(text))) return null
  const counted = /\bhow many\b(.*)/.exec(text)?.[1] ?? text
  const harm = harmOf(text)
  return {
    kind: 'toll',
    harm,
    group: groupOf(counted, text),
    by: byOf(text),
    whole: /\b(?:war|conflict|overall)\b/.test(text) && !narrowed,
    oneDay: ONE_DAY.test(text),
  }
}

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
  const word = BY_ASKED.exec(text)?.[1]
  if (word === undefined)
    return /\b(?:rebel|insurgent|opposition) (?:rocket|shell|fire|attack|mortar)/.test(text)
      ? 'opposition'
      : /\b(?:government|regime|syrian army|russian) (?:air|bomb|strike|raid|shell|attack)/.test(
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

const SAY =
  '(?:say|said|says|saying|tell|told|tells|claim|claimed|claims|think|thinks|announce|announced|state|stated|warn|warned|add|comment|mention|call for|describe|explain|report)'

/** The voice that the question asks to hear: "what did Kerry say about …". */
function speakerOf(question: string, lexicon: Lexicon): string | null {
  const match = new RegExp(
    `\\bwhat (?:exactly )?(?:did|does|do|has|have|had|was|is) (?:the )?(.{2,60}?) (?:have to |had to )?(?:be )?(?:quoted as )?${SAY}\\b`,
    'i',
  ).exec(question)
  const words = match?.[1]
  if (words === undefined || /\bwho\b/i.test(words)) return null
  const name =
    lexicon.lookUp(words.replace(/^(?:the|mr|mrs|ms|dr|general|president)\s+/i, ''))[0] ??
    lexicon.lookUp(words)[0]
  if (name !== undefined && name.kind !== 'place') return name.name
  return /^\p{Lu}/u.test(words) && words.split(' ').length <= 3 && name === undefined ? words : null
}
