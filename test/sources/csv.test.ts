import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type GivenMap, readColumnMap } from '../../src/sources/column-map.ts'
import { openSource } from '../../src/sources/open.ts'
import { isUnreadable } from '../../src/sources/source.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const NO_FLAGS: GivenMap = { map: null, charset: null, dateFormat: null }

/** What a file gives, an article or a message a line; the folder's name is left out of both. */
async function read(file: string, flags: Partial<GivenMap> = {}): Promise<string[]> {
  const source = await openSource(file, await readColumnMap({ ...NO_FLAGS, ...flags }))
  const items = await Array.fromAsync(source.read())
  return items.map((item) => {
    if (isUnreadable(item))
      return `${item.error.message} ${item.error.hint}`.replaceAll(`${folder}/`, '')
    const facts = Object.entries(item.facts).map(([name, fact]) =>
      fact.how === 'unknown' ? name : `${name} ${fact.value}`,
    )
    return [item.id, item.text, ...facts].join(' | ')
  })
}

describe('a table whose columns are named as the fields', () => {
  test.each([
    ['plain', 'id,text,date\na1,All quiet.,2016-05-01', ['a1 | All quiet. | published 2016-05-01']],
    ['a text in marks', 'id,text\na1,"One, ""two"",\nthree."', ['a1 | One, "two",\nthree.']],
    ['semicolons', 'id;text;place\na1;All, quiet.;Homs', ['a1 | All, quiet. | place Homs']],
    ['empty rows and columns', 'id,text,,\na1,All quiet.,,\n,,,\n', ['a1 | All quiet.']],
    ['a note in a nameless column', 'id,text,,\na1,All quiet.,,see me', ['a1 | All quiet.']],
    [
      'marks that are not doubled',
      'id,text\na1,"He said "no" twice."',
      ['a1 | "He said "no" twice."'],
    ],
    ['a short row', 'id,text,place\na1,All quiet.', ['a1 | All quiet.']],
    ['Windows line ends', 'id,text\r\na1,All quiet.\r\n', ['a1 | All quiet.']],
  ])('%s', async (_what, content, articles) => {
    expect(await read(put('a.csv', content))).toEqual(articles)
  })

  test('each article is found again by its row', async () => {
    const source = await openSource(put('a.csv', 'id,text\na1,"One\ntwo."\n\na2,Three.'))
    const items = await Array.fromAsync(source.read())
    expect(items.map(({ location }) => location.split(':')[1])).toEqual(['2', '4'])
  })
})

describe('a table with columns of other names', () => {
  const TABLE = 'nr,titel,inhalt,zeitung,am\n7,Truce holds,All quiet.,Reuters,5/1/2016'
  const MAP = 'id=nr,headline=titel,text=inhalt,outlet=zeitung,date=am'
  const READ = ['7 | All quiet. | headline Truce holds | outlet Reuters | published 2016-05-01']

  test('is read by a map of pairs', async () => {
    expect(await read(put('a.csv', TABLE), { map: MAP, dateFormat: 'M/D/YYYY' })).toEqual(READ)
  })

  test('is read by a map in a file, and options go before it', async () => {
    const map = put(
      'a.map.yml',
      'columns: {id: nr, headline: titel, text: inhalt, outlet: zeitung, date: am}\ncharset: utf-8\ndate_format: D/M/YYYY\n',
    )
    const file = put('a.csv', TABLE)
    expect(await read(file, { map, dateFormat: 'M/D/YYYY' })).toEqual(READ)
    expect((await read(file, { map })).join('')).toContain('published 2016-01-05')
  })

  test('as JSON Lines is read by the same map', async () => {
    const line = {
      nr: 7,
      titel: 'Truce holds',
      inhalt: 'All quiet.',
      zeitung: 'Reuters',
      am: '5/1/2016',
    }
    const file = put('a.jsonl', JSON.stringify(line))
    expect(await read(file, { map: MAP, dateFormat: 'M/D/YYYY' })).toEqual(READ)
  })
})

describe('charsets', () => {
  const TEXT = 'id,text\na1,“Café” – quiet.'
  const READ = ['a1 | “Café” – quiet.']
  test.each([
    ['UTF-8', Buffer.from(TEXT), null],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), null],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), null],
    ['UTF-16 that is told', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    [
      'windows-1252 by its bytes',
      Buffer.from('id,text\na1,\x93Caf\xe9\x94 \x96 quiet.', 'latin1'),
      null,
    ],
    [
      'windows-1252 that is told',
      Buffer.from('id,text\na1,\x93Caf\xe9\x94 \x96 quiet.', 'latin1'),
      'latin1',
    ],
  ])('%s', async (_what, bytes, charset) => {
    expect(await read(put('a.csv', bytes), { charset })).toEqual(READ)
  })
})

