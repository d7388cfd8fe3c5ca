import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { isReadBefore, readAgain } from '../../src/ingest/read-again.ts'
import { openSource } from '../../src/sources/open.ts'
import { rulesPrint } from '../../src/sources/rules-print.ts'
import { openParts } from './open-parts.ts'

const NO_FINDINGS = { claims: [], quotes: [] }
let parts: Awaited<ReturnType<typeof openParts>>

beforeEach(async () => {
  parts = await openParts()
  await ingest({ ...parts, sources: [await openSource('data/articles')] })
})
afterEach(() => parts.store.close())

/** As an older Dateline left them, which found nothing. */
async function forget(): Promise<void> {
  for (const article of await parts.store.articles())
    await parts.store.keep(article, NO_FINDINGS, { at: parts.clock() })
}

test('finds anew what older rules left out, and makes neither a version nor a change of it', async () => {
  const claims = await parts.store.claims()
  const quotes = await parts.store.quotes()
  await forget()
  expect(await parts.store.claims()).toEqual([])

  const done = await readAgain({ ...parts, rules: 'new' })

  expect(done).toEqual({ read: 5, changed: 5, stopped: false })
  expect(await parts.store.claims()).toEqual(claims)
  expect(await parts.store.quotes()).toEqual(quotes)
  expect(await parts.store.changes()).toEqual([])
  const [article] = await parts.store.articles()
  expect(await parts.store.versions(article?.id ?? '')).toHaveLength(1)
})

test('writes nothing where the same is found, and is due once for every change of the rules', async () => {
  const number = await parts.store.number()
  expect(await isReadBefore({ store: parts.store, rules: 'new' })).toBe(true)
  expect(await readAgain({ ...parts, rules: 'new' })).toEqual({
    read: 5,
    changed: 0,
    stopped: false,
  })
  expect(await parts.store.number()).toBe(number)
  expect(await isReadBefore({ store: parts.store, rules: 'new' })).toBe(false)
  expect(await isReadBefore({ store: parts.store, rules: 'newer' })).toBe(true)
})

test('a run that is stopped is due again', async () => {
  await forget()
  const stop = new AbortController()
  const done = await readAgain({
    ...parts,
    rules: 'new',
    signal: stop.signal,
    onArticle: ({ done: count }) => {
      if (count === 2) stop.abort()
    },
  })
  expect(done).toEqual({ read: 2, changed: 2, stopped: true })
  expect(await isReadBefore({ store: parts.store, rules: 'new' })).toBe(true)
  expect(await readAgain({ ...parts, rules: 'new' })).toMatchObject({ changed: 3, stopped: false })
})

test('the print of the rules is another where a rule or a name is', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rules-'))
  try {
    await writeFile(path.join(folder, 'rule.ts'), 'a')
    const before = await rulesPrint([folder])
    await writeFile(path.join(folder, 'README.md'), 'not a rule')
    expect(await rulesPrint([folder])).toBe(before)
    await writeFile(path.join(folder, 'rule.ts'), 'b')
    expect(await rulesPrint([folder])).not.toBe(before)
    await writeFile(path.join(folder, 'rule.ts'), 'a')
    expect(await rulesPrint([folder])).toBe(before)
    await writeFile(path.join(folder, 'names.csv'), 'name')
    expect(await rulesPrint([folder])).not.toBe(before)
  } finally {
    await rm(folder, { recursive: true })
  }
})
