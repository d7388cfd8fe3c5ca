/**
 * The slots of a year by walking through it a quarter of an hour at a time and looking at the wall: slow, and knows nothing
 * of how zones work. UTC moments as `2026-03-29T01:30`.
 */
export function yearOfSlots({ zone, year, time, days }: Walk): readonly string[] {
  const walls = wallsOf(zone, year)
  const wanted = minutesOf(time)
  const slots: string[] = []
  for (const [day, steps] of walls) {
    if (!day.startsWith(`${year}-`) || !days.includes(weekday(day))) continue
    const met = steps.find(({ minutes }) => minutes === wanted)
    // Left out by a jump: as long after the last quarter before it as it would have been.
    const before = steps.findLast(({ minutes }) => minutes < wanted)
    const slot = met?.at ?? (before ? before.at + (wanted - before.minutes) * 60_000 : null)
    const first = steps[0]
    // A day that begins after the time (its midnight is left out) is counted from its first quarter.
    const late = first ? first.at + (wanted - first.minutes) * 60_000 + gapAt(first) : null
    const found = slot ?? late
    if (found !== null) slots.push(new Date(found).toISOString().slice(0, 16))
  }
  return slots
}

interface Walk {
  readonly zone: string
  readonly year: number
  readonly time: string
  readonly days: readonly number[]
}

interface Step {
  readonly at: number
  readonly minutes: number
  readonly jumped: number
}

const gapAt = ({ jumped }: Step): number => jumped * 60_000

const QUARTER = 15 * 60_000

const kept = new Map<string, ReadonlyMap<string, readonly Step[]>>()

function wallsOf(zone: string, year: number): ReadonlyMap<string, readonly Step[]> {
  const key = `${zone} ${year}`
  const known = kept.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const days = new Map<string, Step[]>()
  let last: number | null = null
  const from = Date.UTC(year - 1, 11, 30)
  for (let at = from; at < Date.UTC(year + 1, 0, 3); at += QUARTER) {
    const [day = '', time = ''] = format.format(at).split(' ')
    const minutes = minutesOf(time)
    const jumped = last === null ? 0 : (minutes - last - 15 + 2880) % 1440
    days.set(day, [...(days.get(day) ?? []), { at, minutes, jumped }])
    last = minutes
  }
  kept.set(key, days)
  return days
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
