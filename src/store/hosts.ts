import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** A turn at a host, in one process's hands until it leaves, or its time is over. */
interface HostTurn {
  /** Gives the host free from a moment on; without effect where others have taken it over meanwhile. */
  leave(next: Date): Promise<void>
}

interface Wanted {
  readonly at: Date
  /** So long the host is this process's, if nothing more is heard of it. */
  readonly until: Date
  /** Tells processes apart; one has one turn at a host at a time. */
  readonly holder: string
}

/** Whose turn it is to ask a host, among all processes on one store: one at a time, and a pause between two. */
export interface HostTurns {
  /** Takes the host, or says from when on it may be had; that may be sooner, where who has it leaves. */
  take(host: string, wanted: Wanted): Promise<HostTurn | Date>
  /** Gives free what dead processes hold; `isAlive` knows those it can know. */
  releaseDead(isAlive: (holder: string) => boolean, at: Date): Promise<void>
}

/** The turns of a database that has the tables already. */
export const createHostTurns = (db: Kysely<Tables>): HostTurns => ({
  take: (host, wanted) => take(db, host, wanted),
  releaseDead: (isAlive, at) => releaseDead(db, isAlive, at),
})

/** One statement takes a host, so that of two processes that see it free one alone has it. */
async function take(
  db: Kysely<Tables>,
  host: string,
  { at, until, holder }: Wanted,
): Promise<HostTurn | Date> {
  const lease = until.toISOString()
  const taken = await db
    .insertInto('hosts')
    .values({ host, next: lease, holder })
    .onConflict((conflict) =>
      conflict
        .column('host')
        .doUpdateSet((update) => ({
          next: update.ref('excluded.next'),
          holder: update.ref('excluded.holder'),
        }))
        .where('hosts.next', '<=', at.toISOString()),
    )
    .returning('holder')
    .executeTakeFirst()
  if (taken === undefined) {
    const row = await db
      .selectFrom('hosts')
      .select('next')
      .where('host', '=', host)
      .executeTakeFirst()
    return row === undefined ? at : new Date(row.next)
  }
  return {
    leave: async (next) => {
      await db
        .updateTable('hosts')
        .set({ next: next.toISOString(), holder: null })
        .where('host', '=', host)
        .where('holder', '=', holder)
        // another turn of the same process ends at another moment
        .where('next', '=', lease)
        .execute()
    },
  }
}

async function releaseDead(
  db: Kysely<Tables>,
  isAlive: (holder: string) => boolean,
  at: Date,
): Promise<void> {
  const held = db.selectFrom('hosts').select('holder').distinct().where('holder', 'is not', null)
  const holders = (await held.execute()).flatMap(({ holder }) => holder ?? [])
  const dead = holders.filter((holder) => !isAlive(holder))
  if (dead.length === 0) return
  const free = { next: at.toISOString(), holder: null }
  await db.updateTable('hosts').set(free).where('holder', 'in', dead).execute()
}
