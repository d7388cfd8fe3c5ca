import type { MethodAnswer } from '../method.ts'
import { plain, type Report } from '../report.ts'
import { coverageInWords, line } from './words.ts'

const MADE = [
  'Figures and quotes are found in the articles by fixed rules and word lists. There is no language model, and nothing is sent out of the house.',
  'Each figure and each quote is looked for again, character for character, in the paragraph that it cites, in the moment before it is shown. What is not found is not shown.',
  'Passages are found by their words, by names in all their spellings, and by words of the same meaning.',
]
const STANDING = [
  'A digest tells what changed since the last one: new events, tolls that were revised, new disputes, new quotes. No story comes twice within two days unless its figures changed.',
  'An alert is a saved question: whatever comes in for it is told within a minute, a story once.',
  'Dateline remembers which figures and quotes it has shown where. When a later version of the article changes or withdraws one, or the same source revises it, it says so once, in that thread. What one person alone was shown is corrected in their direct message.',
]
const NOT_MEANT = [
  'Figures are “reported”, never confirmed: Dateline says who says so, and who printed it.',
  'Figures are never added up, subtracted or averaged. Reports of one event may overlap, and a later tally takes the place of an earlier one.',
  'Several articles that lean on one source are one source, and copied text is one report.',
  '“The coverage does not say” is about these articles only, not about the world.',
  'A suggested harm status (weak, fair, contested) says how many independent sources there are, and is a suggestion to an editor.',
]

export const tellMethod = ({ coverage }: MethodAnswer): Report => ({
  title: 'How the answers are made',
  lead: line([
    plain('Everything shown stands word for word in an article of the coverage, and is cited.'),
  ]),
  understood: [],
  sections: [
    { heading: 'How', lines: MADE.map((text) => line([plain(text)])) },
    { heading: 'What comes by itself', lines: STANDING.map((text) => line([plain(text)])) },
    {
      heading: 'What an answer does not mean',
      lines: NOT_MEANT.map((text) => line([plain(text)])),
    },
    { heading: 'The coverage', lines: [line([plain(`${coverageInWords(coverage)}.`)])] },
  ],
  offers: [{ label: 'Help', ask: 'help' }],
})
