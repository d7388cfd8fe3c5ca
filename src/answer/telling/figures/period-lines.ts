import { addDays } from '../../../extract/dates/calendar.ts'
import { isDay, MONTHS } from '../../asking/days.ts'
import type { CasualtiesAnswer } from '../../casualties.ts'
import type { Period } from '../../figures/period.ts'
import { type Filters, NO_FILTERS } from '../../question.ts'
import { type Line, type Offer, plain } from '../../report.ts'
import { daysWords } from '../days.ts'
import { counted, line } from '../words.ts'

/** `March 2017`, or the days where they are no month. */
export function monthOf({ from, to }: Pick<Period, 'from' | 'to'>): string {
  const whole =
    from.endsWith('-01') && to.slice(0, 7) === from.slice(0, 7) && addDays(to, 1).endsWith('-01')
  if (whole) return `${MONTHS[Number(from.slice(5, 7)) - 1] ?? ''} ${from.slice(0, 4)}`
  return daysWords(isDay(from) ? from : null, isDay(to) && to < '9999' ? to : null)
}

/** What was understood by the place, and the other months that have something to tell. */
export const whereAndWhen = (answer: CasualtiesAnswer): readonly Line[] => [
  ...placeLines(answer),
  ...monthLines(answer),
]

function placeLines({ area, namesakes, articles }: CasualtiesAnswer): readonly Line[] {
  if (area === null) return []
  const { takesIn, name, holder } = area
  const alone = articles === 0 ? '' : `; ask for “${name} city” for the city alone`
  const words =
    takesIn === 'province'
      ? `${name} is taken with the province of that name and all places in it${alone}.`
      : takesIn === 'inside'
        ? `${name} is taken with all places in it.`
        : null
  const one = holder === null ? 'one of several' : `the one in ${holder}`
  const others =
    namesakes.length === 0
      ? null
      : `${name} is taken as ${one}; the same name is also that of ${namesakes.join(' and of ')}.`
  return [words, others].filter((each) => each !== null).map((each) => line([plain(each)]))
}

/** So many months are named; the rest are a stretch. */
const MOST_MONTHS = 12

function monthLines({ period, periods }: CasualtiesAnswer): readonly Line[] {
  if (period === null) return []
  const others = periods.filter(({ from, to }) => to < period.from || from > period.to)
  const shown = others.slice(0, MOST_MONTHS)
  const [last, earliest] = [others[MOST_MONTHS], others.at(-1)]
  if (shown.length === 0) return []
  const named = shown.map((month) => `${monthOf(month)} (${counted(month.articles, 'article')})`)
  const rest =
    last === undefined || earliest === undefined
      ? ''
      : `; earlier ones back to ${monthOf(earliest)}`
  return [line([plain(`Other months with figures: ${named.join(', ')}${rest}.`)])]
}

/** So many months have a button of their own. */
const MOST_OFFERED = 3

/** Other months, and where the place may be meant otherwise; where nothing was found, what asks for more. */
export function periodOffers({ filters, ...answer }: CasualtiesAnswer): readonly Offer[] {
  const { period, periods, area, namesakes, articles } = answer
  const places =
    namesakes.length > 0
      ? namesakes.map((place) => ({ label: place, ask: askOf({ ...filters, place }) }))
      : articles === 0
        ? wider(filters)
        : area?.takesIn === 'province'
          ? [alone(area.name, filters)]
          : []
  if (period === null) return places
  const earlier = periods.filter(({ to }) => to < period.from)
  const later = periods.findLast(({ from }) => from > period.to)
  const months = [...(later ? [later] : []), ...earlier.slice(0, MOST_OFFERED)].map((month) => ({
    label: monthOf(month),
    ask: askOf({ ...filters, from: month.from, to: month.to }),
  }))
  const next = earlier[MOST_OFFERED]
  const further = next
    ? [{ label: 'Earlier', ask: askOf({ ...filters, from: null, to: next.to }) }]
    : []
  return [...months, ...further, ...places]
}

const alone = (name: string, filters: Filters): Offer => ({
  label: `${name} city alone`,
  ask: askOf({ ...filters, place: `${name} city` }),
})

/** The place without what narrowed it, and the passages that name it. */
function wider(filters: Filters): readonly Offer[] {
  const { place } = filters
  if (place === null) return [{ label: 'All figures', ask: 'casualties' }]
  const narrowed = KEYS.some((key) => filters[key] !== null)
  return [
    ...(narrowed ? [{ label: `All figures: ${place}`, ask: askOf({ ...NO_FILTERS, place }) }] : []),
    { label: `Passages: ${place}`, ask: `search ${place}` },
  ]
}

const KEYS = ['by', 'harm', 'group', 'source', 'outlet', 'from', 'to'] as const

/** The question with these filters, each typed as such: nothing that was asked in plain words is lost. */
function askOf(filters: Filters): string {
  const typed = KEYS.flatMap((key) => {
    const value = filters[key]
    return value === null ? [] : [`${key}:${/[^\w-]/u.test(value) ? `"${value}"` : value}`]
  })
  return ['casualties', ...placeAsked(filters.place), ...typed].join(' ')
}

const placeAsked = (place: string | null): readonly string[] =>
  place === null ? [] : [/^[\p{L} -]+$/u.test(place) ? place.toLowerCase() : `place:"${place}"`]
