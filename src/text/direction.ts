const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u

/** Whether a text has letters that are read from the right: what stands beside them in a line is drawn among them. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/** Behind such letters, the line goes on to the right. Not seen itself, and without a width. */
export const LEFT_TO_RIGHT_MARK = '\u200e'

/** A text after which a line goes on as it began, whatever letters it has. */
export const thenLeftToRight = (text: string): string =>
  hasRightToLeft(text) ? `${text}${LEFT_TO_RIGHT_MARK}` : text
