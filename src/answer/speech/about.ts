import { fold } from '../../text/fold.ts'
import { tokens } from '../../text/tokens.ts'
import { JOINED } from '../words/joined.ts'
import { sensesOf } from '../asking/senses.ts'

/** Whether a text is about what was asked: each word of it, or one that newsrooms use for it, stands there. */
export function aboutOf(asked: string): (text: string) => boolean {
  const wanted = keysOf(asked)
  return (text) => {
    const here = new Set(keysOf(text).flat())
    return wanted.every((keys) => keys.some((key) => here.has(key)))
  }
}

const keysOf = (text: string): readonly (readonly (string | number)[])[] =>
  tokens(JOINED.reduce((joined, [form, word]) => joined.replace(form, word), fold(text))).map(
    ({ word, term }) => [term, ...sensesOf(word)],
  )
