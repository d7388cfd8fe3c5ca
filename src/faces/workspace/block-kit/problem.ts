/** The error that Slack answers, `{ ok: false, error: code }`. */
export type ProblemCode =
  | 'invalid_blocks'
  | 'invalid_blocks_format'
  | 'invalid_attachments'
  | 'invalid_arguments'
  | 'too_many_attachments'
  | 'no_text'
  | 'msg_too_long'
  | 'msg_blocks_too_long'
  | 'only_one_table_allowed'
  | 'markdown_text_conflict'
  | 'view_too_large'

export interface Problem {
  readonly code: ProblemCode
  /** In Slack's words, `must be less than 3001 characters`. */
  readonly message: string
  /** JSON pointer to the place, `/blocks/0/text/text`. */
  readonly pointer: string
}

/** A problem as a line of `response_metadata.messages`. */
export const problemLine = ({ message, pointer }: Problem): string =>
  `[ERROR] ${message} [json-pointer:${pointer}]`
