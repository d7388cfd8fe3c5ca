import type { Kept } from './messages.ts'
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

/** Whether a message calls somebody, in its text or in a leaf of its rich text. */
export function mentions({ blocks, text }: Pick<Kept, 'blocks' | 'text'>, person: string): boolean {
  if (calls(text, person)) return true
  const leaf = `"type":"user","user_id":${JSON.stringify(person)}`
  return blocks.some((block) => JSON.stringify(block).includes(leaf))
}

const calls = (text: string, person: string): boolean =>
  new RegExp(`<@${person}(?:\\|[^>]*)?>|<!(?:here|channel|everyone)(?:\\|[^>]*)?>`, 'u').test(text)
