import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewSending, ShownFinding, StandingOrder } from '../../src/model/standing.ts'
import type { DeskStore, Telling } from '../../src/store/desk.ts'
import type { Store } from '../../src/store/store.ts'

const MORNING = new Date('2016-05-03T07:00:00.000Z')
const minutes = (count: number): Date => new Date(MORNING.getTime() + count * 60_000)

const anOrder = (over: Partial<StandingOrder> = {}): StandingOrder => ({
  id: 'digest:C1',
  kind: 'digest',
  channel: 'C1',
  person: 'U1',
  spec: '{}',
  state: 'on',
  because: null,
  pausedUntil: null,
  number: 4,
  toldUntil: '2016-05-02T07:00:00.000Z',
  madeAt: '2016-05-01T12:00:00.000Z',
  ...over,
})

const aSending = (over: Partial<NewSending> = {}): NewSending => ({
  key: 'digest:C1:2016-05-03',
  order: 'digest:C1',
  channel: 'C1',
  thread: null,
  after: null,
  person: 'U1',
  body: '{"report":1}',
  dueAt: MORNING.toISOString(),
  ...over,
})

const aFinding = (over: Partial<ShownFinding> = {}): ShownFinding => ({
  kind: 'figure',
  article: 'homs',
  version: 1,
  paragraph: 1,
  sentence: 'At least 12 people were killed.',
  exact: 'At least 12 people',
  who: null,
  ...over,
})

const telling = (over: Partial<Telling> = {}): Telling => ({
  orders: [
    {
      id: 'digest:C1',
      from: { number: 4, toldUntil: '2016-05-02T07:00:00.000Z' },
      to: { number: 9, toldUntil: MORNING.toISOString() },
      stories: ['story-1'],
    },
  ],
  sendings: [aSending()],
  at: MORNING,
  ...over,
})

const from = (number: number, key: string): Telling => ({
  cursor: { name: 'corrections', from: number, to: number + 5 },
  sendings: [aSending({ key, order: null })],
  at: MORNING,
})

const PLACE = { channel: 'C1', thread: '1.0', person: null }

