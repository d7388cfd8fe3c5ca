import type { CasualtiesAnswer } from './casualties.ts'

/** What may be answered, told apart by `kind`. */
export type Answer = CasualtiesAnswer
