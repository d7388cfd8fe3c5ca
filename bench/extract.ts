// How fast extraction is, in megabytes of text a second on one core, beside splitting the same text into sentences:
//   npm run bench                                   the articles of data/articles
//   npm run bench -- FILE [--map … ]                a coverage of your own, as for npm run ingest
// Measured by this thread's processor time: other work on the machine does not count.
import process from 'node:process'
import { extract } from '../src/extract/extract.ts'
import { readCommandLine } from '../src/faces/cli/command-line.ts'
import { openSources } from '../src/faces/cli/open-sources.ts'
import { prepare } from '../src/ingest/prepare.ts'
import type { Article, RawArticle } from '../src/model/article.ts'
import { buildLexicon } from '../src/names/build-lexicon.ts'
import { readNames } from '../src/sources/names-tables.ts'
import { isUnreadable } from '../src/sources/source.ts'
import { sentences } from '../src/text/sentences.ts'
import { words } from '../src/text/words.ts'
import { findClaims } from '../src/extract/claims/find-claims.ts'
import { findQuotes } from '../src/extract/quotes/find-quotes.ts'

/** Articles are gone through again until so much text has been read: short runs measure the compiler. */
const AT_LEAST = 1_500_000

const lexicon = buildLexicon(await readNames('data/names'))
const raw = await articlesOf(process.argv.slice(2))
const articles = raw.map((each) => prepare(each))
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

const textsOf = (article: Article): readonly string[] => article.paragraphs.map(({ text }) => text)

const STEPS: Readonly<Record<string, (article: Article, raw: RawArticle) => void>> = {
  'Intl.Segmenter, sentences': (article) => {
    for (const text of textsOf(article)) for (const _ of segmenter.segment(text));
  },
  'Intl.Segmenter, words': (article) => {
    const byWord = new Intl.Segmenter('en', { granularity: 'word' })
    for (const text of textsOf(article)) for (const _ of byWord.segment(text));
  },
  'sentences and tokens': (article) => {
    for (const text of textsOf(article)) for (const span of sentences(text)) words(text, span)
  },
  'cleaning (prepare)': (_article, each) => {
    prepare(each)
  },
  'names (lexicon)': (article) => {
    for (const text of textsOf(article)) lexicon.mentions(text)
  },
  claims: (article) => {
    findClaims(article, lexicon)
  },
  quotes: (article) => {
    findQuotes(article, lexicon)
  },
  'all of extraction': (article) => {
    extract(article, lexicon)
  },
}

const size = articles.reduce((sum, article) => sum + textsOf(article).join('').length, 0)
const rounds = Math.max(1, Math.ceil(AT_LEAST / size))
const results = Object.entries(STEPS).map(([name, step]) => ({ name, rate: rateOf(step) }))
const base = results.at(-1)?.rate ?? 1
const lines = results.map(
  ({ name, rate }) =>
    `${name.padEnd(28)}${rate.toFixed(2).padStart(8)} MB/s${(rate / base).toFixed(1).padStart(8)} ×`,
)
process.stdout.write(
  `${articles.length} articles, ${(size / 1e6).toFixed(2)} MB of text, read ${rounds} times\n${lines.join('\n')}\n`,
)

async function articlesOf(args: readonly string[]): Promise<readonly RawArticle[]> {
  const line = await readCommandLine(['extract', ...(args.length === 0 ? ['data/articles'] : args)])
  if (line.command === 'usage') return []
  const { given } = line
  const sources = await openSources({ paths: given.words, command: 'extract', given })
  const found: RawArticle[] = []
  for (const source of sources)
    for await (const item of source.read()) if (!isUnreadable(item)) found.push(item)
  return found
}

/** Millions of characters a second of processor time, the best of three runs after one that is not counted. */
function rateOf(step: (article: Article, raw: RawArticle) => void): number {
  const run = (times: number): number => {
    const before = process.threadCpuUsage()
    for (let round = 0; round < times; round += 1)
      articles.forEach((article, at) => {
        const own = raw[at]
        if (own !== undefined) step(article, own)
      })
    const { user, system } = process.threadCpuUsage(before)
    return user + system
  }
  run(1)
  const best = Math.min(run(rounds), run(rounds), run(rounds))
  return (size * rounds) / best
}
