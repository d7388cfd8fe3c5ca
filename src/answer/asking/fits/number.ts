import { quantities } from '../../../text/numbers.ts'
import { words as tokens } from '../../../text/words.ts'
import type { Candidate } from '../candidates.ts'
import type { Want } from '../wants/want.ts'
import { alike, contentWords, likeAny } from '../terms.ts'
import { sensesOf, stemOf } from '../senses.ts'
import type { Fit } from './fit.ts'

const PEOPLE = /^(?:people|persons|civilians|residents|men|women|children)$/
const LEAVING = ['leave', 'evacuated', 'fled']

/** Numbers of the thing asked for. Of people, those harmed are told as tolls; "how many live there" is something else. */
export function numberFits(
  { of, doing }: Extract<Want, { kind: 'number' }>,
  { text, claims, sentence }: Candidate,
  asked: string,
): readonly Fit[] {
  if (doing.length > 0 && !likeAny(text, doing)) return []
  const all = countsOf(of, text)
  if (!PEOPLE.test(of.at(-1) ?? '')) return all
  const leaving = likeAny(asked, LEAVING)
  const harmed = claims.filter(({ harm }) => !(leaving && harm === 'displaced'))
  return all.filter(
    ({ span }) =>
      !harmed.some(
        ({ figure }) =>
          figure.start < sentence.start + span.end && sentence.start + span.start < figure.end,
      ),
  )
}

function countsOf(of: readonly string[], text: string): readonly Fit[] {
  if (of.length === 0) return []
  const all = tokens(text)
  const wanted = of.map((word) => ({ stem: stemOf(word), senses: sensesOf(word) }))
  const head = wanted.at(-1)
  // "A 48-truck convoy".
  const joined = all
    .filter(({ low }) => alike(/^\d+-(\p{L}+)$/u.exec(low)?.[1] ?? '', of.at(-1) ?? ''))
    .map(({ start, end }): Fit => ({ span: { start, end }, score: 1 }))
  const counted = quantities(all).flatMap(({ first, last, kind }) => {
    // "95 percent of the medical staff" does not say how many.
    if (kind === 'one' || kind === 'share') return []
    const after = all.slice(last + 1, last + 5).map(({ low }) => low)
    // "Four days after a warplane" counts days.
    if (UNIT.test(after[0] ?? '') && !UNIT.test(of.at(-1) ?? '')) return []
    const has = ({
      stem,
      senses,
    }: {
      readonly stem: string
      readonly senses: readonly number[]
    }): boolean =>
      joinedPairs(after).some(
        (word) => stemOf(word) === stem || sensesOf(word).some((sense) => senses.includes(sense)),
      )
    if (head === undefined || !has(head)) return []
    const start = all[first]?.start ?? 0
    const noun = after.findIndex((word, at) =>
      [word, `${after[at - 1] ?? ''}${word}`].some((each) => alike(each, of.at(-1) ?? '')),
    )
    const end = all[last + 1 + Math.max(noun, 0)]?.end ?? all[last]?.end ?? text.length
    return [{ span: { start, end }, score: wanted.every(has) ? 1 : 0.8 }]
  })
  return [...joined, ...counted]
}

const UNIT =
  /^(?:second|minute|hour|day|week|month|year|mile|kilomet(?:re|er)|met(?:re|er)|km|percent|per|dollar)s?$/

const joinedPairs = (list: readonly string[]): readonly string[] => [
  ...list,
  ...list.slice(1).map((word, index) => `${list[index] ?? ''}${word}`),
]

/** Shares of what the question is about: "95 percent of the medical staff" is none of the city. */
export function shareFits({ text }: Candidate, asked: string): readonly Fit[] {
  const all = tokens(text)
  const found = quantities(all).filter(({ kind }) => kind === 'share')
  return found.flatMap(({ first, last }) => {
    const start = all[first]?.start ?? 0
    const end = all[last]?.end ?? text.length
    const whole = contentWords(text.slice(end, end + SHARED)).slice(0, 4)
    const [, ofWhat = ''] = /\b(?:of|off)\b(.*)/s.exec(asked) ?? []
    const about = contentWords(ofWhat)
    const isOfIt =
      about.length === 0 ||
      whole.length === 0 ||
      whole.some((word) => about.some((other) => alike(word, other)))
    return isOfIt ? [{ span: { start, end }, score: 1 }] : []
  })
}

/** Words as far as this from a share say what it is a share of. */
const SHARED = 60
