import { AppError } from '../../errors.ts'

export const unreadableList = (message: string, hint: string, cause?: unknown): AppError =>
  new AppError('feed_unreadable', message, hint, { cause })
