// Rules as RFC 9309 has them. Written here because a file of half a megabyte that means harm made the parser that was
// tried hold for a quarter of a minute, or fill the memory; this one looks at each character once or twice.

interface Rule {
  readonly allow: boolean
  readonly pattern: string
  /** Of the file, from 1. */
  readonly line: number
}

export interface Rules {
  readonly rules: readonly Rule[]
  /** Seconds that the site wants between two requests; 0 where it says nothing. */
  readonly delay: number
}

interface Group {
  isNamed: boolean
  readonly rules: Rule[]
  delay: number
}

const newGroup = (): Group => ({ isNamed: false, rules: [], delay: 0 })

const LINE = /^\s*(?<key>[\w-]+)\s*:(?<value>[^#]*)/u

/** The rules for one robot: those of all groups that name it; where none does, those for everybody. */
export function rulesFor(robot: string, text: string): Rules {
  const own = newGroup()
  const everybody = newGroup()
  const open = new Set<Group>()
  let isNaming = false
  text.split(/\r\n|\r|\n/u).forEach((content, at) => {
    const { key: written = '', value = '' } = LINE.exec(content)?.groups ?? {}
    const [key, said] = [written.toLowerCase(), value.trim()]
    if (key === 'user-agent') {
      if (!isNaming) open.clear()
      isNaming = true
      const group = said === '*' ? everybody : isOf(robot, said) ? own : null
      if (group !== null) open.add(group)
      if (group !== null) group.isNamed = true
    } else if (key === 'allow' || key === 'disallow' || key === 'crawl-delay') {
      isNaming = false
      for (const group of open) add(group, { key, said, line: at + 1 })
    } // all else is of no group: Sitemap, Host and what there may be
  })
  return own.isNamed ? own : everybody
}

/** A robot goes by its name alone: `Dateline/1.0` is Dateline. */
const isOf = (robot: string, said: string): boolean =>
  /^[\w-]+/u.exec(said)?.[0].toLowerCase() === robot.toLowerCase()

interface Said {
  readonly key: 'allow' | 'disallow' | 'crawl-delay'
  readonly said: string
  readonly line: number
}

function add(group: Group, { key, said, line }: Said): void {
  if (key === 'crawl-delay') {
    const seconds = Number(said)
    if (seconds > group.delay) group.delay = seconds
  } else if (said !== '') {
    group.rules.push({ allow: key === 'allow', pattern: normal(said), line })
  }
}

/** The rule that counts for a path: the longest that fits, and of two alike the one that allows. Null where none does. */
export function ruleFor({ rules }: Rules, path: string): Rule | null {
  const asked = normal(path)
  let best: Rule | null = null
  for (const rule of rules) {
    const isBetter =
      best === null ||
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.allow && !best.allow)
    if (isBetter && fits(rule.pattern, asked)) best = rule
  }
  return best
}

/** `*` stands for anything, a `$` at the end for the end. The pieces between are looked for one behind the other. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$')
  const [first = '', ...rest] = (isWhole ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  if (rest.length === 0) return !isWhole || path.length === first.length
  const last = isWhole ? rest.pop() : undefined
  let at = first.length
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return last === undefined || (path.length - last.length >= at && path.endsWith(last))
}

/** One spelling for an address and a rule about it: what is not ASCII is escaped, in capitals, and no letter is. */
const normal = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\x21-\x7e]+/gu, (piece) => encodeURIComponent(piece))
    .replace(/%[\da-f]{2}/giu, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
      return /[\w.~-]/u.test(character) ? character : escape.toUpperCase()
    })
