import { describe, expect, test } from 'vitest'
import { copiedStories, isCopiedStory, type Story } from '../../src/search/story-copies.ts'

const LEAD =
  'At least nine people were killed on Monday when rockets struck a bus station in the north of the city, a monitoring group said.'
const DETAIL =
  'Witnesses told of burning buses and of shop windows that burst three streets away. A nurse at the nearest clinic said that the wounded were laid on the floor because every bed was taken.'
const BACKGROUND =
  'The conflict began with the repression of peaceful protests and has since drawn in regional and world powers. It has killed hundreds of thousands of people and driven millions from their homes, and several rounds of talks in Geneva have ended without an agreement.'

const story = (id: string, text: string, day: number | null = 100): Story => ({ id, text, day })
const AGENCY = story('agency', `${LEAD} ${DETAIL} ${BACKGROUND}`)

describe('one report', () => {
  test.each([
    ['word for word', AGENCY.text],
    ['cut after its details', `${LEAD} ${DETAIL}`],
    [
      'led anew',
      `A bus station in the north of the city was hit by rockets on Monday. ${DETAIL} ${BACKGROUND}`,
    ],
    [
      'spelt anew',
      AGENCY.text.replaceAll('rockets', 'missiles').replaceAll('repression', 'crackdown'),
    ],
    ['with a later toll', AGENCY.text.replace('nine', '14').replace('said', 'said in a new toll')],
    [
      'within a longer one',
      `${LEAD} ${DETAIL} ${'The mayor spoke of other matters at some length. '.repeat(9)}${BACKGROUND}`,
    ],
  ])('%s', (_what, text) => {
    expect(isCopiedStory(AGENCY, story('other', text))).toBe(true)
    expect(isCopiedStory(story('other', text), AGENCY)).toBe(true)
  })
})

describe('another report', () => {
  const OTHER =
    'Two children drowned on Tuesday when a boat with families on board sank off the coast, the coast guard said. Fishermen brought eleven survivors ashore before dawn and a search went on.'
  test.each([
    ['of another event above the same background', story('other', `${OTHER} ${BACKGROUND}`)],
    [
      'of the same event in other words',
      story(
        'other',
        'Rockets hit buses in the city’s north on Monday and nine people died, said monitors who track the violence. Nurses at a clinic nearby spoke of crowded wards. Shops up to three streets off lost their windows.',
      ),
    ],
    [
      'in the same words of another weekday',
      story('other', AGENCY.text.replace('Monday', 'Thursday')),
    ],
    ['weeks later', story('other', AGENCY.text, 130)],
    ['too short to tell', story('other', 'Rockets struck a bus station.')],
  ])('%s', (_what, other) => {
    expect(isCopiedStory(AGENCY, other)).toBe(false)
  })
})

test('of many stories each copy is told with the first of its kind', () => {
  const later = story('later', `${LEAD} ${DETAIL}`, 101)
  const sea = story(
    'sea',
    'Two children drowned on Tuesday when a boat sank off the coast, the coast guard said on the radio at noon.',
  )
  const undated = story('undated', AGENCY.text, null)
  expect(copiedStories([later, sea, AGENCY])).toEqual(new Map([['later', 'agency']]))
  expect([...copiedStories([AGENCY, sea, undated]).values()]).toHaveLength(1)
  expect(copiedStories([])).toEqual(new Map())
})
