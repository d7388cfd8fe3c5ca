import type { ArticleFacts, RawArticle } from '../../src/model/article.ts'
import { stated } from '../../src/model/known.ts'

/** An article of a made week, with the moment at which it came in. */
export interface Arriving {
  readonly at: string
  readonly raw: RawArticle
}

interface Made {
  readonly id: string
  readonly outlet: string
  readonly published: string
  readonly headline: string
  readonly text: readonly string[]
}

const made = (at: string, { id, outlet, published, headline, text }: Made): Arriving => {
  const facts: ArticleFacts = {
    headline: stated(headline, 'made'),
    outlet: stated(outlet, 'made'),
    published: stated(published, 'made'),
  }
  return { at, raw: { id, location: `${id}.txt`, text: text.join('\n\n'), facts } }
}

const SARAQIB = {
  id: 'saraqib-1',
  outlet: 'Reuters',
  published: '2015-03-02',
  headline: 'Shelling of market in Saraqib kills 12, monitor says',
}

/**
 * Five made days of news, every word of them made up: a toll that rises, is disputed and is corrected by its outlet; wire
 * copy; quotes; a running tally; an old article that is taken in late; and a day on which nothing comes in.
 */
export const MADE_WEEK: readonly Arriving[] = [
  made('2015-03-02T14:00:00Z', {
    ...SARAQIB,
    text: [
      'At least 12 people were killed on Monday when shells hit a crowded market in Saraqib, the Syrian Observatory for Human Rights said.',
      'Three children were among the dead, the monitoring group said, and dozens of people were taken to hospitals in the town.',
      'The market had opened early because of the cold, traders said, and the stalls nearest the road burned for an hour.',
    ],
  }),
  made('2015-03-02T15:30:00Z', {
    id: 'saraqib-copy',
    outlet: 'The Daily Courier',
    published: '2015-03-02',
    headline: 'Market shelled in Saraqib',
    text: [
      'At least 12 people were killed on Monday when shells hit a crowded market in Saraqib, the Syrian Observatory for Human Rights said.',
      'Three children were among the dead, the monitoring group said, and dozens of people were taken to hospitals in the town.',
      'The market had opened early because of the cold, traders said, and the stalls nearest the road burned for an hour.',
    ],
  }),
  made('2015-03-02T18:00:00Z', {
    id: 'talks-1',
    outlet: 'AFP',
    published: '2015-03-02',
    headline: 'Envoy calls for a pause in the fighting',
    text: [
      'UN envoy Staffan de Mistura called on both sides on Monday to stop shelling towns.',
      '“A pause of six weeks would let convoys reach the people who have waited all winter,” de Mistura said in Geneva.',
      'No side has answered him so far.',
    ],
  }),
  made('2015-03-03T09:00:00Z', {
    id: 'saraqib-2',
    outlet: 'AFP',
    published: '2015-03-03',
    headline: 'Toll of Saraqib market shelling rises to 19',
    text: [
      'The shelling of a market in Saraqib on Monday killed 19 people, the Syrian Observatory for Human Rights said on Tuesday, raising an earlier toll.',
      'Five children were among the 19 dead, the Observatory said.',
    ],
  }),
  made('2015-03-03T11:00:00Z', {
    id: 'saraqib-sana',
    outlet: 'SANA',
    published: '2015-03-03',
    headline: 'Terrorist rockets hit Saraqib',
    text: [
      'Rockets fired by rebels killed 5 people in Saraqib on Monday, state news agency SANA said.',
      'The agency denied that the army had shelled the town.',
    ],
  }),
  made('2015-03-05T08:30:00Z', {
    id: 'old-hama',
    outlet: 'Reuters',
    published: '2015-01-12',
    headline: 'Car bomb in Hama kills 9',
    text: [
      'A car bomb killed 9 people in Hama on Monday, the Syrian Observatory for Human Rights said.',
    ],
  }),
  made('2015-03-05T09:00:00Z', {
    id: 'douma-1',
    outlet: 'Reuters',
    published: '2015-03-05',
    headline: 'Ten days of air strikes on Douma kill 210, centre says',
    text: [
      'Air strikes on Douma have killed 210 civilians since 23 February, the Violations Documentation Center said on Thursday.',
      '“Nobody in Douma has slept for ten nights, and the cellars are full,” US Secretary of State John Kerry said in Montreux.',
    ],
  }),
  made('2015-03-06T09:00:00Z', {
    id: 'douma-2',
    outlet: 'AFP',
    published: '2015-03-06',
    headline: 'Toll of air strikes on Douma passes 240',
    text: [
      'Air strikes on Douma have killed 245 civilians since 23 February, the Violations Documentation Center said on Friday.',
    ],
  }),
  // The same article, corrected by its outlet.
  made('2015-03-06T10:00:00Z', {
    ...SARAQIB,
    text: [
      'At least 14 people were killed on Monday when shells hit a crowded market in Saraqib, the Syrian Observatory for Human Rights said.',
      'Three children were among the dead, the monitoring group said, and dozens of people were taken to hospitals in the town.',
      'The market had opened early because of the cold, traders said, and the stalls nearest the road burned for an hour.',
    ],
  }),
]