describe('what is wrong is told', () => {
  test.each([
    [
      'columns that nobody names',
      'unit_id,article_title,article_content\n1,2,3',
      {},
      'Which columns of "a.csv" hold the id and the text is not said. Its columns are unit_id, article_title, article_content. Name them: --map id=unit_id,headline=article_title,text=article_content',
    ],
    [
      'a column that is not there',
      'unit_id,body\n1,2',
      { map: 'id=unitid,text=body' },
      '"a.csv" has no column "unitid"; did you mean "unit_id"? Its columns are unit_id, body.',
    ],
    [
      'a column that is there twice',
      'id,text,text\n1,2,3',
      {},
      '"a.csv" has the column "text" more than once.',
    ],
    [
      'no id',
      'id,text\n,All quiet.',
      {},
      '"a.csv:2" is no article: id: must not be empty. id and text must be there.',
    ],
    [
      'a date that may be two',
      'id,text,date\n1,All quiet.,4/5/2017',
      {},
      '"a.csv:2" is no article: date: "4/5/2017" is no full date; write it as 2016-05-01. Write dates as 2016-05-01, or say how they are written: --date-format M/D/YYYY',
    ],
    [
      'a date of another form',
      'id,text,date\n1,All quiet.,13/5/2017',
      { dateFormat: 'M/D/YYYY' },
      '"a.csv:2" is no article: date: "13/5/2017" is no date of the form M/D/YYYY. Mend the date, or the --date-format.',
    ],
    [
      'more cells than columns',
      'id,text\n1,All quiet, they say.',
      {},
      '"a.csv:2" has 3 cells, and the table has 2 columns. A text with commas in it needs quotation marks around it.',
    ],
    [
      'a row that is cut short',
      'id,headline,text,outlet,date\n1,All quiet.',
      {},
      '"a.csv:2" has only 2 of 5 cells. A line break inside a text needs quotation marks around the text.',
    ],
    ['NUL bytes', 'id,text\n1,All\0 quiet.', {}, '"a.csv:2" holds NUL bytes, which no text has.'],
    [
      'a mark that nothing closes',
      'id,text\n1,"All quiet.\n2,Still quiet.\n',
      {},
      '"a.csv" cannot be read beyond row 2: a quotation mark opens there that nothing closes.',
    ],
    [
      'bytes that the charset has not',
      Buffer.from('id,text\n1,Caf\xe9', 'latin1'),
      { charset: 'utf-8' },
      '"a.csv" is no utf-8: it holds bytes that this charset has not. Leave --charset out',
    ],
    ['nothing', '', {}, '"a.csv" is empty. A table has a row of column names'],
  ])('%s', async (_what, content, flags, message) => {
    expect((await read(put('a.csv', content), flags)).join('\n')).toContain(message)
  })

  test('a bad row does not keep the others out', async () => {
    const rows = 'id,text\n1,One.\n2,Two, three.\n,Four.\n5,Five.'
    expect(await read(put('a.csv', rows))).toEqual([
      '1 | One.',
      expect.stringContaining('has 3 cells'),
      expect.stringContaining('must not be empty'),
      '5 | Five.',
    ])
  })

  test('a cell as large as a book ends the reading, and the rows before it are read', async () => {
    const rows = `id,text\n1,One.\n2,"${'quiet '.repeat(1_000_000)}"\n3,Three.`
    expect(await read(put('a.csv', rows))).toEqual([
      '1 | One.',
      expect.stringMatching(/"a.csv" cannot be read beyond row 3/u),
    ])
  })
})

describe('a map that cannot be used', () => {
  test.each([
    [{ map: 'id=nr' }, 'The map names no column for "text", which every article needs.'],
    [{ map: 'id=nr,txt=body' }, '"txt" is no field of an article; did you mean "text"?'],
    [{ map: 'id=nr,body' }, '"body" in --map is no pair of a field and a column.'],
    [{ map: 'id=nr,id=key,text=body' }, '--map gives "id" twice.'],
    [{ map: 'nowhere.yml' }, 'The map "nowhere.yml" cannot be read.'],
    [{ charset: 'klingon' }, '"klingon" is no charset that Dateline knows.'],
    [{ dateFormat: 'month first' }, 'The date format "month first"'],
    [{ dateFormat: 'M/YYYY' }, 'does not have year, month and day, each once.'],
  ])('%o', async (flags, message) => {
    await expect(readColumnMap({ ...NO_FLAGS, ...flags })).rejects.toMatchObject({
      code: 'input_invalid',
      message: expect.stringContaining(message),
    })
  })

  test('a file with a key that means nothing', async () => {
    const map = put('a.yml', 'colums: {id: nr}\n')
    await expect(readColumnMap({ ...NO_FLAGS, map })).rejects.toThrow(/colums/u)
  })
})
