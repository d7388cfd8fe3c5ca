import type { AnyName } from '../model/name.ts'
import { type Form, formsOf } from './forms.ts'

/** A step down the tree for each word's spelling key; `forms` are those that end here. */
export interface FormNode {
  readonly next: Map<string, FormNode>
  readonly forms: Form[]
}

const node = (): FormNode => ({ next: new Map(), forms: [] })

export interface FormTree {
  readonly root: FormNode
  readonly forms: readonly Form[]
}

/** The forms of all names by their words, so that a text is read once, whatever the number of names. */
export function growTree(names: readonly AnyName[]): FormTree {
  const forms = settleSurnames(names.flatMap(formsOf))
  const root = node()
  for (const form of forms) leafOf(root, form.keys).forms.push(form)
  return { root, forms }
}

/** A surname that two people bear, or that is a listed form of another name, is left to whoever asks for it. */
function settleSurnames(forms: readonly Form[]): readonly Form[] {
  const listed = new Map<string, AnyName>()
  for (const form of forms) if (form.listed) listed.set(form.keys.join(' '), form.name)
  const bearers = new Map<string, Set<AnyName>>()
  for (const form of forms) {
    if (form.listed) continue
    const key = form.keys.join(' ')
    bearers.set(key, (bearers.get(key) ?? new Set()).add(form.name))
  }
  return forms.map((form) => {
    if (form.listed) return form
    const key = form.keys.join(' ')
    const taken = listed.get(key) ?? form.name
    const shared = (bearers.get(key)?.size ?? 0) > 1 || taken !== form.name
    return shared ? { ...form, reach: 'asked' } : form
  })
}

function leafOf(root: FormNode, keys: readonly string[]): FormNode {
  let at = root
  for (const key of keys) {
    const next = at.next.get(key) ?? node()
    at.next.set(key, next)
    at = next
  }
  return at
}
