import type { Candidate } from '../candidates.ts'
import { alike, contentWords } from '../terms.ts'
import { type Fit, whole } from './fit.ts'

const BECAUSE =
  /\b(?:because(?: of)?|since it|due to|owing to|thanks to|as (?:they|it|he|she|part)\b|in an? (?:apparent )?(?:attempt|bid|effort|move)|in order to|so that|to (?:prevent|stop|cut|avoid|force|pressure|punish|protect|help|recapture|end|save|salvage|restore|reduce)|designed to|aimed at|amid|citing|after|justified|in retaliation for|in response to|may be|as a result of|if the|over (?:the|its|his|their)|contributed to|caused|led to|threatened by)\b/gi
const NO_REASON = 0.25
const REPEATS = 0.6

/** From each word of a reason to the end of the sentence; a "reason" that only repeats the question is none. */
export function reasonFits({ text }: Candidate, asked: string): readonly Fit[] {
  const end = text.replace(/["”’.\s]+$/, '').length
  const words = contentWords(asked)
  const fits = [...text.matchAll(BECAUSE)].map(({ index }): Fit => {
    const reason = text.slice(index, end)
    const told = contentWords(reason)
    const again = told.filter((word) => words.some((other) => alike(word, other))).length
    const repeats = again >= told.length * REPEATS ? 0.5 : 0
    return { span: { start: index, end }, score: 1 - repeats }
  })
  return fits.length > 0 ? fits : [{ span: whole(text), score: NO_REASON }]
}
