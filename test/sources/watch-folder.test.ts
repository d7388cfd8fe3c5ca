import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isReadable } from '../../src/sources/open.ts'
import { watchFolder } from '../../src/sources/watch-folder.ts'

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-watched-'))
  const stop = new AbortController()
  onTestFinished(() => {
    stop.abort()
    rmSync(folder, { recursive: true })
  })
  return {
    folder,
    stop,
    put: (name: string, text = 'text') => writeFileSync(join(folder, name), text),
  }
}

const old = new Date(Date.now() - 60_000)

test('tells of files that are new or change, once nobody writes to them, and of no others', async () => {
  const { folder, stop, put } = aFolder()
  put('before.txt')
  mkdirSync(join(folder, 'inner'))
  const changed = await watchFolder({ folder, wanted: isReadable, signal: stop.signal })
  put('picture.png')
  put('inner/new.txt')
  utimesSync(join(folder, 'inner/new.txt'), old, old)
  expect(await changed.next()).toEqual({ done: false, value: join(folder, 'inner/new.txt') })
  put('before.txt', 'other text')
  const told = await changed.next()
  const toldAt = Date.now()
  expect(told).toEqual({ done: false, value: join(folder, 'before.txt') })
  // not before it was left alone for a while
  expect(toldAt - statSync(join(folder, 'before.txt')).mtimeMs).toBeGreaterThanOrEqual(1000)
  stop.abort()
  expect((await changed.next()).done).toBe(true)
})
