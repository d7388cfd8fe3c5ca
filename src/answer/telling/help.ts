import type { HelpAnswer } from '../help.ts'
import { plain, type Report } from '../report.ts'
import { tellUnread } from './unread.ts'
import { coverageInWords, line, note, strong } from './words.ts'

const FILTERS =
  'from: to: outlet: place: source: by: harm: group: about: – or in plain words: in Aleppo, since Friday, according to SANA'

export function tellHelp({ coverage, unread, examples }: HelpAnswer): Report {
  const empty = coverage.articles === 0
  return {
    title: 'Dateline: what the coverage says',
    lead: line([
      plain(
        empty
          ? 'There is no coverage yet: read articles in first, with “npm run ingest -- PATH”.'
          : 'Ask for figures, quotes and passages; each answer is word for word in an article, and cited.',
      ),
    ]),
    understood: [],
    sections: [
      {
        heading: 'Try',
        lines: examples.map(({ ask, what }) =>
          line([strong(withoutNumbers(ask)), plain(` – ${what}`)]),
        ),
      },
      {
        heading: 'More coverage',
        lines: [
          line([
            strong('add https://…'),
            plain(
              ' – in Slack, for those whom coverage.yml names: has the page of an article read.',
            ),
          ]),
        ],
      },
      { heading: 'Narrow any of them', lines: [line([plain(FILTERS)])] },
      {
        heading: 'The coverage',
        lines: [
          line([plain(`${coverageInWords(coverage)}.`)]),
          ...tellUnread(unread).map((text) => line([plain(text)])),
          ...(empty ? [] : [line([note(outletList(coverage))])]),
        ],
      },
    ],
    offers: examples.map(({ ask }) => ({ label: ask, ask })),
  }
}

// The house states no numbers of its own, not even made-up ones: see gate.ts.
const withoutNumbers = (ask: string): string =>
  ask.startsWith('check ') ? 'check … (your draft)' : ask.replace(/\d+(?!:\d|\d*:)(?<!:\d+)/g, '…')

// An outlet with a number in its name would be held back by the gate, and the whole list with it.
const outletList = ({ outlets }: HelpAnswer['coverage']): string =>
  outlets
    .filter(({ outlet }) => !/\d/.test(outlet ?? ''))
    .map(
      ({ outlet, articles }) =>
        `${outlet ?? 'outlet not named'}: ${articles} ${articles === 1 ? 'article' : 'articles'}`,
    )
    .join(' · ')
