import type { Day } from '../../model/article.ts'
import type { Said } from '../../answer/quotes.ts'
import { plain, type Run } from '../../answer/report.ts'
import { citeParagraph } from '../../answer/cite.ts'
import { outletWords } from '../../answer/telling/figures/attribution.ts'
import { line, note, quoted, strong } from '../../answer/telling/words.ts'
import { shortDay } from './day-words.ts'
import type { Item } from './item.ts'
import { quoteKey, storyKey } from './keys.ts'
import type { Story } from './story-news.ts'
import { alsoIn } from './wording.ts'

/** A longer quote is cut at a word; the whole of it stands where it is cited. */
const LONGEST = 220

/** `Sergei Lavrov: “…” – via Sputnik; also in TASS`. */
export function quoteItem({ speaker, wordings }: Said): Item {
  const [first] = wordings
  const [telling] = first?.tellings ?? []
  if (!first || !telling || speaker === null) return { keys: [], lines: [] }
  const outlets = [
    ...new Set(wordings.flatMap(({ tellings }) => tellings.map(({ citation }) => citation.outlet))),
  ].filter((outlet) => outlet !== null)
  const own = telling.citation.outlet
  const others = outlets.filter((outlet) => outlet !== own)
  const words = first.words.replace(/[\s,;]+$/u, '').trim()
  const shown = shortened(words)
  return {
    keys: [quoteKey(speaker, words)],
    lines: [
      line(
        [
          strong(`${withCapital(speaker)}: `),
          plain('“'),
          quoted(shown),
          plain(shown === words ? '”' : ' …”'),
          note(` – ${own === null ? 'outlet not named' : `via ${own}`}${alsoIn(others)}`),
        ],
        first.tellings.slice(0, 1).map(({ citation }) => citation),
      ),
    ],
  }
}

const withCapital = (speaker: string): string => speaker.charAt(0).toUpperCase() + speaker.slice(1)

function shortened(words: string): string {
  if (words.length <= LONGEST) return words
  const cut = words.slice(0, LONGEST)
  return cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:–—-]+$/u, '')
}

/** `“Headline” – ahram; also in manar and sana`. */
export function storyItem({ lead, also, articles }: Story): Item {
  const citation = citeParagraph(lead, 0)
  const headline = citation?.text.trim() ?? ''
  if (citation === null || headline === '') return { keys: [], lines: [] }
  const runs: readonly Run[] = [
    plain('“'),
    quoted(headline),
    plain('”'),
    note(` – ${outletWords(lead) ?? 'outlet not named'}${alsoIn(also)}`),
  ]
  return { keys: articles.map(({ id }) => storyKey(id)), lines: [line(runs, [citation])] }
}

/** A story that came in late, with the day on which it was published. */
export function lateLine(story: Story, published: Day | null, today: Day): Item {
  const item = storyItem(story)
  const day = published === null ? 'not dated' : shortDay(published, today)
  return {
    ...item,
    lines: item.lines.map((one) => ({
      ...one,
      runs: [strong(`${withCapital(day)}: `), ...one.runs],
    })),
  }
}
