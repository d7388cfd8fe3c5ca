import { type Actor, FIGHTING, type Group } from '../../model/claim.ts'
import type { OrganisationName } from '../../model/name.ts'
import type { Reading, Sentence } from '../reading.ts'
import { type Draft, lastBefore, printed, type Refiner, wordAt } from './draft.ts'
import { headGroup } from './figures.ts'
import { isPart } from './lists.ts'
import { GROUP_SIGNS, STAFF } from './vocabulary/people.ts'

/** Groups whose side the words around the noun decide. */
const SIDED = new Set<Group>([
  'people',
  'fighters',
  'government_forces',
  'opposition_fighters',
  'aid_workers',
])
const GENERIC_FIGHTERS =
  /^(?:militants?|jihadists?|fighters?|extremists?|islamists?|gunm[ae]n|terrorists?|comrades|commanders?|militia|militiamen)$/

/** Who is counted: by the noun, the words around it, and for ellipses the group just named. */
export const nameGroups: Refiner = (drafts, reading) => {
  const named = new Map<number, Group>()
  return drafts.map((draft, index) => {
    // "47 people, most of them civilians, and dozens more": a share names nobody for what follows
    const previous = lastBefore(
      drafts,
      index,
      (other) =>
        other.harmed.figure.quantity.kind !== 'share' &&
        !/^(?:among|listed)$/.test(other.harmed.tie) &&
        !isPartOfPrevious(other, drafts),
    )
    const group = groupOf(draft, reading, previous, named)
    named.set(draft.id, group)
    return { ...draft, group }
  })
}

/** "30 people including 24 civilians, and dozens more": what follows goes on with the 30. */
function isPartOfPrevious(draft: Draft, drafts: readonly Draft[]): boolean {
  const before = drafts[draft.id - 1]
  return (
    before !== undefined &&
    before.sentence === draft.sentence &&
    isPart(draft.sentence.tokens, before.harmed.figure, draft.harmed.figure)
  )
}

function groupOf(
  draft: Draft,
  reading: Reading,
  previous: Draft | undefined,
  named: ReadonlyMap<number, Group>,
): Group {
  const { sentence } = draft
  const { figure } = draft.harmed
  const head = figure.head
  const others =
    head === null ||
    head === 'others' ||
    (figure.ofThem && headGroup(head) === 'people' && (figure.beside || head === 'victims'))
  if (others)
    return carriedGroup(draft, previous, named) ?? byTail(sentence, draft, reading) ?? 'people'
  const base = /^(?:bodies|corpses|remains)$/.test(head)
    ? groupOfBodies(sentence, figure.last)
    : headGroup(head)
  if (base === 'fighters' && wordAt(sentence, draft.harmed.at).startsWith('los')) {
    const losing = signsOf(sentence, Math.max(0, draft.harmed.at - 3), draft.harmed.at)
    if (losing !== null) return losing
  }
  if (base === 'people' && LED.test(head)) {
    const of = partOfFighters(draft, previous, named)
    if (of !== null) return of
  }
  if (!SIDED.has(base) && !STAFF.has(head)) return base
  const signs = signsOf(sentence, figure.quantity.last + 1, figure.last)
  if (signs !== null) return keepsSense(base, signs, head) ? signs : base
  return (
    byTail(sentence, draft, reading) ??
    (base === 'fighters' ? sideOfFighters(head, draft, reading) : null) ??
    (/^terrorists?$/.test(head) && sideIn(draft.sentence.text) === 'is_fighters' && !killerIs(draft)
      ? 'is_fighters'
      : base)
  )
}

/** "65 bodies of civilians": of whom. */
const groupOfBodies = (sentence: Sentence, last: number): Group =>
  wordAt(sentence, last + 1) === 'of' ? headGroup(wordAt(sentence, last + 2)) : 'people'

const LED = /^(?:commanders?|leaders?|officers?|members?)$/

/** "15 members of Ahrar al-Sham, including four field commanders": of the same side. */
function partOfFighters(
  draft: Draft,
  previous: Draft | undefined,
  named: ReadonlyMap<number, Group>,
): Group | null {
  if (previous === undefined || previous.sentence !== draft.sentence) return null
  if (!isPart(draft.sentence.tokens, previous.harmed.figure, draft.harmed.figure)) return null
  const group = named.get(previous.id)
  return group !== undefined && FIGHTING.has(group) ? group : null
}

