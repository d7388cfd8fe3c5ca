import type { Kysely } from 'kysely'
import type { ChannelSettings } from '../../model/standing.ts'
import type { DeskStore } from '../desk.ts'
import type { ChannelRow } from '../migrations/004-desk.ts'
import type { Tables } from '../schema.ts'

/** What a channel has set, and what it does not want to hear of for a while. */
export const channelsIn = (
  db: Kysely<Tables>,
): Pick<DeskStore, 'settings' | 'set' | 'mute' | 'unmute' | 'mutes'> => ({
  settings: (channel) => settingsOf(db, channel),
  async set(channel, patch) {
    const { zone, corrections, quiet } = { ...(await settingsOf(db, channel)), ...patch }
    const row: ChannelRow = { channel, zone, corrections: corrections ? 1 : 0, quiet }
    await db
      .insertInto('channels')
      .values(row)
      .onConflict((conflict) => conflict.column('channel').doUpdateSet(row))
      .execute()
  },
  async mute(mute) {
    await db
      .insertInto('mutes')
      .values(mute)
      .onConflict((conflict) => conflict.columns(['channel', 'what']).doUpdateSet(mute))
      .execute()
  },
  async unmute(channel, what) {
    const query = db.deleteFrom('mutes').where('channel', '=', channel).where('what', '=', what)
    await query.execute()
  },
  mutes: (channel, now) =>
    db
      .selectFrom('mutes')
      .selectAll()
      .where('channel', '=', channel)
      .where('until', '>', now.toISOString())
      .orderBy('what')
      .execute(),
})

const ANYTHING: ChannelSettings = { zone: null, corrections: true, quiet: null }

async function settingsOf(db: Kysely<Tables>, channel: string): Promise<ChannelSettings> {
  const query = db.selectFrom('channels').selectAll().where('channel', '=', channel)
  const row = await query.executeTakeFirst()
  if (row === undefined) return ANYTHING
  return { zone: row.zone, corrections: row.corrections === 1, quiet: row.quiet }
}
