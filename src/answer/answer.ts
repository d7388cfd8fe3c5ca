import type { FactAnswer } from './ask.ts'
import type { ArticleAnswer } from './article.ts'
import type { CasualtiesAnswer } from './casualties.ts'
import type { CheckAnswer } from './check.ts'
import type { HelpAnswer } from './help.ts'
import type { MethodAnswer } from './method.ts'
import type { NotCoveredAnswer } from './not-covered.ts'
import type { OrdersAnswer } from './orders.ts'
import type { PassagesAnswer } from './passages.ts'
import type { QuotesAnswer } from './quotes.ts'
import type { UnclearAnswer } from './unclear.ts'
import type { VerifyAnswer } from './verify.ts'

/** What may be answered, told apart by `kind`. */
export type Answer =
  | ArticleAnswer
  | CasualtiesAnswer
  | CheckAnswer
  | FactAnswer
  | HelpAnswer
  | MethodAnswer
  | NotCoveredAnswer
  | OrdersAnswer
  | PassagesAnswer
  | QuotesAnswer
  | UnclearAnswer
  | VerifyAnswer
