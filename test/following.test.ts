import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { followOn, openFollowing } from '../src/following.ts'
import type { Notice } from '../src/ingest/follow/visited.ts'
import { readCoverage } from '../src/sources/coverage-file.ts'
import { openKept } from '../src/wire.ts'
import { articlePage } from './support/newsroom.ts'
import { aSite, say, type Site } from './support/site.ts'
import { TestClock } from './support/test-clock.ts'
import { Window, aBotIn, aWorkspace, REPORTER } from './support/workspace.ts'

// As a new user has it: some lines of coverage.yml, the bot in a Slack, and a site that publishes.

const douma = (toll: number): string =>
  articlePage({
    headline: `Strike on Douma market kills ${toll}`,
    body: [
      `At least ${toll} people were killed when government jets struck a market in Douma on Sunday, the Syrian Observatory for Human Rights said.`,
      'The market was full. “We buried them before noon,” said Abu Ahmad, a baker who lost two of his neighbours in the attack.',
    ],
  })

const HOUR_MS = 3_600_000

/** `ago`: so long ago the feed says that it was written. */
const publish = (site: Site, toll: number, ago = 0): void => {
  site.put('/douma', say.page(douma(toll)))
  site.put(
    '/feed',
    say.feed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Site</title><id>urn:f</id><entry><title>Douma</title><id>urn:d</id><link href="${site.url('/douma')}"/><updated>${new Date(Date.now() - ago).toISOString()}</updated></entry></feed>`,
    ),
  )
}

async function newUser() {
  const site = await aSite()
  publish(site, 12, HOUR_MS)
  const dataDir = mkdtempSync(join(tmpdir(), 'dateline-following-'))
  const lines = `feeds:\n  - {address: ${site.url('/feed')}, outlet: The Site, every: 1s}\nallow: ['${site.host}']\npace: 0s\nmay_add: {people: [${REPORTER}]}\n`
  const coverage = readCoverage(new TextEncoder().encode(lines), 'coverage.yml')
  const desk = await openKept({ dataDir })
  const notices: Notice[] = []
  const following = await openFollowing({
    intake: desk,
    coverage,
    tell: (notice) => notices.push(notice),
  })
  const errors: object[] = []
  const background = followOn(following, { error: (details: object) => void errors.push(details) })
  onTestFinished(async () => {
    await background.stop()
    await desk.close()
    rmSync(dataDir, { recursive: true })
    expect(errors).toEqual([])
  })
  const workspace = await aWorkspace({ clock: new TestClock() })
  await aBotIn(workspace, undefined, {
    answerer: desk.answerer,
    adding: { ...coverage.mayAdd, add: (address) => following.add(address) },
  })
  return { site, desk, following, reporter: await Window.open(workspace) }
}

/** Asks again and again until the answer has the words. */
async function untilAnswered(reporter: Window, ask: string, words: RegExp): Promise<string> {
  let answer = ''
  await expect
    .poll(async () => {
      const before = reporter.answers.length
      await reporter.say(ask)
      await reporter.answered(before + 1)
      answer = reporter.answers.at(-1) ?? ''
      return answer
    }, UNTIL)
    .toMatch(words)
  return answer
}

/** The feed is read every second. */
const UNTIL = { interval: 200, timeout: 90_000 }

test('what a feed publishes is found in Slack a moment later, and shows as corrected once it is', async () => {
  const { site, reporter } = await newUser()
  const found = await untilAnswered(reporter, '/syria casualties douma', /At least 12 people/u)
  expect(found).toContain('The Site')
  publish(site, 19)
  const corrected = await untilAnswered(reporter, '/syria casualties douma', /At least 19 people/u)
  expect(corrected).toContain('corrected from At least 12 people')
}, 180_000)

test('a page is added from Slack by who may, and its address is read as Slack writes it', async () => {
  const { site, reporter } = await newUser()
  site.put('/homs', say.page(douma(7).replaceAll('Douma', 'Homs')))
  await reporter.say(`/syria add ${site.url('/homs')}`)
  await reporter.answered()
  expect(reporter.answers[0]).toMatch(
    /^Kept: “Strike on Homs market kills 7”, .*, 2 figures, 1 quote\. It is found from now on/u,
  )
  await untilAnswered(reporter, '/syria casualties homs', /At least 7 people/u)
}, 180_000)

test('a long page delays no answer', async () => {
  const { site, desk, following } = await newUser()
  const body = Array.from(
    { length: 4000 },
    (_, at) =>
      `Shelling killed ${at + 2} people in the village of Kafr Number ${at} on Sunday, activists said, and residents there told of more.`,
  )
  site.put('/long', say.page(articlePage({ headline: 'A long day', body })))
  await desk.answerer.answer({ text: 'casualties douma', today: '2016-05-01' })
  // by this thread's time of the processor: what else the machine does is no stall of ours
  let longest = 0
  let last = process.threadCpuUsage()
  const ticking = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    last = process.threadCpuUsage()
  }, 10)
  const added = await following.add(site.url('/long'))
  clearInterval(ticking)
  if (added.kind !== 'kept') throw new Error(`It was not kept: ${added.kind}.`)
  process.stdout.write(
    `A page of ${added.claims} figures: the longest stall was ${Math.round(longest)} ms.\n`,
  )
  // reading it takes seconds, in a thread of its own
  expect(longest).toBeLessThan(1500)
}, 180_000)

test('a poisoned page costs itself and nothing else', async () => {
  const { site, desk, following } = await newUser()
  const poisons = {
    '/endless': say.flood(),
    '/bomb': say.bomb(),
    '/nested': say.page(`<html><body>${'<div>'.repeat(2_000_000)}`),
    '/script': say.page(
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"</script><script>${'<!--'.repeat(100_000)}`,
    ),
  }
  for (const [path, route] of Object.entries(poisons)) site.put(path, route)
  const visits = await Promise.all(
    [...Object.keys(poisons), '/douma'].map((path) => following.add(site.url(path))),
  )
  expect(visits.slice(0, -1).map(({ kind }) => kind)).toEqual(
    Array.from(visits.slice(0, -1), () => 'failed'),
  )
  const { answer } = await desk.answerer.answer({ text: 'casualties douma', today: '2016-05-01' })
  expect(answer.kind).toBe('casualties')
}, 180_000)

test('a story that comes in from elsewhere, too, is one report', async () => {
  const { site, desk, following } = await newUser()
  site.put('/copy', say.page(douma(12)))
  await following.add(site.url('/douma'))
  expect(await following.add(site.url('/copy'))).toMatchObject({ kind: 'kept' })
  const ask = { text: 'search Abu Ahmad baker neighbours', today: '2016-05-01' }
  const { report } = await desk.answerer.answer(ask)
  const lines = report.sections.flatMap((section) => section.lines)
  const words = lines.map(({ runs }) => runs.map(({ text }) => text).join(''))
  expect(words.join('\n')).toContain('also in')
}, 180_000)
