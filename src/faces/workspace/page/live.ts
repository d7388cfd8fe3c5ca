import type { Actions, Change, Person } from '../page-api.ts'

/** Whether an action was taken, and if not, why, in words for people. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: string }

export type Ask = <Name extends keyof Actions>(
  name: Name,
  payload: Actions[Name],
) => Promise<Outcome>

const AWAY = 'The workspace cannot be reached. Is it still running?'

/** Asks the server to do something as `person`. Never rejects. */
export function askAs(person: string): Ask {
  const post: Ask = async (name, payload) => {
    try {
      const response = await fetch(`/page/${name}?person=${encodeURIComponent(person)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(payload),
      })
      const outcome: Partial<{ ok: boolean; error: string }> = await response.json()
      return outcome.ok === true
        ? { ok: true }
        : { ok: false, error: outcome.error ?? 'The workspace did not say why.' }
    } catch {
      return { ok: false, error: AWAY }
    }
  }
  let said: Promise<unknown> = Promise.resolve()
  return (name, payload) => {
    if (name !== 'send') return post(name, payload)
    // Of two requests at once the second may arrive first: what is said keeps its order.
    const sent = said.then(() => post(name, payload))
    said = sent
    return sent
  }
}

interface Listening {
  readonly person: string
  readonly onChange: (change: Change) => void
  readonly onConnection: (connected: boolean) => void
}

/** Hears what changes, and connects anew by itself; returns what ends it. */
export function listen({ onChange, onConnection, person }: Listening): () => void {
  const source = new EventSource(`/page/live?person=${encodeURIComponent(person)}`)
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const change: Change = JSON.parse(data)
    onChange(change)
  })
  source.addEventListener('open', () => onConnection(true))
  source.addEventListener('error', () => onConnection(false))
  return () => source.close()
}

export async function peopleToBe(): Promise<readonly Person[]> {
  const response = await fetch('/page/people')
  return response.json()
}
