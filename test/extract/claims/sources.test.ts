// Who says so: the one whose verb stands nearest to the figure, by the fullest name; a stretch of text is nobody.
import { describe, expect, test } from 'vitest'
import { claimsOf } from './read-claims.ts'

const QUIET = 'Fighting goes on'
const sourceOf = (...sentences: string[]) =>
  claimsOf(QUIET, ...sentences).findLast(({ low }) => low === 10)?.source ?? null

describe('who says so', () => {
  test.each<[string, string]>([
    [
      'In northern Syria a monitor said ten people died; the Syrian Observatory for Human Rights has sources there.',
      'Syrian Observatory for Human Rights',
    ],
    [
      'Planes fired rockets, killing ten people, said Rami Abdel Rahman director of the Syrian Observatory for Human Rights a Britain-based monitor.',
      'Rami Abdel Rahman',
    ],
    ['Lama Fakih the monitor’s deputy for the region told AP that ten people died.', 'Lama Fakih'],
    [
      'The Syrian Center for Policy Research an NGO however has put the death toll at ten.',
      'Syrian Center for Policy Research',
    ],
    ['Syrian activists are reporting that ten people were killed.', 'activists'],
    [
      'The agency quoted a source at Aleppo Police Command as saying ten people were killed.',
      'source at Aleppo Police Command',
    ],
    ['On Tuesday the Observatory said ten people died.', 'Observatory'],
    // letters of a body, and no pronoun
    ['The WHO said ten people had died of fever.', 'World Health Organization'],
    ['Ten people have died of fever, WHO said in a statement.', 'World Health Organization'],
    ['A local journalist placed the death toll from the raids at ten.', 'journalist'],
    [
      'According to media reports Islamic State killed ten people and wounded three, a witness said.',
      'media reports',
    ],
    ['An activist who asked not to be named told Reuters that ten people were killed.', 'activist'],
    ['The Russian military was quoted as saying ten soldiers were killed.', 'Russian military'],
    [
      'The watchdog had earlier reported ten dead in Homs, the Syrian Network for Human Rights being meant.',
      'Syrian Network for Human Rights',
    ],
    [
      'Rockets hit Douma and killed ten people, said Rami Abdel Rahman, who heads a monitor.',
      'Rami Abdel Rahman',
    ],
    [
      '“A plane killed two men from Hezbollah and ten from the army,” said Rami Abdel Rahman.',
      'Rami Abdel Rahman',
    ],
    [
      'A source at Police Command said ten people were killed, and later that two were hurt; SANA reported.',
      'source at Police Command',
    ],
    [
      'Rockets hit Homs on Friday killing ten people and wounding dozens more state media said.',
      'state media',
    ],
    ['Shells killed ten members of medical staff activists in the town reported.', 'activists'],
    ['According to initial reports ten people died in Idlib.', 'initial reports'],
    ['The governor said that according to initial reports ten people died.', 'governor'],
    [
      'Ten people died in raids, said the Syrian Observatory for Human Rights on Friday.',
      'Syrian Observatory for Human Rights',
    ],
    ['Turkey’s Defence Ministry on Nov. 23 said a bomb killed ten people.', 'Defence Ministry'],
    ['The army late on Sunday said ten soldiers were killed.', 'army'],
    [
      'The Syrian Network for Human Rights said it had counted. According to the report, ten people died.',
      'Syrian Network for Human Rights',
    ],
    ['Ten people were freed, according to Turkish state media.', 'Turkish state media'],
    ['Governor Talal Barazzi said ten people were killed.', 'Talal Barazzi'],
    [
      'Ten people died, the United Nations Office for the Coordination of Humanitarian Affairs (OCHA) said.',
      'United Nations Office for the Coordination',
    ],
    [
      'Ten people were hurt in Homs a stronghold of President Bashar al-Assad said Talal al-Barazi.',
      'Talal al-Barazi',
    ],
    [
      'The Islamic State holds the town. Ten people died there said the so-called Syrian Observatory for Human Rights.',
      'Syrian Observatory for Human Rights',
    ],
    ['President Bashar al-Assad said Omar Khalil killed ten people.', 'Bashar al-Assad'],
    ['The governor said the Free Syrian Army killed ten people.', 'governor'],
    ['Ten people have died, according to the U.N.', 'U.N.'],
    ['A source at Homs police command told a reporter that ten people died.', 'police command'],
    ['Ten soldiers died in the east, Turkish news agencies reported.', 'news agencies'],
    ['Ten people were killed in a village, the provincial governor said.', 'governor'],
    [
      'Ten people died in an area loyal to Bashar al-Assad said Rami Abdel Rahman.',
      'Rami Abdel Rahman',
    ],
    [
      'The Observatory said ten people died, while Moscow said its jets flew no missions.',
      'Observatory',
    ],
  ])('%s', (sentence, source) => {
    expect(sourceOf(sentence)).toContain(source)
  })

  test.each(['adding', 'warning'])('what a speaker goes on with is not his name: %s', (word) => {
    const sentence = `"Planes came" said Omar Khalil head of the hospital ${word} that they killed ten people.`
    expect(sourceOf(sentence)).toBe('Omar Khalil head of the hospital')
  })

  test('a monitor is no office of the media', () => {
    expect(
      sourceOf('Ten people died in Homs, a monitor said.', 'The Aleppo Media Center had pictures.'),
    ).toBe('a monitor')
  })

  test('“it” is no person', () => {
    expect(
      sourceOf(
        'The Observatory reported new raids.',
        'Rami Abdel Rahman said they went on.',
        'It said ten people were killed.',
      ),
    ).toContain('Observatory')
  })

  test.each<[readonly string[], string]>([
    [['The rebels have left, SANA said.', 'Ten people were killed, state media reported.'], 'SANA'],
    [
      [
        '“We fled,” a doctor said.',
        'The Observatory reported a new attack on Homs.',
        'It said ten people were killed.',
      ],
      'Observatory',
    ],
    [
      [
        'Rockets fell on Douma, said Rami Abdel Rahman, who heads a monitor.',
        'Humanitarian groups have warned of hunger there.',
        'Ten people were killed, he said.',
      ],
      'Rami Abdel Rahman',
    ],
    [
      [
        'A blast in Qamishli killed ten people and left dozens wounded.',
        'The attack is among the deadliest in years, the Syrian Observatory for Human Rights said.',
      ],
      'Syrian Observatory for Human Rights',
    ],
    [
      [
        'A source at Homs Governorate told SANA of an attack.',
        'The shells according to the source killed ten people.',
      ],
      'source at Homs Governorate',
    ],
    [
      [
        'SANA’s correspondent went there.',
        'Rockets fell, SANA’s correspondent said.',
        'The correspondent said ten people were killed.',
      ],
      'SANA',
    ],
  ])('%s', (sentences, source) => {
    expect(sourceOf(...sentences)).toContain(source)
  })
})

