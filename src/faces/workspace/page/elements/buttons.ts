import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { TextObject } from '../blocks/text-object.ts'
import { Icon } from '../icons.ts'
import { optionText } from '../input-state.ts'
import { jsonsOf, textOf, wordOf } from '../json.ts'
import { Menu } from '../menu.ts'
import { useSurface } from '../surface.ts'
import { isSafeUrl } from '../text/inline.ts'
import type { ElementProps } from './element.ts'

export function Button({ blockId, element }: ElementProps): VNode {
  const { act } = useSurface()
  const style = wordOf(element['style'])
  const name = style === 'primary' || style === 'danger' ? `button ${style}` : 'button'
  const label = spokenLabel(textOf(element['text']), wordOf(element['accessibility_label']))
  const waiting = useRef(false)
  // A double click is one press, and so is what comes before the app has heard of the first.
  const press = async ({ detail }: MouseEvent): Promise<void> => {
    if (detail > 1 || waiting.current) return
    waiting.current = true
    await act(blockId, element, {})
    waiting.current = false
  }
  const url = wordOf(element['url'])
  return isSafeUrl(url)
    ? html`<a class=${name} href=${url} target="_blank" rel="noopener noreferrer" aria-label=${label} onClick=${press}>
        <${TextObject} text=${element['text']} />
      </a>`
    : html`<button type="button" class=${name} aria-label=${label} onClick=${press}>
        <${TextObject} text=${element['text']} />
      </button>`
}

/** Who speaks to the screen says what stands on it: the shown words come first where the label leaves them out. */
function spokenLabel(shown: string, label: string): string | undefined {
  if (label === '') return undefined
  return label.includes(shown) ? label : `${shown}, ${label}`
}

export function Overflow({ blockId, element }: ElementProps): VNode {
  const { act } = useSurface()
  const items = jsonsOf(element['options']).map((option, at) => {
    const url = wordOf(option['url'])
    const detail = textOf(option['description'])
    return {
      key: String(at),
      label: optionText(option),
      choose: () => void act(blockId, element, { selected_option: option }),
      ...(detail === '' ? {} : { detail }),
      ...(isSafeUrl(url) ? { href: url } : {}),
    }
  })
  return html`<${Menu} label="More options" items=${items} class="button overflow">
    <${Icon} name="more" />
  <//>`
}