/** What every Store keeps for the desk; `open` opens one that is empty. */
export function deskContract(name: string, open: () => Promise<Store>): void {
  describe(`the desk's part of a store: ${name}`, () => {
    let store: Store
    let desk: DeskStore
    beforeEach(async () => {
      store = await open()
      desk = store.desk
    })
    afterEach(() => store.close())

    describe('orders', () => {
      test('come back as they were placed, oldest first, one for an id', async () => {
        const alert = anOrder({ id: 'a1', kind: 'alert', madeAt: '2016-05-01T11:00:00.000Z' })
        await desk.place(anOrder({ spec: '{"time":"07:00"}' }))
        await desk.place(alert)
        await desk.place(anOrder())
        expect(await desk.orders()).toEqual([alert, anOrder()])
        expect(await desk.order('a1')).toEqual(alert)
        expect(await desk.order('none')).toBeNull()
      })

      test('are changed in part, and removed with what they told', async () => {
        await desk.place(anOrder())
        await desk.tell(telling())
        await desk.change('digest:C1', { state: 'stopped', because: 'the channel is archived' })
        await desk.change('digest:C1', { pausedUntil: '2016-06-01T00:00:00.000Z' })
        expect(await desk.order('digest:C1')).toEqual(
          anOrder({
            state: 'stopped',
            because: 'the channel is archived',
            pausedUntil: '2016-06-01T00:00:00.000Z',
            number: 9,
            toldUntil: MORNING.toISOString(),
          }),
        )
        await desk.remove('digest:C1')
        expect(await desk.orders()).toEqual([])
        expect(await desk.told('digest:C1', new Date(0))).toEqual(new Set())
        expect(await desk.take('p', minutes(1), minutes(2))).toBeNull()
      })
    })

    test('settings of a channel are changed one by one', async () => {
      expect(await desk.settings('C1')).toEqual({ zone: null, corrections: true, quiet: null })
      await desk.set('C1', { zone: 'Europe/London' })
      await desk.set('C1', { corrections: false })
      await desk.set('C1', { quiet: '22:00-07:00' })
      const settings = { zone: 'Europe/London', corrections: false, quiet: '22:00-07:00' }
      expect(await desk.settings('C1')).toEqual(settings)
    })

    test('mutes hold until their moment', async () => {
      const mute = { channel: 'C1', what: 'place:Aleppo', until: minutes(60).toISOString() }
      await desk.mute({ ...mute, until: minutes(1).toISOString() })
      await desk.mute(mute)
      expect(await desk.mutes('C1', minutes(59))).toEqual([mute])
      expect(await desk.mutes('C1', minutes(60))).toEqual([])
      expect(await desk.mutes('C2', minutes(1))).toEqual([])
      await desk.unmute('C1', 'place:Aleppo')
      expect(await desk.mutes('C1', minutes(1))).toEqual([])
    })

    describe('telling', () => {
      beforeEach(() => desk.place(anOrder()))

      test('moves the order on, notes its stories and queues its messages', async () => {
        expect(await desk.tell(telling())).toBe(true)
        expect(await desk.order('digest:C1')).toMatchObject({ number: 9 })
        expect(await desk.told('digest:C1', MORNING)).toEqual(new Set(['story-1']))
        expect(await desk.told('digest:C1', minutes(1))).toEqual(new Set())
        expect(await desk.waiting('digest:C1')).toMatchObject([aSending()])
      })

      test('is done by the first alone, however many come at the same time', async () => {
        const all = await Promise.all(
          ['a', 'b', 'c'].map((each) =>
            desk.tell(telling({ sendings: [aSending({ key: `by ${each}` })] })),
          ),
        )
        expect(all.filter(Boolean)).toHaveLength(1)
        expect(await desk.waiting('digest:C1')).toHaveLength(1)
      })

      test('of an order that is off notes nothing', async () => {
        await desk.change('digest:C1', { state: 'off' })
        expect(await desk.tell(telling())).toBe(false)
        expect(await desk.waiting('digest:C1')).toEqual([])
        expect(await desk.told('digest:C1', new Date(0))).toEqual(new Set())
      })

      test('of several orders moves all of them on, or none', async () => {
        await desk.place(anOrder({ id: 'other', state: 'off' }))
        const [move] = telling().orders ?? []
        const orders = move === undefined ? [] : [move, { ...move, id: 'other' }]
        expect(await desk.tell(telling({ orders }))).toBe(false)
        expect(await desk.order('digest:C1')).toEqual(anOrder())
        await desk.change('other', { state: 'on' })
        expect(await desk.tell(telling({ orders }))).toBe(true)
        expect(await desk.told('other', MORNING)).toEqual(new Set(['story-1']))
      })

      test('by a cursor goes on from where it stands', async () => {
        expect(await desk.cursor('corrections')).toBeNull()
        expect(await desk.tell(from(0, 'one'))).toBe(true)
        expect(await desk.tell(from(0, 'other'))).toBe(false)
        expect(await desk.tell(from(5, 'two'))).toBe(true)
        expect(await desk.cursor('corrections')).toBe(10)
        expect(await desk.sending('other')).toBeNull()
        expect(await desk.sending('two')).toMatchObject({ state: 'waiting', tries: 0 })
      })

      test('a key is queued once', async () => {
        const once = { sendings: [aSending({ order: null })], at: MORNING }
        expect(await desk.tell(once)).toBe(true)
        expect(await desk.tell(once)).toBe(false)
      })
    })

    describe('sending', () => {
      test('is held by one process, and goes to another when its time has run out', async () => {
        await desk.tell({ sendings: [aSending()], at: MORNING })
        expect(await desk.take('a', minutes(-1), minutes(1))).toBeNull()
        const first = await desk.take('a', minutes(0), minutes(1))
        expect(first).toMatchObject({
          begun: false,
          sending: { state: 'sending', tries: 1, firstAt: MORNING.toISOString() },
        })
        expect(await desk.take('b', minutes(0), minutes(1))).toBeNull()
        expect(await desk.take('b', minutes(1), minutes(2))).toMatchObject({
          begun: true,
          sending: { tries: 2, firstAt: MORNING.toISOString() },
        })
        const sent = { kind: 'sent', channel: 'C1', ts: '5.0' } as const
        expect(await desk.settle(aSending().key, 'a', sent)).toBe(false)
        expect(await desk.settle(aSending().key, 'b', sent)).toBe(true)
        expect(await desk.sending(aSending().key)).toMatchObject({
          state: 'sent',
          stands: { channel: 'C1', ts: '5.0' },
        })
        expect(await desk.take('c', minutes(60), minutes(61))).toBeNull()
      })

      test('of many at the same time takes each once', async () => {
        await desk.tell({
          sendings: Array.from({ length: 9 }, (_, at) => aSending({ key: `k${at}` })),
          at: MORNING,
        })
        const taken = await Promise.all(
          Array.from({ length: 12 }, (_, at) => desk.take(`p${at}`, minutes(0), minutes(1))),
        )
        const keys = taken.flatMap((one) => one?.sending.key ?? [])
        expect(keys.toSorted()).toEqual(Array.from({ length: 9 }, (_, at) => `k${at}`))
      })

      test('that failed for now is tried again as if never begun, or looked for first', async () => {
        await desk.tell({ sendings: [aSending()], at: MORNING })
        const { key } = aSending()
        await desk.take('a', minutes(0), minutes(1))
        await desk.settle(key, 'a', { kind: 'again', dueAt: minutes(5), problem: 'ratelimited' })
        expect(await desk.take('b', minutes(4), minutes(5))).toBeNull()
        expect(await desk.take('b', minutes(5), minutes(6))).toMatchObject({ begun: false })
        await desk.settle(key, 'b', { kind: 'unsure', dueAt: minutes(7), problem: 'timeout' })
        expect(await desk.take('c', minutes(6), minutes(8))).toBeNull()
        expect(await desk.take('c', minutes(7), minutes(8))).toMatchObject({
          begun: true,
          sending: { problem: 'timeout', tries: 3 },
        })
        await desk.settle(key, 'c', { kind: 'failed', problem: 'an hour has passed' })
        expect(await desk.take('d', minutes(99), minutes(100))).toBeNull()
        expect(await desk.sending(key)).toMatchObject({ problem: 'an hour has passed' })
      })

      test('in the thread of a message waits until that stands, and fails with it', async () => {
        await desk.tell({
          sendings: [
            aSending(),
            aSending({ key: 'a-rest', after: aSending().key }),
            aSending({ key: 'gone' }),
            aSending({ key: 'gone-rest', after: 'gone' }),
          ],
          at: MORNING,
        })
        await desk.take('a', minutes(0), minutes(9))
        await desk.take('a', minutes(0), minutes(9))
        expect(await desk.take('a', minutes(0), minutes(9))).toBeNull()
        await desk.settle(aSending().key, 'a', { kind: 'sent', channel: 'C1', ts: '7.0' })
        await desk.settle('gone', 'a', { kind: 'failed', problem: 'x' })
        expect(await desk.take('a', minutes(0), minutes(9))).toMatchObject({
          sending: { key: 'a-rest', thread: '7.0' },
        })
        expect(await desk.take('a', minutes(0), minutes(9))).toBeNull()
        expect(await desk.sending('gone-rest')).toMatchObject({ state: 'failed' })
      })

      test('of an order that is dropped is given up, but for what is under way', async () => {
        await desk.tell({
          sendings: [aSending({ key: 'one' }), aSending({ key: 'two' })],
          at: MORNING,
        })
        await desk.take('a', minutes(0), minutes(1))
        await desk.drop('digest:C1', 'the channel is archived')
        expect((await desk.waiting('digest:C1')).map(({ key }) => key)).toEqual(['one'])
        expect(await desk.sending('two')).toMatchObject({ problem: 'the channel is archived' })
      })
    })

    describe('what was shown', () => {
      test('is noted once for a place, and found by its article', async () => {
        await desk.remember(PLACE, [aFinding(), aFinding({ article: 'idlib' })], minutes(0))
        await desk.remember(PLACE, [aFinding()], minutes(3))
        await desk.remember({ ...PLACE, person: 'U1', thread: null }, [aFinding()], minutes(4))
        const shown = await desk.shown(['homs'], minutes(1))
        expect(shown).toMatchObject([
          { ...aFinding(), ...PLACE, corrected: 0 },
          { ...aFinding(), channel: 'C1', thread: null, person: 'U1' },
        ])
        expect(await desk.shown([], minutes(0))).toEqual([])
        expect(await desk.shown(['homs'], minutes(4))).toHaveLength(1)
        expect(await desk.shownSince(minutes(0))).toHaveLength(3)
      })

      test('is noted as corrected together with the correction', async () => {
        await desk.remember(PLACE, [aFinding()], minutes(0))
        const [shown] = await desk.shown(['homs'], minutes(0))
        const corrected = { ids: [shown?.id ?? ''], number: 12 }
        await desk.tell({ sendings: [aSending({ order: null })], corrected, at: MORNING })
        expect(await desk.shown(['homs'], minutes(0))).toMatchObject([{ corrected: 12 }])
      })

      test('is forgotten with what was sent, in time', async () => {
        await desk.remember(PLACE, [aFinding()], minutes(0))
        await desk.tell({ sendings: [aSending({ order: null })], at: MORNING })
        await desk.take('a', minutes(0), minutes(1))
        await desk.settle(aSending().key, 'a', { kind: 'sent', channel: 'C1', ts: '1.0' })
        await desk.forget(minutes(1))
        expect(await desk.shownSince(new Date(0))).toEqual([])
        expect(await desk.sending(aSending().key)).toBeNull()
      })
    })
  })
}
