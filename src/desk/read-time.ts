import type { TimeOfDay } from './clock-time.ts'
import type { ScheduleProblem } from './read-schedule.ts'

type TimeRead =
  | { readonly kind: 'time'; readonly time: TimeOfDay | null; readonly left: string }
  | ScheduleProblem

// From the plainest to the barest: what one pattern takes is not there for the next.
const PATTERNS: readonly RegExp[] = [
  /(?<!\+|(?:utc|gmt)\s?[-−]|[\p{N}:.])(?<hour>\d{1,2})\s?[:.h]\s?(?<minute>\d{2})(?::00)?\s*(?<half>[ap]\.?\s?m\b\.?)?(?:\s*(?:hours|hrs?|h|uhr)\b)?(?![\p{N}:])/giu,
  /(?<!\+|(?:utc|gmt)\s?[-−]|[\p{N}:.])(?<hour>\d{1,2})\s*(?<half>[ap]\.?\s?m\b\.?)/giu,
  /(?<!\+|(?:utc|gmt)\s?[-−]|[\p{N}:.])(?<hour>[0-2]\d)(?<minute>\d{2})\s*(?:hours|hrs?|h)?(?![\p{L}\p{N}:.])/giu,
  /(?<!\+|(?:utc|gmt)\s?[-−]|[\p{N}:.])(?<hour>\d{1,2})\s*(?:o['’]?\s?clock|h(?:ours|rs?)?)(?![\p{L}\p{N}])(?:\s*(?:in the\s*)?(?<part>morning|afternoon|evening|night))?/giu,
  /(?<![\p{L}\p{N}:.])(?:at\s+)?(?<word>noon|midday|midnight)(?![\p{L}])/giu,
  /(?<!\+|(?:utc|gmt)\s?[-−]|[\p{L}\p{N}:.])(?:at\s+)?(?<hour>\d{1,3})(?![\p{L}\p{N}:.]|st|nd|rd|th)(?:\s*(?:in the\s*)?(?<part>morning|afternoon|evening|night))?/giu,
]

const WORDS: Readonly<Record<string, TimeOfDay>> = {
  noon: '12:00',
  midday: '12:00',
  midnight: '00:00',
}

/** Takes the time of day out of words: `08:00`, `8am`, `8.30 pm`, `0830`, `at 7`, `noon`. */
export function readTime(words: string): TimeRead {
  const times: { readonly typed: string; readonly time: TimeOfDay | null }[] = []
  let left = words
  for (const pattern of PATTERNS) {
    left = left.replaceAll(pattern, (typed, ...rest) => {
      times.push({ typed: typed.trim(), time: timeOf(groupsIn(rest)) })
      return ' '
    })
  }
  const wrong = times.find(({ time }) => time === null)
  if (wrong) return noSuchTime(wrong.typed, words)
  const all = [...new Set(times.flatMap(({ time }) => time ?? []))]
  return all.length > 1
    ? severalTimes(all, words)
    : { kind: 'time', time: all[0] ?? null, left: left.trim() }
}

type Groups = Readonly<Record<string, string | undefined>>

const groupsIn = (rest: readonly unknown[]): Groups => {
  const last = rest.at(-1)
  return typeof last === 'object' && last !== null ? { ...last } : {}
}

function timeOf({ hour = '', minute = '00', half, part, word }: Groups): TimeOfDay | null {
  if (word !== undefined) return WORDS[word.toLowerCase()] ?? null
  const [hours, minutes] = [Number(hour), Number(minute)]
  const twelve = half === undefined ? halfOf(part, hours) : half.toLowerCase().charAt(0)
  if (minutes > 59) return null
  if (twelve === null) return hours > 23 ? null : clock(hours, minutes)
  if (hours < 1 || hours > 12) return null
  return clock((hours % 12) + (twelve === 'p' ? 12 : 0), minutes)
}

/** `7 in the evening`; `20 in the evening` says so itself. */
function halfOf(part: string | undefined, hours: number): 'a' | 'p' | null {
  if (part === undefined || hours < 1 || hours > 12) return null
  return /morning/iu.test(part) ? 'a' : 'p'
}

const clock = (hours: number, minutes: number): TimeOfDay =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`

const noSuchTime = (typed: string, words: string): ScheduleProblem => ({
  kind: 'problem',
  what: `There is no time of day “${typed}”.`,
  hint: 'Write it as 08:00, 8am or 20:30.',
  instead: [words.replace(typed, '08:00').trim()],
})

const severalTimes = (times: readonly TimeOfDay[], words: string): ScheduleProblem => ({
  kind: 'problem',
  what: `It goes out at one time of the day, and ${times.join(' and ')} were given.`,
  hint: 'Give one of them.',
  instead: times.slice(0, 1).map((time) => `${time} ${readableRest(words)}`.trim()),
})

const readableRest = (words: string): string =>
  PATTERNS.reduce((text, pattern) => text.replaceAll(pattern, ' '), words)
    .replace(/(?<!\p{L})(?:and|at)(?!\p{L})/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