describe('a source without a name goes on', () => {
  const ROUND = 'A source at Homs Police Command said rockets killed two people in al-Zahraa.'
  test.each<[string, string | null]>([
    ['Other rockets killed ten people in al-Arman.', 'A source at Homs Police Command'],
    ['On Tuesday ten people were killed in Talbiseh.', null],
    ['Meanwhile ten people were killed in Aleppo.', null],
  ])('%s', (sentence, source) => {
    expect(sourceOf(ROUND, sentence)).toBe(source)
  })

  test('one with a name does not', () => {
    expect(
      sourceOf(
        'The Observatory said rockets killed two people in al-Zahraa.',
        'Other rockets killed ten people in al-Arman.',
      ),
    ).toBeNull()
  })
})

describe('nobody', () => {
  test.each([
    'Despite the killing of ten people in the revolt in Syria many had hoped for peace.',
    'Planes are told apart according to type and flight patterns, and ten people were killed.',
    'The Council seeks clarity on reports suggesting that ten people were killed.',
    'The army, said to have fired first, killed ten people.',
    'Up to ten people died in the raids; Moscow says it flew no missions.',
    'Bombs killed ten people in Syria, as Washington said that a deal had been reached.',
    'Bombs killed ten people, but Moscow denied it and said the village was empty.',
    'An estimated ten people died there.',
    'Bomb in Homs Claims Ten Martyrs.',
    'Islamic State also claimed a March bomb attack that killed ten people.',
    'Ten people died; IS has claimed previous bombings in the region.',
    'IS has killed ten people since it declared a caliphate.',
  ])('%s', (sentence) => {
    expect(sourceOf(sentence)).toBeNull()
  })
})
