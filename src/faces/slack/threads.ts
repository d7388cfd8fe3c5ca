/**
 * Which threads Dateline was called into. A message in a thread does not tell, and asking Slack for the
 * thread's history each time would cost a call for every message of every channel. So two kinds of keys
 * are kept with those of `once`: `called` and `stopped`, counted on when a thread calls again after a
 * stop. Nothing is held in memory: the answer is the same after a restart and in every process. The store
 * forgets keys after a week, a call before its stop, so a thread lapses and never comes back by itself.
 */
export interface Threads {
  /** Follow a thread from now on. */
  call(thread: Thread): Promise<void>
  /** Leave it alone until it calls again. */
  stop(thread: Thread): Promise<void>
  follows(thread: Thread): Promise<boolean>
}

interface Thread {
  readonly channel: string
  /** The timestamp of the thread's first message. */
  readonly ts: string
}

export interface Notes {
  /** Notes a key; false where it is noted already. */
  readonly once: (key: string) => Promise<boolean>
  /** Whether a key is noted; notes nothing. */
  readonly noted: (key: string) => Promise<boolean>
}

const key = ({ channel, ts }: Thread, what: 'called' | 'stopped', turn: number): string =>
  `slack:thread:${channel}:${ts}:${what}:${turn}`

export function openThreads({ once, noted }: Notes): Threads {
  const turnOf = async (thread: Thread): Promise<number> => {
    let turn = 0
    while (await noted(key(thread, 'stopped', turn))) turn += 1
    return turn
  }
  const follows = async (thread: Thread): Promise<boolean> =>
    noted(key(thread, 'called', await turnOf(thread)))
  return {
    follows,
    async call(thread) {
      await once(key(thread, 'called', await turnOf(thread)))
    },
    async stop(thread) {
      if (await follows(thread)) await once(key(thread, 'stopped', await turnOf(thread)))
    },
  }
}

/** What somebody says to be left alone. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  'stop',
  'please stop',
  'stop please',
  'stop it',
  'stop now',
  'quiet',
  'be quiet',
])

/** Whether a message asks for silence and for nothing else. */
export const asksToStop = (words: string): boolean =>
  STOP_WORDS.has(
    words
      .toLowerCase()
      .replace(/[^a-z\s]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
