import type { Kept } from './messages.ts'
import { isPayload, textOf } from './payload.ts'
import type { Places } from './places.ts'

/** What people type, as Slack writes it: `&`, `<` and `>` in it are text, never markup. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const BROADCASTS: ReadonlySet<string> = new Set(['here', 'channel', 'everyone'])
/** Marks that end a sentence rather than an address. */
const URL = /\bhttps?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"]/gu
const NAME = /(?<![\w@.])@([\p{L}\p{N}._-]*[\p{L}\p{N}_])/gu
const CHANNEL = /(?<![\w&#])#([\p{L}\p{N}_-]+)/gu

/**
 * Typed text with its mentions, channels and addresses as markup: `<@U…>`, `<!here>`, `<#C…|name>`,
 * `<https://…>`. Whatever of that was typed as markup has become text before.
 */
export function written(typed: string, places: Places): string {
  const people = new Map(
    places.people.flatMap(({ id, name, realName }) => [
      [name.toLowerCase(), id],
      [realName.toLowerCase(), id],
    ]),
  )
  const full = [...people.keys()].filter((name) => name.includes(' '))
  const text = full.reduce(
    (words, name) =>
      words.replace(new RegExp(`(?<![\\w@.])@${RegExp.escape(escaped(name))}\\b`, 'giu'), () =>
        mention(people.get(name)),
      ),
    escaped(typed),
  )
  return text
    .replace(URL, (address) => `<${address}>`)
    .replace(NAME, (whole, name: string) => {
      const word = name.toLowerCase()
      return BROADCASTS.has(word)
        ? `<!${word}>`
        : people.has(word)
          ? mention(people.get(word))
          : whole
    })
    .replace(CHANNEL, (whole, name: string) => {
      const place = places.find(`#${name}`)
      return place === undefined ? whole : `<#${place.id}|${place.name}>`
    })
}

const mention = (id: string | undefined): string => `<@${id ?? ''}>`

type Calling = Pick<Kept, 'blocks' | 'text'>

/** Whether a message calls somebody by name, or everybody. */
export function mentions(message: Calling, person: string): boolean {
  const called = calledIn(message)
  return called.has(person) || called.has(EVERYBODY)
}

const EVERYBODY = 'everybody'

/** Found once for each message: a list of conversations asks for all that are unread. */
const found = new WeakMap<Calling, ReadonlySet<string>>()

function calledIn(message: Calling): ReadonlySet<string> {
  const known = found.get(message)
  if (known !== undefined) return known
  const called = new Set([...calledInText(message.text), ...message.blocks.flatMap(calledInBlock)])
  found.set(message, called)
  return called
}

const calledInText = (text: string): readonly string[] =>
  [...text.matchAll(/<(?:@(?<id>[UW][A-Z0-9]+)|!(?:here|channel|everyone))(?:\|[^>]*)?>/gu)].map(
    ({ groups }) => groups?.['id'] ?? EVERYBODY,
  )

/** In marked-up text and in the leaves of rich text; everything else in a block is literal. */
function calledInBlock(block: unknown): readonly string[] {
  if (Array.isArray(block)) return block.flatMap(calledInBlock)
  if (!isPayload(block)) return []
  switch (block['type']) {
    case 'user':
      return [textOf(block['user_id'])]
    case 'broadcast':
      return [EVERYBODY]
    case 'mrkdwn':
    case 'markdown':
      return calledInText(textOf(block['text']))
    default:
      return Object.values(block).flatMap(calledInBlock)
  }
}
