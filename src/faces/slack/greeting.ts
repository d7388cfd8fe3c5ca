import type { webApi } from '@slack/bolt'
import { plain } from '../../answer/report.ts'
import type { Report } from '../../answer/report.ts'
import { drawReport } from './blocks/report.ts'
import type { Listening } from './listening.ts'
import { post } from './posting.ts'
import { toMessage } from './reply.ts'

const QUESTIONS = 3
const WELCOME =
  'I answer from the newsroom’s own coverage: figures, quotes and passages, each word for word in an article and cited. Three questions that it answers:'

/** Where somebody has opened their conversation with Dateline. */
interface Opened {
  readonly client: webApi.WebClient
  readonly user: string
  readonly channel: string
}

/** Whoever opens an empty conversation with Dateline is greeted, once, with questions to press. */
export async function greet(listening: Listening, opened: Opened): Promise<void> {
  const { answerer, dayOf, once } = listening
  const { channel, client, user } = opened
  const { messages } = await client.conversations.history({ channel, limit: 1 })
  if ((messages ?? []).length > 0) return
  if (!(await once(`slack:greeted:${channel}`))) return
  const today = await dayOf(client, user)
  const { report } = await answerer.answer({ text: 'help', today })
  const [page] = drawReport({ report: greeting(report), ask: 'help', today, surface: 'public' })
  if (page !== undefined) await post(client, { channel, thread: null }, toMessage(page))
}

const greeting = (help: Report): Report => ({
  title: 'Welcome to Dateline',
  lead: { level: 0, runs: [plain(WELCOME)], citations: [] },
  understood: [],
  sections: [],
  offers: help.offers.slice(0, QUESTIONS),
})
