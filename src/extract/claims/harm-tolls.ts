import type { Harm } from '../../model/claim.ts'
import type { Token } from '../../text/words.ts'
import type { Figure } from './figures.ts'
import { type Harmed, low } from './harm-words.ts'

/** `raised the death toll to 61`, `the toll reached 51 people`, `brought to 49 the number killed`. */
export function tolls(tokens: readonly Token[], figures: readonly Figure[]): readonly Harmed[] {
  const found: Harmed[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const word = low(tokens, at)
    const toll =
      word === 'toll' &&
      /^(?:the|death|dead|casualty|new|updated|lower|higher|latest|final|earlier|previous|overall)$/.test(
        low(tokens, at - 1),
      )
    const number =
      word === 'number' &&
      tokens
        .slice(at, at + 6)
        .some((token) => /^(?:killed|dead|deaths|casualties|victims|fatalities)$/.test(token.low))
    if (!toll && !number) continue
    const harm: Harm =
      low(tokens, at - 1) === 'casualty' ||
      (number && tokens.slice(at, at + 6).some((token) => token.low === 'casualties'))
        ? 'casualties'
        : 'killed'
    const after = figures.find(
      (figure) =>
        figure.quantity.kind !== 'one' &&
        figure.first > at &&
        figure.first - at < 26 &&
        leadsToTotal(tokens, figure),
    )
    const before = number
      ? figures.findLast(
          (figure) =>
            figure.last < at && at - figure.last <= 3 && low(tokens, figure.first - 1) === 'to',
        )
      : undefined
    const figure = before ?? after
    if (figure !== undefined) found.push({ figure, harm, at, tie: 'toll' })
  }
  return found
}

const leadsToTotal = (tokens: readonly Token[], figure: Figure): boolean =>
  (figure.last === tokens.length - 1 && figure.ownHarm === null) ||
  (figure.ownHarm === null &&
    /^(?:to|at|of|reached|reaches|hit|hits|topped|tops|passed|passes|exceeded|exceeds|stands|is|was|:)$/.test(
      low(tokens, figure.first - 1),
    ) &&
    !(low(tokens, figure.first - 1) === 'of' && low(tokens, figure.first - 2) === 'out'))
