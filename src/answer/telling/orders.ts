import type { OrdersAnswer } from '../orders.ts'
import { plain, type Report } from '../report.ts'
import { line, strong } from './words.ts'

const WAYS: readonly (readonly [string, string])[] = [
  ['/syria digest on 08:00 weekdays', 'what changed since the last one, every morning'],
  ['/syria alert add "al-Quds hospital"', 'word of what comes in, within a minute'],
  ['/syria corrections off', 'no corrections of what was shown, in that channel'],
]

export const tellOrders = ({ verb }: OrdersAnswer): Report => ({
  title: 'Standing orders',
  lead: line([
    plain(
      `Standing orders live in Slack, where they are told: type /syria ${verb} there. Here, “digest now” shows what a digest would say.`,
    ),
  ]),
  understood: [],
  sections: [
    {
      heading: 'In Slack',
      lines: WAYS.map(([ask, what]) => line([strong(ask), plain(` – ${what}`)])),
    },
  ],
  offers: [
    { label: 'digest now', ask: 'digest now' },
    { label: 'Help', ask: 'help' },
  ],
})
