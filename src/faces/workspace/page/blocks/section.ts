import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Element } from '../elements/element.ts'
import { isJson, jsonsOf, textOf, wordOf } from '../json.ts'
import type { Json } from '../json.ts'
import { ImageElement } from './image.ts'
import { TextObject } from './text-object.ts'

/** Longer texts are folded, unless the block wants them whole. */
const FOLDED_LINES = 14
const FOLDED_CHARACTERS = 1_400

const isLong = (text: string): boolean =>
  text.length > FOLDED_CHARACTERS || text.split('\n').length > FOLDED_LINES

export function Section({ block }: { readonly block: Json }): VNode {
  const { accessory, block_id: blockId, expand, fields, text } = block
  const [open, setOpen] = useState(false)
  const long = expand !== true && isLong(textOf(text))
  return html`<div class="section">
    <div class="section-main">
      ${
        isJson(text) &&
        html`<div class=${long && !open ? 'section-text folded' : 'section-text'}>
        <${TextObject} text=${text} />
      </div>`
      }
      ${
        long &&
        html`<button type="button" class="link-button" aria-expanded=${open} onClick=${() => setOpen(!open)}>
        ${open ? 'See less' : 'See more'}
      </button>`
      }
      ${
        Array.isArray(fields) &&
        html`<div class="fields">
        ${jsonsOf(fields).map(
          (field, at) => html`<div key=${at} class="field"><${TextObject} text=${field} /></div>`,
        )}
      </div>`
      }
    </div>
    ${
      isJson(accessory) &&
      html`<div class="accessory">
      ${
        accessory['type'] === 'image'
          ? html`<${ImageElement} element=${accessory} large=${true} />`
          : html`<${Element} element=${accessory} blockId=${wordOf(blockId)} instant=${true} />`
      }
    </div>`
    }
  </div>`
}
