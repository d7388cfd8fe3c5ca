import type { Coverage } from '../store/store.ts'
import type { Archive } from './archive.ts'

export interface MethodAnswer {
  readonly kind: 'method'
  readonly coverage: Coverage
}

/** How the answers are made, and what they do not mean. */
export const methodOf = ({ coverage }: Archive): MethodAnswer => ({ kind: 'method', coverage })
