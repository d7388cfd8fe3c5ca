import { assistantMethods } from './assistant.ts'
import { authMethods } from './auth.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import type { Methods } from './method.ts'
import { reactionMethods } from './reactions.ts'
import { scheduledMethods } from './scheduled.ts'
import { streamMethods } from './streams.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

/** All that the workspace answers; anything else is `unknown_method`, as in Slack. */
export const openMethods = (ticket: ((debug: boolean) => string) | null): Methods => ({
  ...authMethods(ticket),
  ...chatMethods,
  ...scheduledMethods(),
  ...streamMethods,
  ...viewMethods,
  ...conversationMethods,
  ...userMethods,
  ...reactionMethods,
  ...fileMethods(),
  ...assistantMethods,
})
