import { type Known, stated, unknown } from '../model/known.ts'
import { keyOf } from '../text/white-space.ts'
import { isOutlet, isOutletLine } from './outlets.ts'
import { type Draft, isSentence, wordCount } from './page.ts'

const BYLINE = /^(?:by|written by|words by|text by|authors?|story by)\s*:?\s+(?<who>\S.*)$/iu
const SIGN_OFF =
  /^\(?\s*(?:additional |with additional )?(?:reporting|writing|written|editing|edited|compiled|translated|translation)(?: and \p{L}+)? by\b/iu
const NAMED =
  /^(?:\p{Lu}[\p{L}.'’-]*|and|&|with|agencies|wires|staff|in|for|of|at|the|de|del|van|von|bin|ibn|al|el|la|,|\/)$/u
const PERSON = /^\p{Lu}[\p{L}.'’-]+$/u
const SOURCE =
  /^\(?\s*(?:sources?|credits?|via)\s*:\s*(?<what>[^()]*(?:\([^()]*\)[^()]*)*?)\)?\.?$/iu
const SOURCE_WORD = /^sources?\s+/iu // `Source TRT World`, its colon lost
const DASHED = /^[-–—]+\s*(?<what>[\p{L}][\p{L} /.-]{1,40}?)\.?$/u
const DATELINE =
  /^(?:[\p{L}\d ,.'’/-]{0,70}?\((?<bracketed>[^()]{2,30})\)|[\p{Lu}][\p{L}'’ -]{1,30}, (?:[\p{L}\d ,.]{1,20}, )?(?<bare>\p{Lu}{3,8}))\s*[-–—:]/u

/** Marks bylines, and the lines in which a page says whose text it is. */
export function markCredits(drafts: readonly Draft[]): void {
  const first = drafts.findIndex((draft) => isBody(draft))
  const last = drafts.findLastIndex((draft) => isBody(draft))
  for (const [at, draft] of drafts.entries()) {
    if (draft.role !== null) continue
    // A standfirst may stand before the byline, so the head of a page is a little longer than it looks.
    const outside = at <= first + 3 || at > last
    const { text } = draft.line
    if (isSignOff(text) || (outside && isByline(text))) draft.role = 'byline'
    else if (SOURCE.test(text) || isCreditLine(text)) draft.role = 'credit'
  }
}

const isBody = (draft: Draft): boolean => draft.role === null && isSentence(draft.line.text)

const isByline = (text: string): boolean => {
  const who = BYLINE.exec(text)?.groups?.['who']
  return who !== undefined && isNames(who)
}

const isNames = (text: string): boolean => {
  const words = text.replace(/[,/]/gu, ' $& ').split(' ').filter(Boolean)
  return (
    words.length <= 16 && words.every((word) => NAMED.test(word)) && PERSON.test(words[0] ?? '')
  )
}

const isSignOff = (text: string): boolean =>
  SIGN_OFF.test(text) ||
  (/\p{Ll}\s*\/\s*\p{Lu}/u.test(text) && wordCount(text) <= 8 && isSlashed(text))

// `Manar al-Freih / Hazem Sabbagh`: who wrote and who edited, as some agencies sign.
const isSlashed = (text: string): boolean =>
  !isOutletLine(text) &&
  text
    .split(/\s*\/\s*/u)
    .every((name) => /^\p{Lu}[\p{L}.'’-]*(?: (?:al-|el-)?\p{L}[\p{L}.'’-]*){0,3}$/u.test(name))

function isCreditLine(text: string): boolean {
  const bare = DASHED.exec(text)?.groups?.['what'] ?? text.replace(SOURCE_WORD, '')
  return wordCount(bare) <= 10 && isOutletLine(bare.replace(/^\((.*)\)$/u, '$1'))
}

const BARE =
  /^(?:\p{Lu}[\p{L}.'’-]+ ){1,3}(?:in \p{Lu}\p{L}+|\p{Lu}[\p{L}.'’-]+)(?:(?:,| and) (?:\p{Lu}[\p{L}.'’-]+ ?){1,4}(?: ?in \p{Lu}\p{L}+)?)*$/u
const POST = /\b(?:correspondent|reporter|editor|staff writer)\b/iu

/** Between headline and text, two to four capitalised words are whoever wrote it: `Martin Chulov in Beirut`. */
export const isBareByline = (text: string): boolean =>
  !isOutletLine(text) &&
  (BARE.test(text) || (POST.test(text) && !isSentence(text) && wordCount(text) <= 8))

/** Begins with place and agency, or place and a dash, as the first paragraph of a report does. */
export const hasDateline = (text: string): boolean => DATELINE.test(text.slice(0, 120))

/** Who wrote it, without the `By` and the agency that helped. */
export function byline(drafts: readonly Draft[]): Known<string> {
  const line = drafts.find((draft) => draft.role === 'byline')?.line.text
  if (line === undefined) return unknown
  const signed = SIGN_OFF.test(line) ? line.replace(SIGN_OFF, '').split(';', 1).join('') : null
  const who = signed ?? BYLINE.exec(line)?.groups?.['who'] ?? line
  const names = who.split(/,?\s+with\s+/iu, 1).join('')
  return stated(names.replace(/^\(|[).]+$/gu, '').trim(), 'byline')
}

/** Whose text it is: a credit line, the byline's `with Reuters`, the dateline's `(AFP)`, in that order. */
export function credit(drafts: readonly Draft[], headline: string): Known<string> {
  const line = drafts.find((draft) => draft.role === 'credit')?.line.text
  if (line !== undefined) return stated(creditOf(line, headline), 'credit line')
  const byLine = drafts.find((draft) => draft.role === 'byline')?.line.text
  const helper = /\bwith\s+(?<who>.+)$/iu.exec(byLine ?? '')?.groups?.['who']
  if (helper !== undefined && isOutletLine(helper)) return stated(helper, 'byline')
  const agency = drafts
    .filter((draft) => draft.role === 'body')
    .map(agencyOf)
    .find((name) => name !== null)
  return agency === undefined ? unknown : stated(agency, 'dateline')
}

function creditOf(line: string, headline: string): string {
  const what =
    SOURCE.exec(line)?.groups?.['what'] ??
    DASHED.exec(line)?.groups?.['what'] ??
    line.replace(SOURCE_WORD, '')
  // `Source: <headline> – ABC News`: the title of the page that the text came from, then whose it is.
  const at = what.search(/\s[-–—|]\s(?!.*\s[-–—|]\s)/u)
  if (at > 0 && keyOf(what.slice(0, at)) === keyOf(headline)) return what.slice(at + 3).trim()
  return what.trim()
}

function agencyOf(draft: Draft): string | null {
  const groups = DATELINE.exec(draft.line.text.slice(0, 120))?.groups
  const name = groups?.['bracketed'] ?? groups?.['bare']
  return name !== undefined && isOutlet(name) ? name : null
}
