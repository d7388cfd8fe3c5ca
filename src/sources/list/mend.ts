/** As many entries are tried one by one. */
const MOST_TRIED = 1000

const ROOT = /<(?<name>(?:[\w-]+:)?(?:rss|feed|rdf))(?:\s[^<>]{0,5000})?>/iu
const EDGE = /<(?<end>\/?)(?<name>(?:rss:|atom:)?(?:item|entry))(?=[\s>/])/giu

/**
 * What is left of a feed that broke off or is broken somewhere: its whole entries, without those that cannot be read.
 * Null where there is none.
 */
export function mended(text: string, isReadable: (text: string) => boolean): string | null {
  const root = ROOT.exec(text.slice(0, 100_000))
  const name = root?.groups?.['name']
  if (root === null || name === undefined) return null
  const [open, close] = /rss$/iu.test(name) ? ['<channel>', '</channel>'] : ['', '']
  const around = (entries: string): string => `${root[0]}${open}${entries}${close}</${name}>`
  const whole = wholeEntries(text)
  if (whole.length === 0) return null
  const all = around(whole.join(''))
  if (isReadable(all)) return all
  const good = whole.slice(0, MOST_TRIED).filter((entry) => isReadable(around(entry)))
  return good.length === 0 ? null : around(good.join(''))
}

/** Each entry from its begin to its end; one that has no end, or another begin within, is none. */
function wholeEntries(text: string): string[] {
  const entries: string[] = []
  let start: { readonly at: number; readonly name: string } | null = null
  for (const match of text.matchAll(EDGE)) {
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
