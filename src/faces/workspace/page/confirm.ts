import type { VNode } from 'preact'
import { html } from 'htm/preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { TextObject } from './blocks/text-object.ts'
import { textOf } from './json.ts'
import type { Json } from './json.ts'

interface Question {
  readonly confirm: Json
  readonly answer: (yes: boolean) => void
}

let asked: ((question: Question) => void) | null = null

/** Asks back as a `confirm` object says, in the one dialog that `ConfirmDialog` draws. */
export const confirmed = (confirm: Json): Promise<boolean> =>
  new Promise((resolve) => {
    if (asked === null) resolve(true)
    else asked({ confirm, answer: resolve })
  })

/** Whether that dialog is open: keys are for it and for nothing beneath it. */
export const isAsked = (): boolean => document.querySelector('dialog.confirm[open]') !== null

export function ConfirmDialog(): VNode | null {
  const [question, setQuestion] = useState<Question | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    asked = setQuestion
    return () => {
      asked = null
    }
  }, [])
  useLayoutEffect(() => {
    if (question !== null) dialog.current?.showModal()
  }, [question])
  if (question === null) return null
  const { confirm } = question
  const close = (yes: boolean): void => {
    dialog.current?.close()
    setQuestion(null)
    question.answer(yes)
  }
  return html`<dialog
    ref=${dialog}
    class="dialog confirm"
    aria-labelledby="confirm-title"
    onCancel=${(event: Event) => {
      event.preventDefault()
      close(false)
    }}
  >
    <div class="dialog-head"><h2 id="confirm-title">${textOf(confirm['title']) || 'Are you sure?'}</h2></div>
    <div class="dialog-body"><${TextObject} text=${confirm['text']} /></div>
    <div class="dialog-foot">
      <button type="button" class="button" onClick=${() => close(false)}>
        ${textOf(confirm['deny']) || 'Cancel'}
      </button>
      <button
        type="button"
        class=${`button ${confirm['style'] === 'danger' ? 'danger' : 'primary'}`}
        onClick=${() => close(true)}
      >
        ${textOf(confirm['confirm']) || 'Yes'}
      </button>
    </div>
  </dialog>`
}
