// What Slack and word processors put into a text that nobody typed. Slack: <@U1>, <#C1|name>, <!channel>, <address|label>.
const SLACK_ADDRESS = /<((?:https?:\/\/|mailto:|tel:)[^<>|]*)(?:\|([^<>]*))?>/g
const SLACK_CHANNEL = /<#[A-Z0-9]+\|([^<>]*)>/g
const SLACK_MENTION = /<(?:[@#][A-Z0-9]+(?:\|[^<>]*)?|![^<>]*)>/g
// Control and format characters: direction marks, zero-width spaces, soft hyphens.
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu
const DOUBLE_MARKS = /[“”„‟«»″＂]/g
const SINGLE_MARKS = /[‘’‚‛′]/g

/** The text as it was meant: Slack's escapes undone, mentions and invisible marks out, one kind of white space. */
export function unescape(typed: string): string {
  return typed
    .toWellFormed()
    .replace(SLACK_ADDRESS, (_, address: string, label?: string) => label || address)
    .replace(SLACK_CHANNEL, '$1')
    .replace(SLACK_MENTION, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .trim()
}

/** Quotation marks as a keyboard has them, so that one pattern reads all kinds. */
export const straightMarks = (text: string): string =>
  text.replace(DOUBLE_MARKS, '"').replace(SINGLE_MARKS, "'")
