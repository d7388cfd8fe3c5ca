import { hasRightToLeft } from '../../text/direction.ts'

/**
 * Text from outside is only text. Lines with words of articles are drawn as `rich_text` and
 * `plain_text`, which Slack shows as they are: no escaping, and no `*` or `_` of an article that styles
 * anything. Only a message's top-level `text`, which notifications and screen readers take, is mrkdwn.
 */

/** Escapes the three characters that Slack's own notation is made of: no mention, no link, no date survives. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The text, or as much of it as weighs at most `max` when escaped, with `…` where it was cut. */
export function clip(text: string, max: number): string {
  if (escapeText(text).length <= max) return text
  let kept = ''
  let weight = 0
  for (const { segment } of segmenter.segment(text)) {
    weight += escapeText(segment).length
    if (weight > max - 1) break
    kept += segment
  }
  return `${kept}…`
}

const BIDI_CONTROLS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u

/** Whether a text holds marks that turn the direction of what stands beside it. */
export const turnsDirection = (text: string): boolean => BIDI_CONTROLS.test(text)

export const ISOLATE_START = '\u2068'
export const ISOLATE_END = '\u2069'

/** Keeps a name in Arabic, and direction marks inside a text, from reordering what Dateline writes around it. */
export const isolate = (text: string): string =>
  turnsDirection(text) || hasRightToLeft(text) ? `${ISOLATE_START}${text}${ISOLATE_END}` : text

/**
 * What somebody typed, out of Slack's notation: links become their label or address, mentions `@name`,
 * and the three escaped characters themselves. `bot` is left out where it is named.
 */
export function wordsTyped(text: string, bot: string | null = null): string {
  const withoutBot = bot === null ? text : text.replaceAll(mentionOf(bot), ' ')
  return unescapeText(withoutBot.replace(/<([^<>]*)>/gu, (_, inner: string) => spoken(inner)))
    .replace(/[^\S\n]+/gu, ' ')
    .trim()
}

const mentionOf = (user: string): RegExp =>
  new RegExp(`<@${RegExp.escape(user)}(?:\\|[^>]*)?>`, 'gu')

/** Whether a text mentions a user. */
export const mentions = (text: string, user: string): boolean => mentionOf(user).test(text)

/** Whether a message is addressed to somebody by a mention at its start. */
export const addressee = (text: string): string | null =>
  /^\s*<@([UW][A-Z0-9]+)/u.exec(text)?.[1] ?? null

function spoken(inner: string): string {
  const [target = '', label] = inner.split('|', 2)
  const sign = /^[@#!]/u.exec(target)?.[0]
  if (sign === undefined || target.startsWith('!date')) return label || target
  const shown = (label || target.slice(1)).replace(/^[@#]/u, '')
  return `${sign === '#' ? '#' : '@'}${shown}`
}
