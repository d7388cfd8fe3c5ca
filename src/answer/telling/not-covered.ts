import type { NotCoveredAnswer } from '../not-covered.ts'
import { plain, type Report } from '../report.ts'
import { tellUnread } from './unread.ts'
import { coverageInWords, line, quoted } from './words.ts'

export function tellNotCovered({ coverage, unread, missing, nearest }: NotCoveredAnswer): Report {
  const because = missing === null ? '' : ` ${missing}`
  return {
    title: 'Not in the coverage',
    lead: line([plain(`The coverage does not say.${because}`)]),
    understood: [],
    sections: [
      {
        heading: 'Searched',
        lines: [`${coverageInWords(coverage)}.`, ...tellUnread(unread)].map((text) =>
          line([plain(text)]),
        ),
      },
      ...(nearest.length === 0
        ? []
        : [
            {
              heading: 'Nearest passages, which do not answer it',
              lines: nearest.map((citation) => line([quoted(citation.text)], [citation])),
            },
          ]),
    ],
    offers: [{ label: 'What is covered', ask: 'help' }],
  }
}
