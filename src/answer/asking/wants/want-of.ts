import type { Lexicon } from '../../../names/lexicon.ts'
import { fold } from '../../../text/fold.ts'
import { contentWords } from '../terms.ts'
import { roleNamed, whoOf } from './role.ts'
import { speakerOf } from './speaker.ts'
import { tollOf } from './toll.ts'
import type { Want } from './want.ts'
import { whichOf } from './which.ts'

interface Asked {
  /** As typed. */
  readonly question: string
  /** Folded, without what leads up to it. */
  readonly text: string
  readonly lexicon: Lexicon
}

type WantReader = (asked: Asked) => Want | null

/** What the question wants, told by its first words and by what it counts: the first reader that knows says it. */
export function wantOf(question: string, lexicon: Lexicon): Want {
  const asked = { question, text: leadOff(fold(question)), lexicon }
  for (const read of READERS) {
    const want = read(asked)
    if (want !== null) return want
  }
  return { kind: 'what' }
}

const leadOff = (text: string): string =>
  text
    .replace(
      /^(?:and|so|but|please|well|ok|okay|hey|hi|hello|tell me|can you tell me|do you know|i want to know|i wonder|(?:according to|per|by|in|for) [^,?]{2,60},)[\s,]+/,
      '',
    )
    .replace(/^is it (?:true|right|correct) that /, 'is it so that ')
    .replace(/^(?:name|list|identify) (?:the |all (?:the )?)?/, 'which ')

const when =
  (pattern: RegExp, want: Want): WantReader =>
  ({ text }) =>
    pattern.test(text) ? want : null

const PEOPLE = /^(?:people|persons|civilians|residents|men|women|children)$/

const DOING =
  /\b(?:live|lived|living|reside|resided|inhabit|inhabited|remain|remained|stay|stayed)\b/

const number: WantReader = ({ text }) => {
  if (/\bhow (?:often|many times)\b/.test(text)) return { kind: 'number', of: ['times'], doing: [] }
  if (/\bpopulation of\b/.test(text))
    return { kind: 'number', of: ['people'], doing: ['population'] }
  const many = /\bhow (?:many|much)(?: of the)? ([^?]*)/.exec(text)
  if (many === null) return null
  const counted = (many[1] ?? '').split(
    /\b(?:are|is|were|was|have|has|had|did|do|does|will|would|can|could|in|on|at|of|by|from|to|remain|remained|live|lives|left|hit|struck|took|fell|went|entered|reached|arrived|got|came|made|carried)\b/,
  )[0]
  const of = contentWords(counted ?? '')
  // "How many people lived there": what follows the people is what they did.
  const people = of.findIndex((word) => PEOPLE.test(word))
  if (people < 0) return { kind: 'number', of, doing: [] }
  const doing = DOING.exec(many[1] ?? '')?.[0]
  return {
    kind: 'number',
    of: of.slice(0, people + 1),
    doing: doing === undefined ? [] : contentWords(doing),
  }
}

const toll: WantReader = ({ question, text, lexicon }) => {
  const narrowed = lexicon
    .mentions(question)
    .some(({ name }) => name.kind === 'place' && name.type !== 'country')
  return tollOf(text, narrowed)
}

const said: WantReader = ({ question, lexicon }) => {
  const speaker = speakerOf(question, lexicon)
  return speaker === null ? null : { kind: 'said', speaker }
}

const called: WantReader = ({ text }) => {
  const name = /\b(?:what is|whats|what was) the name of (?:the |a |an )?(.*)/.exec(text)
  const role = name === null ? null : roleNamed(name[1] ?? '')
  if (role !== null) return role
  if (!/\b(?:names? of the|what is the \S+ called)\b/.test(text)) return null
  const thing = /\bnames? of (?:the|a)? ?([^?]+)/.exec(text)?.[1] ?? ''
  return {
    kind: 'called',
    of: contentWords(
      thing.split(
        /\b(?:that|which|who|whose|in|at|on|of|from|said|famous|known|called|killed)\b/,
      )[0] ?? '',
    ),
  }
}

const sort: WantReader = ({ text }) => {
  const thing = /\b(?:what|which) (?:kind|sort|type|form) of ([\p{L}-]+(?: [\p{L}-]+)?)/u.exec(text)
  if (thing === null) return null
  return {
    kind: 'sort',
    of: contentWords((thing[1] ?? '').split(/\b(?:is|are|was|were|do|does|did)\b/)[0] ?? ''),
  }
}

/** "Whose foreign ministers": the thing, and the name that goes with it. */
const owned: WantReader = ({ text }) => {
  const thing = /^(?:(?:in|on|by|from|to|at|under|near|of) )?whose\s+(.*)/.exec(text)?.[1]
  return thing === undefined ? null : whichOf(`which ${thing}`)
}

