import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HostTurns } from '../../src/store/hosts.ts'
import type { Store } from '../../src/store/store.ts'

const NINE = new Date('2016-05-01T09:00:00.000Z')
const SECOND = 1000
const after = (seconds: number): Date => new Date(NINE.getTime() + seconds * SECOND)

/** What the turns of every store do; `open` opens a store that is empty. */
export function hostTurnsContract(driver: string, open: () => Promise<Store>): void {
  describe(`turns at hosts: ${driver}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const take = (at: Date, host = 'a.example', holder = 'one') =>
      store.hosts.take(host, { at, until: new Date(at.getTime() + 60 * SECOND), holder })
    const taken = async (at: Date, host?: string) => {
      const turn: Awaited<ReturnType<HostTurns['take']>> = await take(at, host)
      if (turn instanceof Date) throw new Error(`It may be had at ${turn.toISOString()}.`)
      return turn
    }

    test('a host is one asker’s at a time, others are told until when', async () => {
      await taken(NINE)
      expect(await take(after(1))).toEqual(after(60))
      await taken(after(1), 'b.example')
    })

    test('who leaves says when it may be asked next', async () => {
      const turn = await taken(NINE)
      await turn.leave(after(5))
      expect(await take(after(4))).toEqual(after(5))
      await taken(after(5))
    })

    test('of many at once one alone has it', async () => {
      const all = await Promise.all(Array.from({ length: 8 }, () => take(NINE)))
      expect(all.filter((one) => !(one instanceof Date))).toHaveLength(1)
    })

    test('what the dead hold is free at once, what the living hold is not', async () => {
      await take(NINE, 'a.example', 'dead')
      await take(NINE, 'b.example', 'alive')
      await store.hosts.releaseDead((holder) => holder === 'alive', after(1))
      await taken(after(1), 'a.example')
      expect(await take(after(1), 'b.example')).toEqual(after(60))
    })

    test('who is heard of no more loses it, and has nothing to say any longer', async () => {
      const dead = await taken(NINE)
      await taken(after(60))
      await dead.leave(after(61))
      expect(await take(after(62))).toEqual(after(120))
    })
  })
}
