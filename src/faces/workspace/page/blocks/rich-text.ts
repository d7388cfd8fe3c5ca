import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { jsonOf, jsonsOf, numberOf, wordOf } from '../json.ts'
import type { Json } from '../json.ts'
import { emojiOf } from '../text/emoji.ts'
import { usergroupName } from '../text/inline.ts'
import { Broadcast, ChannelMention, DateText, Emoji, Link, UserMention } from './inlines.ts'

/** A rich_text block, or a cell of that kind. */
export const RichText = ({ elements }: { readonly elements: unknown }): VNode =>
  html`<div class="rich-text">
    ${jsonsOf(elements).map((element, at) => html`<${Part} key=${at} element=${element} />`)}
  </div>`

interface ElementProps {
  readonly element: Json
}

function Part({ element }: ElementProps): VNode | null {
  switch (element['type']) {
    case 'rich_text_section':
      return html`<div class="run"><${Leaves} of=${element['elements']} /></div>`
    case 'rich_text_list':
      return html`<${List} element=${element} />`
    case 'rich_text_quote':
      return html`<blockquote class=${bordered(element)}><${Leaves} of=${element['elements']} /></blockquote>`
    case 'rich_text_preformatted':
      return html`<pre class=${bordered(element)}><${Leaves} of=${element['elements']} /></pre>`
    default:
      return null
  }
}

const bordered = ({ border }: Json): string => (border === 1 ? 'bordered' : '')

function List({ element }: ElementProps): VNode {
  const depth = Math.min(8, Math.max(0, Math.trunc(numberOf(element['indent']) ?? 0)))
  const offset = Math.max(0, Math.trunc(numberOf(element['offset']) ?? 0))
  const ordered = element['style'] === 'ordered'
  const items = jsonsOf(element['elements']).map(
    (item, at) =>
      html`<li key=${at} class=${`indent-${depth}`}>
        <span class="marker" aria-hidden=${!ordered}>
          ${ordered ? `${ordinal(at + offset, depth)}.` : (BULLETS[depth % BULLETS.length] ?? '•')}
        </span>
        <span><${Leaves} of=${item['elements']} /></span>
      </li>`,
  )
  const name = `list ${bordered(element)}`
  return ordered
    ? html`<ol class=${name} start=${offset + 1}>${items}</ol>`
    : html`<ul class=${name}>${items}</ul>`
}

const BULLETS = ['•', '◦', '▪'] as const

/** 1, a, i by depth, as Slack counts. */
function ordinal(at: number, depth: number): string {
  if (depth % 3 === 1) return letters(at)
  return depth % 3 === 2 ? roman(at + 1) : String(at + 1)
}

const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(97 + (at % 26))

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  const [value, sign] = ROMAN.find(([least]) => least <= number) ?? [0, '']
  return value === 0 ? '' : sign + roman(number - value)
}

const Leaves = ({ of }: { readonly of: unknown }): VNode =>
  html`${jsonsOf(of).map((leaf, at) => html`<${Leaf} key=${at} element=${leaf} />`)}`

const STYLES = ['bold', 'italic', 'strike', 'underline', 'code'] as const

const TAGS = { bold: 'b', italic: 'i', strike: 's', underline: 'u', code: 'code' } as const

function Leaf({ element }: ElementProps): VNode {
  const style = jsonOf(element['style'])
  return STYLES.filter((name) => style[name] === true).reduceRight(
    (inside, name) => html`<${TAGS[name]}>${inside}<//>`,
    drawLeaf(element),
  )
}

function drawLeaf(leaf: Json): VNode {
  const text = wordOf(leaf['text'])
  switch (leaf['type']) {
    case 'link': {
      const url = wordOf(leaf['url'])
      return html`<${Link} url=${url}>${text || url}<//>`
    }
    case 'emoji':
      return drawEmoji(leaf)
    case 'date':
      return html`<${DateText} date=${{
        seconds: numberOf(leaf['timestamp']) ?? Number.NaN,
        format: wordOf(leaf['format']),
        url: wordOf(leaf['url']) || null,
        fallback: wordOf(leaf['fallback']),
      }} />`
    case 'user':
      return html`<${UserMention} id=${wordOf(leaf['user_id'])} label="" />`
    case 'channel':
      return html`<${ChannelMention} id=${wordOf(leaf['channel_id'])} label="" />`
    case 'usergroup':
      return html`<span class="mention">
        ${usergroupName({ id: wordOf(leaf['usergroup_id']), label: '' })}
      </span>`
    case 'team':
      return html`<span class="mention">@${wordOf(leaf['team_id'])}</span>`
    case 'broadcast':
      return html`<${Broadcast} range=${wordOf(leaf['range'])} />`
    case 'color':
      return html`<${Colour} value=${wordOf(leaf['value'])} />`
    default:
      return html`${text}`
  }
}

function drawEmoji(leaf: Json): VNode {
  const name = wordOf(leaf['name'])
  const points = wordOf(leaf['unicode'])
  if (emojiOf(name) !== `:${name}:` || !/^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6})*$/iu.test(points)) {
    return html`<${Emoji} name=${name} />`
  }
  const codes = points.split('-').map((point) => Number.parseInt(point, 16))
  return codes.some((code) => code > 0x10ffff)
    ? html`<${Emoji} name=${name} />`
    : html`<span class="emoji" role="img" aria-label=${name}>${String.fromCodePoint(...codes)}</span>`
}

const Colour = ({ value }: { readonly value: string }): VNode =>
  /^#[0-9a-f]{6}$/iu.test(value)
    ? html`<span class="colour"><span class="swatch" style=${{ background: value }} />${value}</span>`
    : html`${value}`