const who: WantReader = ({ question, text, lexicon }) => {
  // Victims are told as figures.
  const suffered = /^who(?:m)? (?:was|were|has been|have been|got) (.*)/.exec(text)?.[1]
  const victims =
    suffered !== undefined && /^(?:killed|wounded|injured|hurt)\b/.test(suffered)
      ? tollOf(`how many were ${suffered}`, true)
      : null
  if (victims !== null) return victims
  if (
    !/^(?:whom?|(?:by|to|with|from|for|against|on|beside|alongside|next to|together with|according to) whom)\b/.test(
      text,
    )
  )
    return null
  const identity = /^(?:and )?who(?:'s| is| was|s) (.+?)[?.!\s]*$/i.exec(question.trim())?.[1]
  const name = identity === undefined ? undefined : lexicon.lookUp(identity)[0]
  return name === undefined ? whoOf(text) : { kind: 'identity', name: name.name, post: true }
}

/** "What is Kuralenko's rank": the sentence that says who he is. */
const rank: WantReader = ({ question, lexicon }) => {
  const whose =
    /\bwhat (?:is|was|are) (.+?)(?:[’']s?) (?:rank|title|role|job|position|post|profession|function|occupation)\b/i.exec(
      question,
    )?.[1] ??
    /\b(?:what|which) (?:[\p{L}’']+ )?(?:rank|title|role|job|position|post|organisation|organization|group|body|agency|charity|outlet|channel|party|paper|newspaper|country|government) (?:does|did|is|was) (.+?) (?:have|hold|held|work(?:ing)? for|represent(?:ing)?|belong to|speak(?:ing)? for|with|from)\b/iu.exec(
      question,
    )?.[1]
  const name = whose === undefined ? undefined : lexicon.lookUp(whose)[0]
  return name === undefined
    ? null
    : { kind: 'identity', name: name.name, post: !/\b(?:rank|title)\b/i.test(question) }
}

const READERS: readonly WantReader[] = [
  rank,
  when(
    /\b(?:who|what journalist|which (?:journalist|reporter)) (?:wrote|authored|penned|reported|filed)\b.*\b(?:article|piece|story|report|text|report on|on)\b|\bauthor\b|\bbyline\b|\bwho wrote\b/,
    { kind: 'author' },
  ),
  when(
    /^(?:according to who|according to whom|(?:on|by) whose (?:word|account|count|authority|reckoning))\b/,
    {
      kind: 'source',
    },
  ),
  when(
    /\bwho (?:took|shot|made)\b.*\b(?:photo|picture|photograph|image|shot)|\bphotographer\b|\bwhose (?:photo|picture|photograph|image)\b/,
    { kind: 'picture' },
  ),
  when(
    /\b(?:what|which) (?:share|proportion|percentage|fraction|percent)\b|\bhow (?:large|big|great|high) (?:a|an|is the|was the) (?:share|proportion|percentage|part|majority)\b|\bhow much of\b/,
    { kind: 'share' },
  ),
  when(
    /\bhow far (?:from|away|off|out|inside|outside|is|was|are|were|(?:north|south|east|west)(?:east|west)?)\b|\bhow many (?:kilomet(?:re|er)|met(?:re|er)|mile|yard)s\b|\bhow long (?:is|was|are|were) (?:the |an? |this |that )?(?:[\p{L}-]+ )?(?:front|frontline|line|road|highway|route|tunnel|trench|corridor|stretch|border|wall|fence|bridge|runway)\b/u,
    { kind: 'distance' },
  ),
  when(
    /\b(?:how long|(?:for|in|over) how many (?:days|hours|weeks|months|years)|how many (?:days|hours|weeks|months|years)|how much (?:longer|time)|by how much\b.*\b(?:extend|prolong|lengthen|delay|postpon)\p{L}*)\b/u,
    { kind: 'duration' },
  ),
  when(
    /^(?:who|which (?:group|organisation|organization|monitor|body|agency|source)|whose)\b.*\b(?:toll|death count|tally|figures?|numbers?|count(?:ed)?|casualt\p{L}*)\b|^who (?:reported|reports|counted|counts|gives|gave|put) .*\b(?:deaths?|dead|killed|injured|wounded|fatalities)\b/u,
    { kind: 'source' },
  ),
  toll,
  number,
  said,
  when(
    /^(?:on |since |until |by |up to )?(?:when|(?:what|which) (?:day|date|time|month|year|week)s?)\b/,
    { kind: 'when' },
  ),
  when(/^(?:from |to |in |near )?where\b/, { kind: 'where', of: [] }),
  when(
    /^(?:why|how come|for what reason|to what end|for what purpose|with what aim)\b|\b(?:what|which) (?:(?:is|was|were|are) the )?(?:reasons?|motives?|purpose|aim|excuse|justification|pretext|grounds)\b|^what (?:caused|led to|prompted)\b/,
    { kind: 'why' },
  ),
  called,
  sort,
  owned,
  who,
  when(/^(?:is|was|are|were|did|does|do|has|have|had|can|could|will|would|should)\b/, {
    kind: 'whether',
  }),
  ({ text }) => whichOf(text),
]
