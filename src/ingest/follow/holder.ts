import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import process from 'node:process'

/** Who has taken a visit: the machine, the process, and which of its followers. */
export const holderOf = (): string => `${hostname()}:${process.pid}:${randomUUID()}`

/** Whether a process may still be at work: one of another machine is believed to be, until its lease runs out. */
export function isAlive(holder: string): boolean {
  const [host, pid] = holder.split(':')
  if (host !== hostname()) return true
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    // it is there, and somebody else's
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
