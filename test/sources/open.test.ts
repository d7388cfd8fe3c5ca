import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { RawArticle } from '../../src/model/article.ts'
import { openSource } from '../../src/sources/open.ts'
import { isUnreadable, type Unreadable } from '../../src/sources/source.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

interface Read {
  readonly articles: readonly RawArticle[]
  readonly unreadable: readonly Unreadable[]
}

async function read(location: string): Promise<Read> {
  const items = await Array.fromAsync((await openSource(location)).read())
  return {
    articles: items.flatMap((item) => (isUnreadable(item) ? [] : [item])),
    unreadable: items.filter((item) => isUnreadable(item)),
  }
}

async function only(location: string): Promise<RawArticle> {
  const { articles, unreadable } = await read(location)
  expect(unreadable).toEqual([])
  const [article] = articles
  if (article === undefined || articles.length !== 1) throw new Error('not just one article')
  return article
}

async function problem(location: string): Promise<string> {
  const { articles, unreadable } = await read(location)
  expect(articles).toEqual([])
  expect(unreadable.every(({ error }) => error.hint !== '')).toBe(true)
  return unreadable.map(({ error }) => error.message).join('\n')
}

describe('places that are no source', () => {
  test.each([
    ['missing', 'source_missing', 'There is no file or folder "'],
    ['table.xls', 'source_unreadable', 'Dateline cannot tell what "'],
  ])('%s', async (name, code, message) => {
    put('table.xls', 'a,b')
    const opening = openSource(join(folder, name))
    await expect(opening).rejects.toBeInstanceOf(AppError)
    await expect(opening).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/\S/u),
    })
  })

  test('a folder without articles', async () => {
    put('notes.doc', 'x')
    put('README.md', 'about this folder')
    expect(await problem(folder)).toBe(`"${folder}" holds no .txt, .md or .html file.`)
  })
})

