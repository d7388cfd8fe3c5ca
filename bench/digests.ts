// What a channel would have been told, morning by morning, over a collection that is read from outside:
//   node bench/digests.ts FILE.csv 2017-04-01 2017-04-30 [about aleppo, quotes kerry]
// Made for FA-KES; DIGEST_PICTURES=FOLDER puts the pictures there.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { printReport } from '../src/faces/cli/print.ts'
import { buildLexicon } from '../src/names/build-lexicon.ts'
import { readNames } from '../src/sources/names-tables.ts'
import { readFaKes, replayDigests } from '../test/support/replay-digests.ts'

const [file = '', from = '', to = '', ...words] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
if (file === '' || from === '' || to === '') {
  say('node bench/digests.ts FILE.csv FROM TO [about …, quotes …]')
  process.exit(2)
}
const lexicon = buildLexicon(await readNames('data/names'))
const collection = await readFaKes(file, lexicon)
const pictures = process.env['DIGEST_PICTURES'] ?? null
const look = { width: 100, colour: false }

for await (const morning of replayDigests(collection, {
  from,
  to,
  lexicon,
  words: words.join(' '),
  draw: pictures !== null,
})) {
  const { day, came, digest, milliseconds } = morning
  say(`\n${'='.repeat(100)}\n${day}: ${came} came in, ${Math.round(milliseconds)} ms\n`)
  if (digest === null) continue
  say(printReport(digest.main, look).join('\n'))
  if (digest.rest) say(`\n--- in the thread ---\n\n${printReport(digest.rest, look).join('\n')}`)
  if (digest.picture === null || pictures === null) continue
  writeFileSync(path.join(pictures, `${day}.png`), digest.picture.png)
  say(`\nPicture: ${digest.picture.alt}`)
}