/** A sign between number and noun: `rebel fighters`, `medical staff`, `civilian casualties`. */
function signsOf(sentence: Sentence, first: number, last: number): Group | null {
  for (let at = first; at <= last; at += 1) {
    const word = wordAt(sentence, at)
    if (/^civilians?$/.test(word)) return 'civilians'
    if (/^(?:male|female)$/.test(word) && at < last) return word === 'male' ? 'men' : 'women'
    if (word === 'islamic' && wordAt(sentence, at + 1) === 'state') return 'is_fighters'
    if (/^(?:pro-regime|pro-government|pro-assad|loyalist)$/.test(word)) return 'government_forces'
    const sign = GROUP_SIGNS.find(([, words]) => words.test(word) && at < last)
    if (sign !== undefined) return sign[0]
  }
  return null
}

/** `Turkish civilians` stay civilians, `Syrian people` people: only fighters, soldiers and staff take a side. */
function keepsSense(base: Group, sign: Group, head: string): boolean {
  if (base !== 'people') return true
  if (/^(?:medical|aid_workers|journalists|civilians|men|women)$/.test(sign)) return true
  return (
    STAFF.has(head) ||
    /^(?:forces|commanders?|leaders?|officers|members?|supporters|casualties|deaths|individuals)$/.test(
      head,
    )
  )
}

/** `members of the White Helmets`, `31 of its fighters`, `dead on the regime side`. */
function byTail(sentence: Sentence, draft: Draft, reading: Reading): Group | null {
  const { figure } = draft.harmed
  const head = figure.head
  if (
    head !== null &&
    !STAFF.has(head) &&
    !/^(?:persons?|people|fighters|militants|dead|soldiers|commanders|leaders|men|rebels|terrorists)$/.test(
      head,
    )
  )
    return null
  const start = figure.last + 1
  if (!/^(?:of|from|on|in)$/.test(wordAt(sentence, start))) return null
  const end = Math.min(start + 6, sentence.tokens.length - 1)
  if (wordAt(sentence, start) !== 'in') {
    for (const mention of sentence.mentions) {
      const at = sentence.tokens.findIndex((token) => token.start === mention.span.start)
      if (at > start && at <= start + 6 && mention.name.kind === 'organisation') {
        const group = groupOfOrganisation(mention.name)
        if (group !== null) return group
      }
    }
  }
  for (let at = start + 1; at <= end; at += 1) {
    const word = wordAt(sentence, at)
    if (
      at <= start + 2 &&
      /^(?:regime|government|army|loyalist|security)$/.test(word) &&
      /^(?:side|forces|ranks|army|troops)$/.test(wordAt(sentence, at + 1))
    )
      return 'government_forces'
    if (at <= start + 3 && /^(?:pro-iran(?:ian)?|iran(?:ian)?-backed|tehran-backed)$/.test(word))
      return 'foreign_forces'
    if (word === 'medical' && STAFF.has(wordAt(sentence, at + 1))) return 'medical'
    if (at <= start + 2 && word === 'kurdish' && hasForce(sentence, at + 1)) return 'kurdish_forces'
    if (
      at <= start + 2 &&
      /^(?:rebel|opposition|insurgent)$/.test(word) &&
      /^(?:side|ranks|group|groups|faction|factions)$/.test(wordAt(sentence, at + 1))
    )
      return 'opposition_fighters'
  }
  return draft.harmed.figure.head !== null && headGroup(draft.harmed.figure.head) === 'fighters'
    ? sideOfFighters(draft.harmed.figure.head, draft, reading)
    : null
}

/** "of the Kurdish internal security force": soldiers or police of that side. */
const hasForce = (sentence: Sentence, from: number): boolean =>
  [0, 1, 2].some((ahead) =>
    /^(?:forces?|police|units?|militias?|fighters|army|troops)$/.test(
      wordAt(sentence, from + ahead),
    ),
  )

