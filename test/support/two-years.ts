import type { Printed } from './coverage.ts'

const SOHR = 'Syrian Observatory for Human Rights'
const VDC = 'Violations Documentation Center'
const UN = 'United Nations'

const day = (one: string) => ({ from: one, to: one })
const babaAmr = { place: 'Baba Amr', weapon: 'shelling', ...day('2012-03-06') } as const
const rastan = { place: 'Rastan', weapon: 'car_bomb', ...day('2013-06-20') } as const
const siege = {
  source: VDC,
  countScope: 'period',
  from: '2012-02-04',
  group: 'civilians',
} as const
const war = { place: 'Syria', countScope: 'war', cumulative: true, source: UN } as const

/**
 * Two years of a made war in twelve articles: three events told by several outlets, two of them on one day with one
 * figure in two towns; one tally in four states; three totals of the war.
 */
export const TWO_YEARS: readonly Printed[] = [
  {
    id: 'tally-1',
    outlet: 'Reuters',
    date: '2012-02-10',
    text: 'Shelling of Homs has killed 95 civilians since 4 February, the VDC says, 12 of them children.',
    claims: [
      { figure: '95 civilians', ...siege, to: '2012-02-10' },
      { figure: '12', ...siege, group: 'children', to: '2012-02-10', subsetOf: 0 },
    ],
  },
  {
    id: 'tally-2',
    outlet: 'AFP',
    date: '2012-02-20',
    text: 'The VDC has counted 210 civilians killed in Homs.',
    claims: [{ figure: '210 civilians', ...siege, to: '2012-02-20' }],
  },
  {
    id: 'shelling-1',
    outlet: 'Reuters',
    date: '2012-03-06',
    text: 'Shells killed at least 11 people in Baba Amr on Tuesday, the Observatory said. The VDC has counted 300 civilians killed in Homs since 4 February.',
    claims: [
      { figure: 'at least 11 people', qualifier: 'at_least', high: null, source: SOHR, ...babaAmr },
      { figure: '300 civilians', ...siege, to: '2012-03-05' },
    ],
  },
  {
    id: 'shelling-2',
    outlet: 'AFP',
    date: '2012-03-07',
    text: 'The Observatory raised the toll of Tuesday’s shelling to 16 people. Sixty were injured. State agency SANA spoke of 5 dead.',
    claims: [
      { figure: '16 people', source: SOHR, actor: 'government', ...babaAmr },
      {
        figure: 'Sixty',
        harm: 'injured',
        low: 60,
        high: 60,
        qualifier: 'exact',
        vague: null,
        ...babaAmr,
      },
      { figure: '5 dead', source: 'SANA', actor: 'opposition', ...babaAmr },
    ],
  },
  {
    id: 'shelling-3',
    outlet: 'AP',
    date: '2012-03-09',
    text: 'Tuesday’s shelling killed 21 people, 4 of them children, said the Syrian Observatory for Human Rights.',
    claims: [
      { figure: '21 people', source: SOHR, ...babaAmr },
      { figure: '4', group: 'children', ...babaAmr, subsetOf: 0 },
    ],
  },
  {
    id: 'tally-4',
    outlet: 'AP',
    date: '2012-03-20',
    text: 'The VDC puts the dead of Homs at 412 civilians.',
    claims: [{ figure: '412 civilians', ...siege, to: '2012-03-19' }],
  },
  {
    id: 'war-1',
    outlet: 'BBC',
    date: '2013-01-02',
    text: 'More than 60,000 people have been killed in Syria, the United Nations says. A sniper killed 2 people in Homs.',
    claims: [
      {
        figure: 'More than 60,000 people',
        low: 60_000,
        qualifier: 'more_than',
        high: null,
        ...war,
      },
      { figure: '2 people', weapon: 'shooting', ...day('2013-01-01') },
    ],
  },
  {
    id: 'bomb-1',
    outlet: 'SANA',
    date: '2013-06-20',
    text: 'A terrorist car bomb killed 30 people in Rastan.',
    claims: [{ figure: '30 people', actor: 'opposition', ...rastan }],
  },
  {
    id: 'bomb-2',
    outlet: 'Reuters',
    date: '2013-06-21',
    text: 'The Observatory said 34 people died in the Rastan bombing. At least 100,000 people have died in the war, says the United Nations.',
    claims: [
      { figure: '34 people', source: SOHR, ...rastan },
      {
        figure: 'At least 100,000 people',
        low: 100_000,
        qualifier: 'at_least',
        high: null,
        ...war,
      },
    ],
  },
  {
    id: 'strike-1',
    outlet: 'AFP',
    date: '2013-06-20',
    text: 'An air strike killed 30 people in Qusayr on Thursday, the Observatory said.',
    claims: [
      {
        figure: '30 people',
        source: SOHR,
        place: 'Qusayr',
        weapon: 'airstrike',
        actor: 'government',
        ...day('2013-06-20'),
      },
    ],
  },
  {
    id: 'strike-2',
    outlet: 'BBC',
    date: '2013-06-21',
    text: 'Thirty people died in an air strike on Qusayr, according to the Syrian Observatory for Human Rights.',
    claims: [
      {
        figure: 'Thirty people',
        low: 30,
        high: 30,
        qualifier: 'exact',
        vague: null,
        source: SOHR,
        place: 'Qusayr',
        weapon: 'airstrike',
        ...day('2013-06-20'),
      },
    ],
  },
  {
    id: 'war-3',
    outlet: 'AP',
    date: '2014-01-15',
    text: 'The war has killed 130,000 people, the Observatory said. Mortar fire killed 3 people in Homs.',
    claims: [
      { figure: '130,000 people', low: 130_000, high: 130_000, ...war, source: SOHR },
      { figure: '3 people', weapon: 'shelling', ...day('2014-01-14') },
    ],
  },
]
