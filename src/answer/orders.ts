import type { Question } from './question.ts'

/** Something that is ordered, not asked: where nobody takes orders, it is said where they are taken. */
export interface OrdersAnswer {
  readonly kind: 'orders'
  readonly verb: Question['verb']
}
