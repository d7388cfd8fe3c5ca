import { expect, test } from 'vitest'
import { complete } from '../../../src/faces/cli/completion.ts'

const names = ['Aleppo', 'Aleppo province', 'Deir ez-Zor', 'John Kerry', 'Idlib', 'Fu’ah']

test.each([
  [
    '',
    [
      'help ',
      'casualties ',
      'quotes ',
      'quote ',
      'search ',
      'article ',
      'check ',
      'method ',
      'digest ',
      'alert ',
      'corrections ',
      'mute ',
    ],
    '',
  ],
  ['ca', ['casualties '], 'ca'],
  ['QUO', ['quotes ', 'quote '], 'QUO'],
  ['john', ['John Kerry'], 'john'],
  ['casualties al', ['Aleppo', 'Aleppo province'], 'al'],
  ['casualties aleppo p', ['Aleppo province'], 'aleppo p'],
  ['casualties deir ez', ['Deir ez-Zor'], 'deir ez'],
  ["search fu'", ['Fu’ah'], "fu'"],
  ['search bombs fr', ['from:'], 'fr'],
  ['search bombs place:id', ['Idlib'], 'id'],
  ['search qqq', [], 'qqq'],
])('%s + Tab', (line, endings, replaced) => {
  expect(complete(line, names)).toEqual([endings, replaced])
})
