import type { Clock } from '../../clock.ts'

/** Waits so long, or until it is called off. */
export function wait(clock: Clock, ms: number, calledOff: AbortSignal): Promise<void> {
  if (ms <= 0 || calledOff.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const end = (): void => {
      cancel()
      calledOff.removeEventListener('abort', end)
      resolve()
    }
    const cancel = clock.after(ms, end)
    calledOff.addEventListener('abort', end)
  })
}
