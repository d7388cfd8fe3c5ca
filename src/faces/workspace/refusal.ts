import type { Payload } from './payload.ts'

/** What Slack refuses, by its error code; the rest goes beside it into the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly details: Payload

  constructor(code: string, details: Payload = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** With the sentences that Slack puts beside a code. */
export const refusal = (code: string, messages: readonly string[]): Refusal =>
  new Refusal(code, { response_metadata: { messages: messages.map((each) => `[ERROR] ${each}`) } })