describe('a folder', () => {
  test('is read in the order of its names, the folders in it after its files', async () => {
    for (const name of ['b.txt', 'a.md', 'old/z.txt', 'README.md', '.hidden.txt', 'c.csv', 'D.TXT'])
      put(name, name)
    const { articles } = await read(folder)
    expect(articles.map(({ id }) => id)).toEqual(['D', 'a', 'b', 'z'])
    expect(articles.at(-1)?.location).toBe(join(folder, 'old/z.txt'))
  })

  test('gives what is good beside what is bad', async () => {
    put('a.txt', 'fine')
    put('b.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))
    put('c.txt', '---\nheadlin: x\n---\ntext')
    put('d.txt', 'fine, too')
    const { articles, unreadable } = await read(folder)
    expect(articles.map(({ id }) => id)).toEqual(['a', 'd'])
    expect(unreadable.map(({ location }) => location)).toEqual([
      join(folder, 'b.txt'),
      join(folder, 'c.txt'),
    ])
  })
})

describe('charsets', () => {
  test.each([
    ['UTF-8', Buffer.from('“Alépo” – مقتل'), '“Alépo” – مقتل'],
    ['UTF-8 with a mark', Buffer.from('\ufeffAleppo'), 'Aleppo'],
    ['windows-1252', Buffer.from([0x93, 0x41, 0x6c, 0xe9, 0x70, 0x94, 0x20, 0x96]), '“Alép” –'],
    ['UTF-16, little end first', Buffer.from('\ufeffAleppo', 'utf16le'), 'Aleppo'],
    ['nothing', Buffer.from(''), ''],
  ])('%s', async (_, bytes, text) => {
    expect((await only(put('a.txt', bytes))).text).toBe(text)
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['control characters', Buffer.from('\u0001\u0002\u0003 and a few letters')],
  ])('%s is no text', async (_, bytes) => {
    const file = put('a.txt', bytes)
    expect(await problem(file)).toBe(`"${file}" is no text: it holds binary data.`)
  })

  test('5 MB may be read, more may not', async () => {
    const most = 5 * 1024 * 1024
    expect((await only(put('a.txt', 'a'.repeat(most)))).text).toHaveLength(most)
    const file = put('b.txt', 'a'.repeat(most + 1_000_000))
    expect(await problem(file)).toBe(`"${file}" is 6 MB large; an article may have 5 MB.`)
  })
})

describe('a header', () => {
  test('gives facts and leaves the text', async () => {
    const text = [
      '---',
      'headline: "Aleppo: ten killed"',
      'published: 2016-05-01',
      'outlet: { value: Example Post, how: inferred, from: the address }',
      'byline: { how: unknown }',
      '---',
      'Text.',
    ].join('\n')
    const article = await only(put('a.md', text))
    expect(article).toEqual({
      id: 'a',
      location: join(folder, 'a.md'),
      text: 'Text.',
      facts: {
        headline: { how: 'stated', value: 'Aleppo: ten killed', from: 'header' },
        published: { how: 'stated', value: '2016-05-01', from: 'header' },
        outlet: { how: 'inferred', value: 'Example Post', from: 'the address' },
        byline: { how: 'unknown' },
      },
    })
  })

  test.each(['published', 'date'])('gives the day under the key %s', async (key) => {
    const { facts } = await only(put('a.md', `---\n${key}: 1 May 2016\n---\nText.`))
    expect(facts).toEqual({ published: { how: 'stated', value: '2016-05-01', from: 'header' } })
  })

  test.each([
    ['a rule of hyphens', '---\nTen killed\n---\nText.'],
    ['a rule further down', 'Text.\n---\nheadline: x\n---\n'],
    ['a header that never ends', '---\nheadline: x\nText.'],
  ])('none: %s', async (_, text) => {
    expect(await only(put('a.md', text))).toMatchObject({ text, facts: {} })
  })

  test.each([
    ['an unknown key', 'headlin: x', 'unknown key "headlin"'],
    ['two unknown keys', 'title: x\nauthor: y', 'unknown key "title", "author"'],
    [
      'a day that no calendar has',
      'published: 2016-02-31',
      'published: "2016-02-31" is no full date; write it as 2016-05-01',
    ],
    [
      'a date that may be two days',
      'published: 4/5/2016',
      'published: "4/5/2016" is no full date; write it as 2016-05-01',
    ],
    ['nothing where something must be', 'outlet: ""', 'outlet: '],
    ['half a fact', 'outlet: { value: X, how: guessed }', 'outlet: must be a text, or'],
    ['a list', 'outlet: [a, b]', 'outlet: must be a text, or'],
    ['broken YAML', 'headline: a: b', 'Nested mappings are not allowed'],
  ])('%s', async (_, yaml, message) => {
    const file = put('a.txt', `---\n${yaml}\n---\nText.`)
    const told = await problem(file)
    expect(told).toContain(`The header of "${file}" cannot be used: `)
    expect(told).toContain(message)
  })
})

describe('a sidecar', () => {
  test('gives facts by the file’s name; the header goes before it', async () => {
    put('a.txt', '---\noutlet: Header Post\n---\nText.')
    put(
      'articles.yml',
      'a:\n  outlet: Sidecar Post\n  published: { value: 2016-05-01, how: inferred, from: the text }\n  credit: { how: unknown }',
    )
    expect((await only(folder)).facts).toEqual({
      outlet: { how: 'stated', value: 'Header Post', from: 'header' },
      published: { how: 'inferred', value: '2016-05-01', from: 'the text' },
      credit: { how: 'unknown' },
    })
  })

  test('holds for a file that is given by itself', async () => {
    const file = put('a.txt', 'Text.')
    put('articles.yml', 'a: { outlet: Sidecar Post }\nb: { outlet: Other }')
    expect((await only(file)).facts).toEqual({
      outlet: { how: 'stated', value: 'Sidecar Post', from: 'articles.yml' },
    })
  })

  test('may name a file with its ending', async () => {
    put('a.txt', 'Text.')
    put('articles.yml', 'a.txt: { date: 2016-05-01 }')
    const { articles, unreadable } = await read(folder)
    expect(unreadable).toEqual([])
    expect(articles.map(({ facts }) => facts)).toEqual([
      { published: { how: 'stated', value: '2016-05-01', from: 'articles.yml' } },
    ])
  })

  test('that is empty is none', async () => {
    put('a.txt', 'Text.')
    put('articles.yml', '# nothing yet\n')
    expect((await only(folder)).facts).toEqual({})
  })

  test.each([
    ['broken YAML', 'a: { outlet: X', 'cannot be used: '],
    ['no list', '- a\n- b', 'it is no list of articles by file name'],
    ['binary', '\u0000\u0001', 'binary data'],
  ])('%s: nothing beside it is read, the folders below are', async (_, yaml, message) => {
    put('a.txt', 'Text.')
    put('below/b.txt', 'Text.')
    put('articles.yml', yaml)
    const { articles, unreadable } = await read(folder)
    expect(articles.map(({ id }) => id)).toEqual(['b'])
    expect(unreadable.map(({ location }) => location)).toEqual([join(folder, 'articles.yml')])
    expect(unreadable[0]?.error.message).toContain(message)
  })

  test('a bad entry leaves its own article out, a stray one none', async () => {
    put('a.txt', 'Text.')
    put('b.txt', 'Text.')
    put('articles.yml', 'a: { headlin: X }\nb: { outlet: Post }\nc: { outlet: Post }')
    const { articles, unreadable } = await read(folder)
    expect(articles.map(({ id }) => id)).toEqual(['b'])
    expect(unreadable.map(({ error }) => error.message)).toEqual([
      `"${join(folder, 'articles.yml')}" says something about "a" that cannot be used: unknown key "headlin".`,
      'articles.yml has an entry "c", but no file "c.txt", "c.md" or "c.html" lies beside it.',
    ])
  })
})

const page = (headline: string): string =>
  `<!-- saved from url=(0042)https://paper.example/world/strike-on-market/ --><html><head><meta property="og:site_name" content="The Paper"></head><body><article><h1>${headline}</h1><p>Ten people were killed when a market was hit on Thursday, rescuers said.</p></article></body></html>`

describe('saved pages', () => {
  test.each(['story.html', 'story.HTM', 'story.xhtml'])('%s', async (name) => {
    const article = await only(put(name, page('Ten killed in Homs')))
    expect(article.id).toBe('story')
    expect(article.blocks?.map(({ kind }) => kind)).toEqual(['headline', 'body'])
    expect(article.text).toContain('Ten people were killed')
    expect(article.facts.outlet).toMatchObject({ value: 'The Paper', from: 'og:site_name' })
    expect(article.facts.url).toMatchObject({
      value: 'https://paper.example/world/strike-on-market',
      from: 'address in the saved page',
    })
  })

  test('the sidecar corrects what a page says', async () => {
    put('story.html', page('Ten killed in Homs'))
    put('articles.yml', 'story.html: { outlet: The Post, date: 1 May 2016 }')
    const { articles } = await read(folder)
    expect(articles[0]?.facts).toMatchObject({
      outlet: { value: 'The Post', from: 'articles.yml' },
      published: { value: '2016-05-01' },
      headline: { value: 'Ten killed in Homs' },
    })
  })

  test('what a browser saved beside a page is no article', async () => {
    put('story.html', page('Ten killed in Homs'))
    put('story_files/frame.html', page('An advertisement'))
    put('more/other.html', page('Five killed in Hama'))
    const { articles, unreadable } = await read(folder)
    expect(articles.map(({ id }) => id)).toEqual(['story', 'other'])
    expect(unreadable).toEqual([])
  })

  test('a page without an article costs itself only', async () => {
    put('a.html', '<ul><li><a href="/x">News</a></li></ul>')
    put('b.html', page('Ten killed in Homs'))
    const { articles, unreadable } = await read(folder)
    expect(articles.map(({ id }) => id)).toEqual(['b'])
    expect(unreadable.map(({ error }) => error.code)).toEqual(['article_empty'])
  })
})

describe('JSON Lines', () => {
  const row = { id: 'a1', headline: 'Ten killed', text: 'Ten people died.', outlet: 'sana' }

  test('need no map', async () => {
    const line = {
      ...row,
      date: '2016-05-01',
      place: 'homs',
      url: 'https://example.org/1',
      labels: 0,
    }
    const file = put('a.jsonl', `${JSON.stringify(line)}\n`)
    expect(await only(file)).toEqual({
      id: 'a1',
      location: `${file}:1`,
      text: 'Ten people died.',
      facts: {
        headline: { how: 'stated', value: 'Ten killed', from: 'column' },
        outlet: { how: 'stated', value: 'sana', from: 'column' },
        published: { how: 'stated', value: '2016-05-01', from: 'column' },
        place: { how: 'stated', value: 'homs', from: 'column' },
        url: { how: 'stated', value: 'https://example.org/1', from: 'column' },
      },
    })
  })

  test.each([
    [
      'fields that are empty or missing',
      { id: 7, text: 'T', date: null, outlet: '', url: null },
      {},
    ],
    [
      'a time of day',
      { id: 'a', text: 'T', date: '2016-05-01T10:00:00Z' },
      { published: { how: 'stated', value: '2016-05-01', from: 'column' } },
    ],
    ['no date', { id: 'a', text: 'T', date: '' }, {}],
  ])('%s', async (_, line, facts) => {
    const article = await only(put('a.jsonl', JSON.stringify(line)))
    expect(article).toMatchObject({ id: String(line.id), text: 'T' })
    expect(article.facts).toEqual(facts)
  })

  test.each([
    ['no JSON', '{"id": 1', 'is no JSON'],
    ['a list', '[1]', 'is no article'],
    ['no id', '{"text": "T"}', 'id: must not be empty'],
    ['no text', '{"id": "a"}', 'text: '],
    [
      'a date of two meanings',
      '{"id": "a", "text": "T", "date": "4/5/2017"}',
      'date: "4/5/2017" is no full date',
    ],
    [
      'a day that no calendar has',
      '{"id": "a", "text": "T", "date": "2016-02-31"}',
      'date: "2016-02-31" is no full date',
    ],
    ['binary data', '\u0000\u0000', 'holds binary data'],
  ])('a line with %s is told, the others are read', async (_, line, message) => {
    const file = put(
      'a.jsonl',
      `${JSON.stringify(row)}\r\n${line}\n\n${JSON.stringify({ ...row, id: 'a2' })}`,
    )
    const { articles, unreadable } = await read(file)
    expect(articles.map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(unreadable.map(({ location }) => location)).toEqual([`${file}:2`])
    expect(unreadable[0]?.error.message).toContain(message)
  })

  test('a line of more than 5 MB is left out, and not held in memory', async () => {
    const long = JSON.stringify({ ...row, id: 'long', text: 'a'.repeat(6_000_000) })
    const file = put('a.ndjson', `${long}\n${JSON.stringify(row)}\n`)
    const { articles, unreadable } = await read(file)
    expect(articles.map(({ id }) => id)).toEqual(['a1'])
    expect(unreadable[0]?.error.message).toMatch(
      /:1" is 5\.7 MB large; an article may have 5 MB\./u,
    )
  })

  test('an empty file has no articles', async () => {
    expect(await read(put('a.jsonl', ''))).toEqual({ articles: [], unreadable: [] })
  })
})
