/** Every way in which a run can end that is somebody's to mend; all else is a bug and keeps its stack. */
const ERROR_CODES = [
  'config_invalid',
  'node_too_old',
  'source_missing',
  'source_unreadable',
  'article_empty',
  'address_forbidden',
  'robots_forbidden',
  'answer_unusable',
  'feed_unreadable',
  'names_invalid',
  'store_unwritable',
  'store_locked',
  'store_damaged',
  'store_newer',
  'store_away',
  'store_refused',
  'slack_refused',
  'input_invalid',
  'gold_missing',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** An expected failure: `message` says what was wrong, `hint` what to do next. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly hint: string

  constructor(code: ErrorCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.hint = hint
  }
}
