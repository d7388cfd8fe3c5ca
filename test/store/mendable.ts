import { expect } from 'vitest'

/** An AppError with what to do. */
export const mendable = (expected: string, message: RegExp) =>
  expect.objectContaining({
    name: 'AppError',
    code: expected,
    message: expect.stringMatching(message),
    hint: expect.stringMatching(/\w{3}/),
  })
