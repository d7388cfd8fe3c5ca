import { LIMITS, weightOf, weightOfBlocks } from '../../src/faces/slack/limits.ts'

// Slack's Block Kit reference as a checker: every message and view that a test sees goes through it.

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const SURFACE_BLOCKS = { message: LIMITS.messageBlocks, view: LIMITS.viewBlocks } as const

/** Everything that Slack would refuse in a message, or that could ping, unfold or be read as markup. */
export function messageProblems(message: unknown): string[] {
  if (!isObject(message)) return ['no message']
  const { blocks, text } = message
  const own: string[] = []
  if (typeof text !== 'string' || text.trim() === '') own.push('text is missing')
  else {
    if (text.length > 4_000) own.push(`text has ${text.length} characters`)
    if (/[<>]/u.test(text)) own.push('text is not escaped')
    if (/&(?!amp;|lt;|gt;)/u.test(text)) own.push('text has a bare &')
  }
  for (const [name, value] of Object.entries(SAFE)) {
    if (String(message[name]) !== value) own.push(`${name} is ${String(message[name])}`)
  }
  const weight = weightOfBlocks(JSON.parse(JSON.stringify(blocks ?? [])))
  if (weight > LIMITS.messageCharacters) own.push(`${weight} characters`)
  return [...own, ...blocksProblems(blocks, 'message')]
}

const SAFE = {
  mrkdwn: 'false',
  parse: 'none',
  link_names: 'false',
  unfurl_links: 'false',
  unfurl_media: 'false',
} as const

export function viewProblems(view: unknown): string[] {
  if (!isObject(view)) return ['no view']
  const problems = blocksProblems(view['blocks'], 'view')
  for (const name of ['title', 'submit', 'close']) {
    if (view[name] !== undefined)
      problems.push(...plainProblems(view[name], name, LIMITS.viewTitle))
  }
  if (view['type'] === 'modal' && view['title'] === undefined)
    problems.push('modal without a title')
  if (JSON.stringify(view).length > 250_000) problems.push('view above 250 KB')
  return problems
}

export function blocksProblems(blocks: unknown, surface: keyof typeof SURFACE_BLOCKS): string[] {
  const list = listOf(blocks)
  const ids = list.flatMap((block) =>
    isObject(block) && block['block_id'] ? [block['block_id']] : [],
  )
  return [
    ...(list.length === 0 ? ['no blocks'] : []),
    ...(list.length > SURFACE_BLOCKS[surface] ? [`${list.length} blocks`] : []),
    ...(new Set(ids).size < ids.length ? ['a block_id twice'] : []),
    ...list.flatMap((block, at) =>
      blockProblems(block).map((problem) => `block ${at}: ${problem}`),
    ),
  ]
}

function blockProblems(block: unknown): string[] {
  if (!isObject(block)) return ['no block']
  switch (block['type']) {
    case 'header':
      return plainProblems(block['text'], 'header', LIMITS.header)
    case 'context':
      return contextProblems(listOf(block['elements']))
    case 'actions':
      return actionsProblems(listOf(block['elements']))
    case 'rich_text':
      return richTextProblems(listOf(block['elements']))
    case 'input':
      return [
        ...plainProblems(block['label'], 'label', LIMITS.inputLabel),
        ...(block['hint'] === undefined
          ? []
          : plainProblems(block['hint'], 'hint', LIMITS.inputLabel)),
        ...(isObject(block['element']) ? [] : ['input without an element']),
      ]
    default:
      return [`type ${String(block['type'])} is none of those that Dateline draws`]
  }
}

function plainProblems(text: unknown, what: string, max: number): string[] {
  if (!isObject(text)) return [`${what} is missing`]
  const words = text['text']
  return [
    ...(text['type'] === 'plain_text' ? [] : [`${what} is ${String(text['type'])}`]),
    ...(text['emoji'] === false ? [] : [`${what} may turn :words: into emoji`]),
    ...(typeof words === 'string' && words.length > 0 ? [] : [`${what} is empty`]),
    ...(weightOf(String(words)) > max ? [`${what} has ${weightOf(String(words))} characters`] : []),
  ]
}

function contextProblems(elements: readonly unknown[]): string[] {
  return [
    ...(elements.length === 0 || elements.length > LIMITS.contextElements
      ? [`${elements.length} elements`]
      : []),
    ...elements.flatMap((element) => plainProblems(element, 'context', LIMITS.textObject)),
  ]
}

function actionsProblems(elements: readonly unknown[]): string[] {
  const ids = elements.map((element) => (isObject(element) ? String(element['action_id']) : ''))
  return [
    ...(elements.length === 0 || elements.length > LIMITS.actionsElements
      ? [`${elements.length} elements`]
      : []),
    ...(new Set(ids).size < ids.length ? [`an action_id twice: ${ids.join(', ')}`] : []),
    ...ids.filter((id) => id.length > LIMITS.actionId).map((id) => `action_id ${id}`),
    ...elements.flatMap(buttonProblems),
  ]
}

function buttonProblems(button: unknown): string[] {
  if (!isObject(button) || button['type'] !== 'button') return ['an element that is no button']
  const value = wordOf(button['value'])
  return [
    ...plainProblems(button['text'], 'button', LIMITS.buttonText),
    ...(value.length > LIMITS.buttonValue ? [`button value has ${value.length} characters`] : []),
    ...(wordOf(button['accessibility_label']).length > LIMITS.buttonLabel ? ['button label'] : []),
  ]
}

function richTextProblems(elements: readonly unknown[]): string[] {
  return [
    ...(elements.length === 0 ? ['rich_text without elements'] : []),
    ...elements.flatMap((element) => {
      if (!isObject(element)) return ['no element']
      if (element['type'] === 'rich_text_section') return leafProblems(listOf(element['elements']))
      if (element['type'] !== 'rich_text_list') return [`element ${String(element['type'])}`]
      const indent = Number(element['indent'] ?? 0)
      return [
        ...(indent > LIMITS.listIndent ? [`indent ${indent}`] : []),
        ...listOf(element['elements']).flatMap((item) =>
          isObject(item) ? leafProblems(listOf(item['elements'])) : ['no item'],
        ),
      ]
    }),
  ]
}

/** Leaves are literal: the one kind besides text is the user who shares an answer. */
function leafProblems(leaves: readonly unknown[]): string[] {
  const texts = leaves.flatMap((leaf) => (isObject(leaf) ? [leaf] : []))
  const length = texts.reduce((sum, { text }) => sum + wordOf(text).length, 0)
  return [
    ...(leaves.length === 0 ? ['a section without leaves'] : []),
    ...(length > LIMITS.textObject ? [`a line of ${length} characters`] : []),
    ...texts
      .filter(
        ({ text, type }) =>
          type !== 'user' && !(type === 'text' && typeof text === 'string' && text !== ''),
      )
      .map(({ type }) => `leaf ${String(type)}`),
  ]
}

/** The texts of blocks in reading order, as a reader sees them; blocks are parted by newlines. */
export function shownText(blocks: unknown): string {
  return listOf(blocks)
    .map((block) => wordsOf(block).join(''))
    .join('\n')
}

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (!isObject(value)) return []
  if (typeof value['text'] === 'string') return [value['text']]
  return Object.values(value).flatMap(wordsOf)
}

/** All buttons in blocks. */
export const buttonsIn = (blocks: unknown): Json[] =>
  listOf(blocks).flatMap((block) =>
    isObject(block) && block['type'] === 'actions'
      ? listOf(block['elements']).filter(isObject)
      : [],
  )
