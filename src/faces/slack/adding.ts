import { doesInstead, type Visited } from '../../ingest/follow/visited.ts'
import { valueOf } from '../../model/known.ts'
import { inWords } from '../../answer/asking/days.ts'
import type { KnownBlock, RichTextElement } from '@slack/types'
import { wordsMessage, type Message, toMessage } from './reply.ts'

/** Who may have pages read, and what reads them. */
export interface Adding {
  readonly people: readonly string[]
  /** Everybody in these channels may, there. */
  readonly channels: readonly string[]
  readonly add: (address: string) => Promise<Visited>
}

const ADD = /^\s*add\b/iu
/** Slack writes a link as `<https://…>` or `<https://…|as it is shown>`, or leaves it as it was typed. */
const ADDRESS = /<(?<link>https?:\/\/[^<>|\s]+)(?:\|[^<>]*)?>|(?<typed>https?:\/\/[^\s<>|]+)/giu
/** More at once are a job for the terminal. */
const MOST = 5

/** Whether somebody asks for a page to be read. */
export const isAdd = (text: string): boolean => ADD.test(text)

/** The addresses in what was typed after `/syria`, as they are, whatever Slack made of them. */
export const addressesTyped = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(ADDRESS)].map(({ groups }) =>
      (groups?.['link'] ?? groups?.['typed'] ?? '').replaceAll('&amp;', '&'),
    ),
  ),
]

interface Asked {
  readonly text: string
  readonly user: string
  readonly channel: string
}

/** Reads the pages that somebody asks for, and says what came of each; never to anybody but them. */
export async function* answersToAdd(
  { text, user, channel }: Asked,
  adding: Adding | null,
): AsyncGenerator<Message> {
  if (adding === null || !mayAdd({ user, channel }, adding)) {
    yield whoMay(adding)
    return
  }
  const addresses = addressesTyped(text)
  if (addresses.length === 0) yield wordsMessage(NO_ADDRESS)
  for (const address of addresses.slice(0, MOST))
    yield wordsMessage(told(address, await adding.add(address)))
}

const NO_ADDRESS = 'Give the address of a page: /syria add https://…'

const mayAdd = ({ user, channel }: Omit<Asked, 'text'>, { people, channels }: Adding): boolean =>
  people.includes(user) || channels.includes(channel)

/** Names who may: in a message that only its reader sees, this pings nobody. */
function whoMay(adding: Adding | null): Message {
  const people = (adding?.people ?? []).map(
    (id): RichTextElement => ({ type: 'user', user_id: id }),
  )
  const channels = (adding?.channels ?? []).map(
    (id): RichTextElement => ({ type: 'channel', channel_id: id }),
  )
  const all = [...people, ...channels].flatMap((one, at) => (at === 0 ? [one] : [words(', '), one]))
  if (all.length === 0) return wordsMessage(NOBODY)
  const block: KnownBlock = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          words('Pages are added by those whom coverage.yml names: '),
          ...all,
          words('. Ask one of them.'),
        ],
      },
    ],
  }
  return toMessage({ text: 'You may not add pages; others may.', blocks: [block] })
}

const words = (text: string): RichTextElement => ({ type: 'text', text })

const NOBODY =
  'Nobody may add pages yet. Whoever runs Dateline names people and channels under may_add in coverage.yml.'

/** What came of an address, in a sentence or two. */
function told(address: string, visited: Visited): string {
  switch (visited.kind) {
    case 'kept':
      return `Kept: ${card(visited)}. It is found from now on: /syria article ${visited.article.id}`
    case 'changed':
      return `Kept as a new version: ${card(visited)}. ${changed(visited.changes.length)} See /syria article ${visited.article.id}`
    case 'same':
      return `Known, and as it was: ${card(visited)}. See /syria article ${visited.article.id}`
    case 'list':
      return `That is a list of ${some(visited.found, 'page', 'pages')}, ${visited.fresh} of them new; they are read by and by. To have it followed, it goes into coverage.yml.`
    case 'gone':
      return `There is no page at ${address}: it ${doesInstead(visited.loss)}.`
    case 'withdrawn':
      return `The page at ${address} is gone: it ${doesInstead(visited.loss)}. What was kept of it is marked as withdrawn, and no longer cited.`
    case 'failed':
    case 'set-aside':
      return `${visited.error.message} ${visited.error.hint}`
    case 'unchanged':
    case 'alias':
      return `The page at ${address} is being read already.`
    case 'released':
      return 'Dateline is stopping; it reads the page once it is back.'
    default:
      return visited satisfies never
  }
}

type Kept = Extract<Visited, { readonly kind: 'kept' | 'changed' | 'same' }>

function card({ article, claims, quotes }: Kept): string {
  const day = valueOf(article.published)
  return [
    `“${article.headline}”`,
    valueOf(article.outlet) ?? 'outlet not named',
    day === null ? 'not dated' : inWords(day),
    some(claims, 'figure', 'figures'),
    some(quotes, 'quote', 'quotes'),
  ].join(', ')
}

const changed = (changes: number): string =>
  changes === 0
    ? 'No figure and no quote was changed.'
    : `${some(changes, 'figure or quote was', 'figures and quotes were')} changed.`

const some = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`
