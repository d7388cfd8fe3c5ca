import { BODIES, ROLES, setOf } from '../../../extract/quotes/vocabulary.ts'
import type { Lexicon } from '../../../names/lexicon.ts'
import { fold } from '../../../text/fold.ts'

const SPEAKING = setOf(ROLES, BODIES)

const SAY =
  '(?:say|said|says|saying|tell|told|tells|claim|claimed|claims|think|thinks|announce|announced|state|stated|warn|warned|add|comment|mention|call(?:ed)?(?: for)?|describe|explain|report)'

/** Those who speak together and are named by what they are. */
const VOICES =
  /^(?:many |some |most |local |the |other |western |un |aid )*(activists|observers|diplomats|residents|doctors|rebels|insurgents|officials|experts|analysts|witnesses|monitors|agencies|critics|medics|rescuers|delegates|refugees|families)$/i

/** The voice that the question asks to hear: "what did Kerry say about …". */
export function speakerOf(question: string, lexicon: Lexicon): string | null {
  const match = new RegExp(
    `\\b(?:what|how) (?:exactly )?(?:did|does|do|has|have|had|was|is) (?:the )?(.{2,60}?) (?:have to |had to )?(?:be )?(?:quoted as )?${SAY}\\b`,
    'i',
  ).exec(question)
  const words = match?.[1]
  if (words === undefined || /\bwho\b/i.test(words)) return null
  const voices = VOICES.exec(words)?.[1]
  if (voices !== undefined) return voices.toLowerCase()
  const name =
    lexicon.lookUp(words.replace(/^(?:the|mr|mrs|ms|dr|general|president)\s+/i, ''))[0] ??
    lexicon.lookUp(words)[0]
  if (name !== undefined && name.kind !== 'place') return name.name
  if (name !== undefined) return null
  if (/^\p{Lu}/u.test(words) && words.split(' ').length <= 3) return words
  // "The pro-government paper": somebody named only by what they are.
  const head = fold(words).split(/\s+/).at(-1) ?? ''
  return SPEAKING.has(head) ? words : null
}
