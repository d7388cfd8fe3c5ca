import type { Conversation, Person, SlashCommand } from '../page-api.ts'

/** One thing that could be written in place of what was begun. */
export interface Suggestion {
  readonly key: string
  readonly label: string
  /** What may follow it. */
  readonly hint?: string
  readonly detail: string
  /** What takes the place of `from` to `to`. */
  readonly insert: string
}

interface Completion {
  readonly from: number
  readonly to: number
  readonly suggestions: readonly Suggestion[]
}

interface Known {
  readonly commands: readonly SlashCommand[]
  readonly people: readonly Person[]
  readonly conversations: readonly Conversation[]
}

const MOST = 8

const NOTHING: Completion = { from: 0, to: 0, suggestions: [] }

const BROADCASTS: readonly Suggestion[] = [
  { key: 'here', label: '@here', detail: 'Everybody who is at their desk', insert: '@here ' },
  { key: 'channel', label: '@channel', detail: 'Everybody in this channel', insert: '@channel ' },
]

/** What could be meant at the caret: a command at the very start, a name after `@`, a channel after `#`. */
export function complete(text: string, caret: number, known: Known): Completion {
  const typed = text.slice(0, caret)
  if (/^\/\S*$/u.test(typed)) return commands(typed, known)
  const [, mark, begun = ''] = /(?:^|[\s(])([@#])([^\s@#]*)$/u.exec(typed) ?? []
  if (mark === undefined) return NOTHING
  const all = mark === '@' ? names(known) : channels(known)
  const wanted = begun.toLowerCase()
  const suggestions = all.filter(({ detail, label }) =>
    [label.slice(1), ...detail.split(' ')].some((word) => word.toLowerCase().startsWith(wanted)),
  )
  return { from: caret - begun.length - 1, to: caret, suggestions: suggestions.slice(0, MOST) }
}

const commands = (typed: string, known: Known): Completion => ({
  from: 0,
  to: typed.length,
  suggestions: known.commands
    .filter(({ command }) => command.startsWith(typed.toLowerCase()))
    .map(({ command, description, hint }) => ({
      key: command,
      label: command,
      hint,
      detail: description,
      insert: `${command} `,
    })),
})

const names = ({ people }: Known): readonly Suggestion[] => [
  ...people.map(({ id, name, realName }) => ({
    key: id,
    label: `@${name}`,
    detail: realName === name ? '' : realName,
    insert: `@${name} `,
  })),
  ...BROADCASTS,
]

const channels = ({ conversations }: Known): readonly Suggestion[] =>
  conversations
    .filter(({ kind }) => kind === 'channel')
    .map(({ id, name, topic }) => ({
      key: id,
      label: `#${name}`,
      detail: topic,
      insert: `#${name} `,
    }))

/** The hint of the command that is being written, once its name is complete. */
export function hintFor(text: string, all: readonly SlashCommand[]): SlashCommand | null {
  const [, name] = /^(\/\S+)\s/u.exec(text) ?? []
  return all.find(({ command }) => command === name) ?? null
}
