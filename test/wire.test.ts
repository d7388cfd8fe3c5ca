import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { openSource } from '../src/sources/open.ts'
import { openDesk, openKept } from '../src/wire.ts'
import type { Desk } from '../src/wire.ts'

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'dateline-wire-'))

const closing = (desk: Desk): Desk => {
  onTestFinished(() => desk.close())
  return desk
}

async function kindOf(desk: Desk, text: string): Promise<string> {
  const { answer } = await desk.answerer.answer({ text, today: '2016-05-03' })
  return answer.kind
}

async function articleOf(folder: string, id: string, text: string) {
  const file = path.join(folder, `${id}.txt`)
  writeFileSync(file, text)
  return openSource(file)
}

test('an empty store takes in the articles that come with Dateline, and says so once', async () => {
  const dataDir = newFolder()
  const told: string[] = []
  for (const _ of ['first', 'second']) {
    const desk = await openDesk({ dataDir }, (line) => told.push(line))
    expect((await desk.store.coverage()).articles).toBe(5)
    await desk.close()
  }
  expect(told).toEqual([expect.stringContaining('5 articles')])
})

test('a store that somebody has begun to fill never takes in the articles that come with Dateline', async () => {
  const dataDir = newFolder()
  const killed = await openKept({ dataDir })
  await killed.store.begin()
  await killed.close()
  const told: string[] = []
  const desk = closing(await openDesk({ dataDir }, (line) => told.push(line)))
  expect((await desk.store.coverage()).articles).toBe(0)
  expect(told).toEqual([expect.stringMatching(/^Nothing is kept.*npm run ingest/u)])
  const own = await articleOf(dataDir, 'a', 'Markets reopen\n\nThe bakery in Qudsaya sold bread.')
  expect(await desk.take({ sources: [own] })).toMatchObject({ kept: 1 })
  expect(await kindOf(desk, 'search bakery')).toBe('passages')
})

test('what was taken into an empty store is not read again by the rules that it was read by', async () => {
  const desk = closing(await openDesk({ dataDir: newFolder() }, () => {}))
  expect(await desk.readAgainIfChanged({})).toBeNull()
  await desk.store.noteRules('of the version before')
  expect(await desk.readAgainIfChanged({})).toMatchObject({ read: 5, changed: 0 })
})

test('what one process takes in, another that is answering finds', async () => {
  const dataDir = newFolder()
  const answering = closing(await openKept({ dataDir }))
  const reading = closing(await openKept({ dataDir }))
  const first = await articleOf(
    dataDir,
    'a',
    'Markets reopen\n\nThe bakery in Qudsaya sold bread again.',
  )
  await reading.take({ sources: [first] })
  expect(await kindOf(answering, 'search bakery')).toBe('passages')
  const second = await articleOf(
    dataDir,
    'b',
    'Schools reopen\n\nThe gymnasium in Qudsaya took pupils.',
  )
  await reading.take({ sources: [second] })
  expect(await kindOf(answering, 'search gymnasium')).toBe('passages')
  const changed = await articleOf(dataDir, 'a', 'Markets close\n\nThe pharmacy in Qudsaya shut.')
  await reading.take({ sources: [changed] })
  const answers = await Promise.all([
    kindOf(answering, 'search pharmacy'),
    kindOf(answering, 'search bakery'),
  ])
  expect(answers).toEqual(['passages', 'not-covered'])
})

test('what is kept is found after it was closed and opened again, with the snapshot or without', async () => {
  const dataDir = newFolder()
  const desk = await openKept({ dataDir })
  const source = await articleOf(
    dataDir,
    'a',
    'Markets reopen\n\nThe bakery in Qudsaya sold bread again.',
  )
  await desk.take({ sources: [source] })
  await desk.close()
  const again = await openKept({ dataDir })
  expect(await kindOf(again, 'search bakery')).toBe('passages')
  await again.close()
  writeFileSync(path.join(dataDir, 'search.json'), 'of another version')
  const anew = closing(await openKept({ dataDir }))
  expect(await kindOf(anew, 'search bakery')).toBe('passages')
})
