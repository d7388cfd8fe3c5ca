/** So often a part of a broken feed is tried: enough to single out a few entries among thousands. */
const MOST_TRIES = 200

const ROOT = /<(?<name>(?:[\w-]+:)?(?:rss|feed|rdf))(?:\s[^<>]{0,5000})?>/iu
const EDGE = /<(?<end>\/?)(?<name>(?:rss:|atom:)?(?:item|entry))(?=[\s>/])/giu

/**
 * What is left of a feed that broke off or is broken somewhere: its whole entries, without those that cannot be read, in
 * as few parts as can be. `read` gives null for what cannot be read.
 */
export function mended<T>(
  text: string,
  { most, read }: { readonly most: number; readonly read: (text: string) => T | null },
): readonly T[] {
  const root = ROOT.exec(text.slice(0, 100_000))
  const name = root?.groups?.['name']
  if (root === null || name === undefined) return []
  const [open, close] = /rss$/iu.test(name) ? ['<channel>', '</channel>'] : ['', '']
  const parts: T[] = []
  const waiting = [wholeEntries(text, most)]
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const entries = waiting.pop()
    if (entries === undefined) break
    if (entries.length === 0) continue
    const part = read(`${root[0]}${open}${entries.join('')}${close}</${name}>`)
    if (part !== null) parts.push(part)
    else if (entries.length > 1) {
      const half = Math.ceil(entries.length / 2)
      waiting.push(entries.slice(half), entries.slice(0, half))
    }
  }
  return parts
}

/** Whether a feed has more entries than anybody wants: then not even their outlines are to be held. */
export function hasMoreThan(most: number, text: string): boolean {
  let count = 0
  for (const match of text.matchAll(EDGE)) {
    if (match.groups?.['end'] === '') count += 1
    if (count > most) return true
  }
  return false
}

/** Each entry from its begin to its end; one that has no end, or another begin within, is none. */
function wholeEntries(text: string, most: number): string[] {
  const entries: string[] = []
  let start: { readonly at: number; readonly name: string } | null = null
  for (const match of text.matchAll(EDGE)) {
    if (entries.length === most) break
    const name = match.groups?.['name']?.toLowerCase() ?? ''
    if (match.groups?.['end'] === '') {
      start = { at: match.index, name }
    } else if (start !== null && start.name === name) {
      const end = text.indexOf('>', match.index)
      if (end >= 0) entries.push(text.slice(start.at, end + 1))
      start = null
    }
  }
  return entries
}
