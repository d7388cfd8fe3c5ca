import type { Sentence } from '../reading.ts'
import { type Draft, type Refiner, wordAt } from './draft.ts'
import { isPart } from './lists.ts'

const STRONG = /^(?:while|whereas|;|but)$/
const WEAK = /^(?:and|,|as|when|after|before)$/

/**
 * Which tokens of a sentence belong to which figure: "17 died in Mesraba while artillery killed two in Douma".
 * Parts and lists share the clause of the figure before them.
 */
export const divideClauses: Refiner = (drafts) => {
  const bySentence = Map.groupBy(drafts, (draft) => draft.sentence)
  const divided = new Map<number, Draft>()
  for (const [sentence, own] of bySentence) {
    let clause = { first: 0, last: sentence.tokens.length - 1 }
    const cuts = own.map((draft, index) => cutBefore(sentence, draft, own[index - 1]))
    const share = own.find((draft, index) => holdsWhole(draft, own[index + 1]))
    for (const [index, draft] of own.entries()) {
      if (share !== undefined) {
        divided.set(draft.id, { ...draft, clause: aroundVerb(share, draft) })
        continue
      }
      const cut = cuts[index] ?? null
      if (index === 0 || cut !== null) {
        const next = cuts.slice(index + 1).find((later) => later !== null) ?? sentence.tokens.length
        clause = { first: index === 0 ? 0 : (cut ?? 0), last: next - 1 }
      }
      divided.set(draft.id, { ...draft, clause })
    }
  }
  return drafts.map((draft) => divided.get(draft.id) ?? draft)
}

/** Where the clause of a figure begins, or null where it goes on in the one of the figure before. */
function cutBefore(sentence: Sentence, draft: Draft, previous: Draft | undefined): number | null {
  if (previous === undefined || draft.harmed.tie === 'chain') return null
  const { figure } = draft.harmed
  if (isPart(sentence.tokens, previous.harmed.figure, figure)) return null
  if (sharesTail(sentence, draft, previous)) return null
  const start =
    Math.max(previous.harmed.figure.last, Math.min(previous.harmed.at, figure.first)) + 1
  // an ellipsis begins at its number, an object at its verb
  const end = draft.harmed.tie === 'gap' ? figure.first : Math.min(figure.first, draft.harmed.at)
  for (let at = start; at <= end; at += 1) if (STRONG.test(wordAt(sentence, at))) return at
  for (let at = end; at >= start; at -= 1) if (WEAK.test(wordAt(sentence, at))) return at
  return null
}

/** "six were killed and 40 others injured in rocket attacks": what follows holds for both. */
function sharesTail(sentence: Sentence, draft: Draft, previous: Draft): boolean {
  const between = sentence.tokens.slice(previous.harmed.at + 1, draft.harmed.figure.first)
  const after = draft.harmed.at >= draft.harmed.figure.last
  return (
    after && between.length <= 2 && between.every((token) => /^(?:and|,|&|dead)$/.test(token.low))
  )
}

/** "Two-thirds of the estimated 250 casualties in nine days of bombing": the whole stands inside the share. */
const holdsWhole = (share: Draft, whole: Draft | undefined): boolean =>
  share.harmed.figure.quantity.kind === 'share' &&
  whole !== undefined &&
  whole.harmed.figure.first > share.harmed.figure.first &&
  whole.harmed.figure.last <= share.harmed.figure.last &&
  share.harmed.at > share.harmed.figure.last

/** What stands before the share's verb is said of the whole and its parts, what stands after it of the share. */
const aroundVerb = (share: Draft, draft: Draft): Draft['clause'] =>
  draft === share
    ? { first: share.harmed.at, last: draft.sentence.tokens.length - 1 }
    : { first: 0, last: share.harmed.at - 1 }
