import { LIMITS } from './limits.ts'
import type { Limit } from './limits.ts'
import { flag, object, text, typed } from './shape.ts'
import type { ObjectShape, Shape } from './shape.ts'

/** Text objects, and what is made of them. */

const plainObject = (limit: Limit): ObjectShape => object({ text: text(limit) }, { emoji: flag })
const mrkdwnObject = (limit: Limit): ObjectShape =>
  object({ text: text(limit) }, { verbatim: flag })

export const plainText = (limit: Limit): Shape => typed({ plain_text: plainObject(limit) })

export const anyText = (limit: Limit): Shape =>
  typed({ plain_text: plainObject(limit), mrkdwn: mrkdwnObject(limit) })

/** The texts that stand as elements of a context block. */
export const TEXT_ELEMENTS = {
  plain_text: plainObject(LIMITS.text),
  mrkdwn: mrkdwnObject(LIMITS.text),
} as const
