import type { AnyName } from '../model/name.ts'
import { type Form, formsOf } from './forms.ts'

/** A step down the tree for each word's spelling key; `forms` are those that end here. */
export interface FormNode {
  readonly next: ReadonlyMap<string, FormNode>
  readonly forms: readonly Form[]
}

interface GrowingNode extends FormNode {
  next: Map<string, GrowingNode>
  forms: Form[]
}

export interface FormTree {
  readonly root: FormNode
  readonly forms: readonly Form[]
}

/** The forms of all names by their words, so that a text is read once, whatever the number of names. */
export function growTree(names: readonly AnyName[]): FormTree {
  const forms = settleSurnames(names.flatMap(formsOf))
  const root: GrowingNode = { next: new Map(), forms: [] }
  for (const form of forms) leafOf(root, form.key).forms.push(form)
  return { root, forms }
}

/** A surname that two people bear, or that is a listed form of another name, is left to whoever asks for it. */
function settleSurnames(forms: readonly Form[]): readonly Form[] {
  const bearer = new Map<string, AnyName | 'several'>()
  for (const { key, name, listed } of forms) if (listed) bearer.set(key, name)
  for (const { key, name, listed } of forms) {
    if (!listed) bearer.set(key, (bearer.get(key) ?? name) === name ? name : 'several')
  }
  return forms.map((form) =>
    form.listed || bearer.get(form.key) === form.name ? form : { ...form, reach: 'asked' },
  )
}

// Most nodes are leaves: they share one empty map until a longer form passes through them.
const NO_NEXT: Map<string, GrowingNode> = new Map()

function leafOf(root: GrowingNode, key: string): GrowingNode {
  let at = root
  for (const word of key.split(' ')) {
    if (at.next === NO_NEXT) at.next = new Map()
    let next = at.next.get(word)
    if (next === undefined) {
      next = { next: NO_NEXT, forms: [] }
      at.next.set(word, next)
    }
    at = next
  }
  return at
}
