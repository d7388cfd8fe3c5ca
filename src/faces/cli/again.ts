import type { ReadAgain } from '../../ingest/read-again.ts'

export const AGAIN = 'Finding figures and quotes anew in what is kept …'

/** What came of reading the kept articles once more. */
export const toldAgain = ({ read, changed, stopped }: ReadAgain): string =>
  `${stopped ? 'Stopped: ' : ''}${read} kept ${read === 1 ? 'article' : 'articles'} read again by the rules as they are now, other findings in ${changed}.`
