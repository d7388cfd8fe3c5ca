import { expect, test } from 'vitest'
import { attributed } from '../../../src/answer/asking/attribution.ts'

test.each([
  ['According to SANA, how many were hurt in Homs?', 'SANA', 'how many were hurt in Homs?'],
  [
    'Why, according to state radio, was the bridge shut?',
    'state radio',
    'Why was the bridge shut?',
  ],
  ["How many died in Idlib, by the Observatory's count?", 'Observatory', 'How many died in Idlib?'],
  ['By the count of the Red Cross, how many fled?', 'Red Cross', 'how many fled?'],
  ["What is the army after, in Lavrov's words?", 'Lavrov', 'What is the army after?'],
  [
    'How often was the truce broken, says the council?',
    'council',
    'How often was the truce broken?',
  ],
  ['How many does the UN say are besieged?', 'UN', 'How many are besieged?'],
  ['Which bakery did residents say was hit?', 'residents', 'Which bakery was hit?'],
  [
    'How many were killed, according to the Red Cross in June 2016?',
    'Red Cross',
    'How many were killed in June 2016?',
  ],
])('%s: whose word is asked for', (asked, voice, rest) =>
  expect(attributed(asked)).toEqual({ voice, rest }),
)

test.each([
  'What did Kerry say about Homs?',
  'In which province is Kefraya?',
  'According to whom were 30 people killed?',
  'How many lived in Homs in 2016?',
  'How many dead did the group claim for the blast?',
])('%s: nobody stands beside what is asked', (asked) =>
  expect(attributed(asked)).toEqual({ voice: null, rest: asked }),
)
