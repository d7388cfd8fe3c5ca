import type { Archive } from '../answer/archive.ts'
import type { Lexicon } from '../names/lexicon.ts'
import type { Store } from '../store/store.ts'
import type { DeskLog } from './log.ts'
import type { Poster } from './poster.ts'

/** What the desk works with. */
export interface DeskParts {
  readonly store: Store
  readonly lexicon: Lexicon
  /** All that is kept, as it stands now. */
  readonly archive: () => Promise<Archive>
  readonly poster: Poster
  readonly now: () => Date
  readonly log: DeskLog
  /** This process, by a name that no other has. */
  readonly holder: string
}
