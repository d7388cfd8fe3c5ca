/** Marks of SVG, as text. */

type Attributes = Readonly<Record<string, string | number>>

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
/** What XML does not allow, and what would turn the writing of a line round. */
const UNFIT = /[^\P{C}\t\n]/gu
/** After Arabic or Hebrew the line goes on from the left: a number that follows is none of the name's. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}]+(?:[\s-]+[\p{Script=Arabic}\p{Script=Hebrew}]+)*/gu
const LEFT_TO_RIGHT = '\u200e'

const escapeXml = (text: string): string =>
  text
    .replace(UNFIT, '')
    .replace(RIGHT_TO_LEFT, (name) => `${name}${LEFT_TO_RIGHT}`)
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`,
    )
    .join('')

const round = (value: number): string => String(Math.round(value * 100) / 100)

export const rect = (attributes: Attributes): string => `<rect${attributesOf(attributes)}/>`

export const line = (attributes: Attributes): string => `<line${attributesOf(attributes)}/>`

export const text = (words: string, attributes: Attributes): string =>
  `<text${attributesOf(attributes)}>${escapeXml(words)}</text>`

export interface Sheet {
  readonly width: number
  readonly height: number
  readonly marks: readonly string[]
}

const FONTS = "'Noto Sans','Noto Naskh Arabic'"

export const svg = ({ width, height, marks }: Sheet): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}">${marks.join('')}</svg>`
