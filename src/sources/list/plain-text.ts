import { parseHTML } from 'linkedom'
import { tidy } from '../../text/white-space.ts'

const LONGEST = 1000
const MARKUP = /<[a-z!/]|&(?:#x?[\da-f]+|[a-z]\w{1,30});/iu

/** A headline as a list has it to what it says: markup and entities are taken off, also where they were escaped twice. */
export function plainText(written: string | undefined): string | null {
  let text = (written ?? '').slice(0, LONGEST)
  for (let layer = 0; layer < 2 && MARKUP.test(text); layer += 1) text = withoutMarkup(text)
  const plain = tidy(text.toWellFormed())
  return plain === '' ? null : plain
}

const withoutMarkup = (html: string): string =>
  parseHTML(`<!doctype html><html><body>${html.replace(/<(?!\/?[a-z!])/giu, '&lt;')}</body></html>`)
    .document.body.textContent ?? ''

/** The entities that XML has, and those by number. */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#x(?<hex>[\da-f]{1,6})|#(?<dec>\d{1,7})|(?<name>amp|lt|gt|quot|apos));/giu,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
    },
  )

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