/** The fighters of each side, as the guidelines group them. */
const FIGHTERS_OF: Readonly<Record<Actor, Group>> = {
  government: 'government_forces',
  opposition: 'opposition_fighters',
  nusra_hts: 'opposition_fighters',
  is: 'is_fighters',
  kurdish: 'kurdish_forces',
  russia: 'foreign_forces',
  us_coalition: 'foreign_forces',
  turkey: 'foreign_forces',
  israel: 'foreign_forces',
  iran_hezbollah: 'foreign_forces',
}

function groupOfOrganisation(organisation: OrganisationName): Group | null {
  if (organisation.type === 'aid') return 'aid_workers'
  if (organisation.type === 'media' || organisation.type === 'agency') return 'journalists'
  return organisation.actor === null ? null : FIGHTERS_OF[organisation.actor]
}

/** Whose fighters they are, where the sentence, else the first to speak of a side, names one side only. */
function sideOfFighters(head: string, draft: Draft, reading: Reading): Group {
  const { sentence } = draft
  if (!GENERIC_FIGHTERS.test(head)) return 'fighters'
  const own = sideIn(sentence.text)
  // "Islamic State beheaded eight militants": those of its enemies
  if (own === 'is_fighters' && killerIs(draft)) return 'opposition_fighters'
  if (own !== null || /^(?:fighters?|comrades|gunm[ae]n)$/.test(head)) return own ?? 'fighters'
  for (const other of reading.sentences.slice(0, 4)) {
    const side = sideIn(other.text)
    if (side !== null) return side
  }
  return 'fighters'
}

/** Islamic State stands before a verb whose object is counted. */
function killerIs({ sentence, harmed }: Draft): boolean {
  if (harmed.at >= harmed.figure.first) return false
  const subject = printed(sentence, Math.max(0, harmed.at - SUBJECT), harmed.at - 1)
  return sideIn(subject) === 'is_fighters' && !/\b(?:which|that|with|against|on)\b/i.test(subject)
}

/** Words before a verb in which its subject is looked for. */
const SUBJECT = 5

const IS_SIGNS = /\b(?:IS|ISIS|ISIL|Daesh|Islamic State)\b/
const OPPOSITION_SIGNS =
  /\b(?:[Rr]ebels?|[Oo]pposition|[Ii]nsurgents?|anti-(?:regime|government)|Nusra|Free Syrian Army|FSA|Ahrar|Ja[iy]sh al-Islam)\b/

const TERRORIST_GROUPS = /\b[Tt]errorist groups?\b/

function sideIn(text: string): Group | null {
  const is = IS_SIGNS.test(text)
  // "ISIL … the terrorist group" are one
  const opposition = OPPOSITION_SIGNS.test(text) || (!is && TERRORIST_GROUPS.test(text))
  if (is === opposition) return null
  return is ? 'is_fighters' : 'opposition_fighters'
}

const isOthers = ({ sentence, harmed: { figure } }: Draft): boolean =>
  /^others?$/.test(wordAt(sentence, figure.quantity.last + 1))

/** "others" are somebody else: comrades of fighters, and of civilians only where it was homes that were hit. */
const sharesName = ({ sentence }: Draft, group: Group): boolean =>
  FIGHTING.has(group) || (group === 'civilians' && /\bresidential\b/i.test(sentence.text))

/** "72 civilians killed and over 325 wounded", "six civilians were killed and 40 others injured". */
function carriedGroup(
  draft: Draft,
  previous: Draft | undefined,
  named: ReadonlyMap<number, Group>,
): Group | null {
  const { figure } = draft.harmed
  const group = previous === undefined ? undefined : named.get(previous.id)
  if (previous === undefined || group === undefined) return null
  if (previous.sentence !== draft.sentence) return figure.ofThem || figure.beside ? group : null
  if (figure.ofThem) return group
  if (isOthers(draft) && !sharesName(draft, group)) return null
  const joint = wordAt(draft.sentence, figure.first - 1)
  const joined =
    /^(?:and|while|,|another|by)$/.test(joint) ||
    figure.beside ||
    /^(?:and|,)$/.test(wordAt(draft.sentence, figure.first - 2))
  return joined && previous.harmed.figure.quantity.kind !== 'one' ? group : null
}
