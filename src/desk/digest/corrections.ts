import { citeWording } from '../../answer/cite.ts'
import type { Article } from '../../model/article.ts'
import type { Change, Wording } from '../../model/change.ts'
import { plain } from '../../answer/report.ts'
import { outletWords } from '../../answer/telling/figures/attribution.ts'
import { line, note, strong } from '../../answer/telling/words.ts'
import type { Item } from './item.ts'
import type { SourceWords } from './wording.ts'

/** A figure that an outlet has put otherwise in its own article. */
export interface Correction {
  readonly article: Article
  /** The article as the former version had it. */
  readonly former: Article
  readonly version: number
  readonly before: Wording
  readonly after: Wording
}

/** What the changes of an article come to: a figure that was changed twice was changed once, from first to last. */
export function foldChanges(changes: readonly Change[]): readonly Change[] {
  const folded: Change[] = []
  for (const change of changes.toSorted((a, b) => a.number - b.number)) {
    if (change.kind !== 'figure-revised') continue
    const at = folded.findIndex(
      (earlier) => earlier.article === change.article && isSame(earlier.after, change.before),
    )
    const earlier = folded[at]
    if (earlier)
      folded[at] = { ...change, before: earlier.before, fromVersion: earlier.fromVersion }
    else folded.push(change)
  }
  return folded.filter(({ before, after }) => before?.exact !== after?.exact)
}

const isSame = (a: Wording | null, b: Wording | null): boolean =>
  a !== null && b !== null && a.exact === b.exact && a.who === b.who

/** `Reuters, corrected: 12 people → 19 people – SOHR`: an outlet changed its own article. */
export function correctionItem(
  { article, former, version, before, after }: Correction,
  sourceWords: SourceWords,
): Item {
  const outlet = outletWords(article) ?? 'An outlet not named'
  const who = after.who ?? before.who
  return {
    keys: [`corrected|${article.id}|${after.exact}`],
    lines: [
      line(
        [
          strong(`${outlet}, corrected: `),
          { text: before.exact, style: 'figure' },
          plain(' → '),
          { text: after.exact, style: 'figure' },
          note(` – ${who === null ? 'no source given' : sourceWords(who)}, “${article.headline}”`),
        ],
        [citeWording(former, before, version), citeWording(article, after)],
      ),
    ],
  }
}
