import { expect, test } from 'vitest'
import { extract } from '../../../src/extract/extract.ts'
import { buildLexicon } from '../../../src/names/build-lexicon.ts'
import { readNames } from '../../../src/sources/names-tables.ts'
import { aNewsroom, articlePage } from '../../support/newsroom.ts'
import { say } from '../../support/site.ts'

// After an update Dateline may cut pages otherwise than it did. What that brings about is no doing of the outlet's.

const lexicon = buildLexicon(await readNames('data/names'))

const TEASER =
  'At least 30 people were killed when shells hit a bakery in Homs on Friday, the Syrian Observatory for Human Rights said.'

/** A page with another story's teaser beside its own. */
const page = (toll: number): string =>
  articlePage({
    headline: 'Strike on Douma market',
    body: [
      `At least ${toll} people were killed when government jets struck a market in Douma on Sunday, the Syrian Observatory for Human Rights said.`,
      'The market was full. “We buried them before noon,” said Abu Ahmad, a baker who lost two of his neighbours in the attack.',
    ],
    published: '2016-05-01T08:00:00Z',
  }).replace('</body>', `<aside class="related"><p>${TEASER}</p></aside></body>`)

/** Kept by an older Dateline, which took the teaser for the story's last paragraph and left the quote out. */
async function keptBefore() {
  const room = await aNewsroom()
  room.site.put('/douma', say.page(page(12)))
  const visited = await room.follower.add(room.site.url('/douma'))
  if (visited.kind !== 'kept') throw new Error(`It was not kept: ${visited.kind}.`)
  const { id } = visited.article
  await room.store.withdraw(id, { at: room.clock.now(), reason: 'to be kept otherwise' })
  const [headline, toll] = visited.article.paragraphs
  if (headline === undefined || toll === undefined) throw new Error('It has too few paragraphs.')
  const former = {
    ...visited.article,
    paragraphs: [headline, toll, { number: 2, kind: 'body' as const, text: TEASER }],
  }
  await room.store.keep(former, extract(former, lexicon), { at: room.clock.now(), cut: 'older' })
  const { number } = await room.store.since(0)
  return { ...room, id, number, version: (await room.store.versions(id)).length }
}

test('what a rule leaves out or takes in after an update is no correction and no version', async () => {
  const { site, store, follower, id, number, version } = await keptBefore()
  const visited = await follower.add(site.url('/douma'))
  expect(visited).toMatchObject({ kind: 'changed', claims: 1, quotes: 1, changes: [] })
  expect(await store.changes({ since: number })).toEqual([])
  expect(await store.versions(id)).toHaveLength(version)
  expect((await store.article(id))?.paragraphs.map(({ text }) => text)).not.toContain(TEASER)
})

test('a toll that the outlet corrects meanwhile is a correction all the same, and nothing else is', async () => {
  const { site, store, follower, id, number, version } = await keptBefore()
  site.put('/douma', say.page(page(19)))
  await follower.add(site.url('/douma'))
  const changes = await store.changes({ since: number })
  expect(changes.map(({ kind, before, after }) => [kind, before?.exact, after?.exact])).toEqual([
    ['figure-revised', 'At least 12 people', 'At least 19 people'],
  ])
  expect(await store.versions(id)).toHaveLength(version + 1)
})

test('once a page was read by the rules of today, all that changes on it is told', async () => {
  const { site, store, follower, number } = await keptBefore()
  await follower.add(site.url('/douma'))
  site.put('/douma', say.page(page(12).replace('</article>', `<p>${TEASER}</p></article>`)))
  await follower.add(site.url('/douma'))
  const changes = await store.changes({ since: number })
  expect(changes.map(({ kind }) => kind)).toEqual(['figure-added'])
})
