import type { Want } from './want.ts'

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

const PAST: Readonly<Record<string, string>> = {
  heads: 'headed',
  leads: 'led',
  chairs: 'chaired',
  commands: 'commanded',
  represents: 'represented',
  'speaks for': 'spoke for',
  'negotiates for': 'negotiated for',
}

const ROLE = new RegExp(`\\b(${ROLE_NOUNS})s?\\b`)
export function whoOf(text: string): Want {
  for (const [verb, words] of Object.entries(ROLE_VERBS)) {
    const forms = PAST[verb] === undefined ? verb : `(?:${verb}|${PAST[verb]})`
    const match = new RegExp(`\\b(?:who|whoever) (?:(?:now|currently) )?${forms}\\b(.*)`).exec(text)
    if (match !== null) return { kind: 'role', words, of: plainWords(firstOf(match[1] ?? '')) }
  }
  const charge = /\bwho(?: is|s| was)? in charge of\b(.*)/.exec(text)
  if (charge !== null)
    return {
      kind: 'role',
      words: ['charge', 'head', 'leader', 'commander', 'chief'],
      of: plainWords(charge[1] ?? ''),
    }
  const noun = /\bwho (?:is|was|are|were) (?:the |a |an )?(.*)/.exec(text)
  const passive = /^by whom\b.*?\b(\p{L}+(?:ed|en))\b/u.exec(text)?.[1]
  if (passive !== undefined) return { kind: 'who', verb: passive }
  const verb =
    /\bwho (?!is\b|was\b|are\b|were\b|did\b|does\b|do\b|has\b|have\b|had\b|will\b|can\b|could\b)(\p{L}+)/u.exec(
      text,
    )?.[1] ?? null
  return (
    roleNamed(noun?.[1] ?? '') ?? {
      kind: 'who',
      verb: verb === null ? null : verbPhrase(verb, text),
    }
  )
}

/** "Who heads the mission and told the Council …": what else he did says not which mission it is. */
const firstOf = (words: string): string => words.split(/,|\b(?:and|who|which|that)\b/)[0] ?? ''

/** "the Russian defence minister": the role, and the words that say which one. */
export function roleNamed(words: string): Want | null {
  const match = ROLE.exec(words)
  const role = match?.[1]
  if (match === null || role === undefined) return null
  // "… who briefed reporters" tells of what he did, not which minister he is.
  const [title = ''] = words.split(/\b(?:who|that|which)\b/)
  return { kind: 'role', words: [role], of: plainWords(title.replace(match[0], ' ')) }
}

const plainWords = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) =>
      !/^(?:the|a|an|of|for|to|in|on|at|and|that|which|who|is|was|s|now|currently|called)$/.test(
        word,
      ),
  )

/** "walked out" is one verb. */
const verbPhrase = (verb: string, text: string): string =>
  new RegExp(`\\b${verb}(?: (?:out|up|off|down|back|over|in|away))?\\b`).exec(text)?.[0] ?? verb
