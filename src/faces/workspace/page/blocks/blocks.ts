import { html } from 'htm/preact'
import type { ComponentType, VNode } from 'preact'
import { Element } from '../elements/element.ts'
import { isJson, jsonOf, jsonsOf, textOf, wordOf } from '../json.ts'
import type { Json } from '../json.ts'
import { useSurface } from '../surface.ts'
import { ImageBlock, ImageElement } from './image.ts'
import { RichText } from './rich-text.ts'
import { Section } from './section.ts'
import { TableBlock } from './table.ts'
import { Markdown, Mrkdwn, TextObject } from './text-object.ts'

interface BlockProps {
  readonly block: Json
}

/** The blocks that are drawn as themselves; all others fall back to text. */
const DRAWN: Readonly<Record<string, ComponentType<BlockProps>>> = {
  section: Section,
  header: ({ block }) => html`<h3 class="header"><${TextObject} text=${block['text']} /></h3>`,
  divider: () => html`<hr />`,
  context: Context,
  actions: Actions,
  input: Input,
  image: ({ block }) => html`<${ImageBlock} block=${block} />`,
  rich_text: ({ block }) => html`<${RichText} elements=${block['elements']} />`,
  markdown: ({ block }) => html`<${Markdown} text=${wordOf(block['text'])} />`,
  table: ({ block }) => html`<${TableBlock} block=${block} />`,
}

interface BlocksProps {
  readonly blocks: readonly unknown[]
  /** What stands for blocks that cannot be drawn. */
  readonly fallback?: string
}

export function Blocks({ blocks, fallback = '' }: BlocksProps): VNode {
  const list = jsonsOf(blocks)
  const firstUnknown = list.findIndex(({ type }) => !Object.hasOwn(DRAWN, wordOf(type)))
  return html`<div class="blocks">
    ${list.map((block, at) => {
      const drawn = DRAWN[wordOf(block['type'])]
      const key = wordOf(block['block_id']) || at
      if (drawn !== undefined) return html`<${drawn} key=${key} block=${block} />`
      const text = at === firstUnknown ? fallback : ''
      return html`<${Fallback} key=${key} type=${wordOf(block['type'])} text=${text} />`
    })}
  </div>`
}

interface FallbackProps {
  readonly type: string
  readonly text: string
}

/** What Slack does where it cannot show a block: the message's text, and a word about it. */
const Fallback = ({ text, type }: FallbackProps): VNode =>
  html`<div class="fallback">
    ${text !== '' && html`<${Mrkdwn} text=${text} />`}
    <p class="quiet">This content can’t be displayed here: a block of the type “${type}”.</p>
  </div>`

function Context({ block }: BlockProps): VNode {
  return html`<div class="context">
    ${jsonsOf(block['elements']).map((element, at) =>
      element['type'] === 'image'
        ? html`<${ImageElement} key=${at} element=${element} />`
        : html`<${TextObject} key=${at} text=${element} />`,
    )}
  </div>`
}

function Actions({ block }: BlockProps): VNode {
  const blockId = wordOf(block['block_id'])
  return html`<div class="actions">
    ${jsonsOf(block['elements']).map(
      (element, at) =>
        html`<${Element}
          key=${wordOf(element['action_id']) || at}
          element=${element}
          blockId=${blockId}
          instant=${true}
        />`,
    )}
  </div>`
}

function Input({ block }: BlockProps): VNode {
  const { errors } = useSurface()
  const blockId = wordOf(block['block_id'])
  const element = jsonOf(block['element'])
  const id = `input-${blockId}`
  const error = errors[blockId]
  const about = [isJson(block['hint']) && `${id}-hint`, error !== undefined && `${id}-error`]
  return html`<div class=${error === undefined ? 'input' : 'input wrong'}>
    <label class="input-label" id=${`${id}-label`} for=${id}>
      <${TextObject} text=${block['label']} />
      ${block['optional'] === true && html` <span class="quiet">(optional)</span>`}
    </label>
    <${Element}
      element=${element}
      blockId=${blockId}
      id=${id}
      label=${textOf(block['label'])}
      describedBy=${about.filter(Boolean).join(' ')}
      invalid=${error !== undefined}
      required=${block['optional'] !== true}
      instant=${block['dispatch_action'] === true}
    />
    ${
      isJson(block['hint']) &&
      html`<p class="hint" id=${`${id}-hint`}><${TextObject} text=${block['hint']} /></p>`
    }
    ${error !== undefined && html`<p class="error" id=${`${id}-error`} role="alert">${error}</p>`}
  </div>`
}
