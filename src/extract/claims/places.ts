import type { PlaceName, PlaceType } from '../../model/name.ts'
import type { Reading, Sentence } from '../reading.ts'
import { type Draft, type Refiner, wordAt } from './draft.ts'
import { WAR_WORDS } from './vocabulary.ts'

/** A place in a sentence, several joined by commas and "and" as one. Token positions are inclusive. */
interface PlaceFound {
  readonly first: number
  readonly last: number
  readonly text: string
  readonly type: PlaceType | 'unlisted'
  /** Named only to say where another place lies: "near Damascus", "west of Raqqa". */
  readonly landmark: boolean
}

/** From the most to the least specific; what no table lists is a village or a street until shown otherwise. */
const RANK: Readonly<Record<PlaceType | 'unlisted', number>> = {
  site: 0,
  district: 0,
  village: 1,
  camp: 1,
  unlisted: 1,
  town: 1,
  city: 2,
  region: 3,
  province: 4,
  country: 6,
}

const KINDS =
  /^(?:town|village|city|district|neighbou?rhoods?|suburb|area|areas|region|province|governorate|countryside|camp|quarter|street|square|road|hamlet|towns|villages|districts|suburbs)$/
const SPEAKS = /^(?:said|says|told|refused|wants|wanted|agreed|announced|accused|denied|has|and)$/

/** Where it happened: the most specific place of the clause, the sentence, the sentences before, the headline, the article. */
export const placeOnMap: Refiner = (drafts, reading) => {
  if (drafts.length === 0) return drafts
  const cache = new Map<Sentence, readonly PlaceFound[]>()
  const placesOf = (sentence: Sentence): readonly PlaceFound[] => {
    const known = cache.get(sentence)
    if (known !== undefined) return known
    const found = findPlaces(sentence)
    cache.set(sentence, found)
    return found
  }
  const main = mainPlace(reading, placesOf)
  return drafts.map((draft) => ({ ...draft, place: placeOf(draft, reading, placesOf) ?? main }))
}

type PlacesOf = (sentence: Sentence) => readonly PlaceFound[]

function placeOf(draft: Draft, reading: Reading, placesOf: PlacesOf): string | null {
  const { sentence, clause } = draft
  const places = placesOf(sentence)
  const own = places.filter((place) => place.first >= clause.first && place.last <= clause.last)
  if (draft.cumulative) {
    return (
      countedIn(own, draft)?.text ??
      country(places, sentence) ??
      specific(own, draft)?.text ??
      'Syria'
    )
  }
  const near = fine(specific(own, draft)) ?? fine(specific(places, draft))
  const close = near !== null && RANK[near.type] < RANK.city ? near : null
  const place =
    close ??
    pointedAhead(draft, reading, placesOf, OPEN_PLACE) ??
    near ??
    pointedBack(draft, reading, placesOf) ??
    pointedAhead(draft, reading, placesOf, OPEN_SITE) ??
    wide(specific(own, draft)) ??
    wide(specific(places, draft)) ??
    carriedPlace(draft, reading, placesOf) ??
    wide(specific(reading.sentences[0] === undefined ? [] : placesOf(reading.sentences[0]), draft))
  return place?.text ?? null
}

const fine = (place: PlaceFound | null): PlaceFound | null =>
  place !== null && RANK[place.type] <= RANK.city && !isMereLandmark(place) ? place : null

/** A city may only say where another place lies; what is smaller is where it happened, near enough. */
const isMereLandmark = (place: PlaceFound): boolean =>
  place.landmark && RANK[place.type] >= RANK.city

const wide = (place: PlaceFound | null): PlaceFound | null =>
  place === null || place.type === 'country' ? null : place

const POINTED =
  /^(?:town|village|city|district|neighbou?rhood|area|region|province|camp|enclave|suburb)$/

/** Sentences through which "the town" can point back. */
const FAR_BACK = 60

/** "attacks on the town", "the same neighbourhood": the last place of that kind. */
function pointedBack(draft: Draft, reading: Reading, placesOf: PlacesOf): PlaceFound | null {
  const { sentence, clause } = draft
  for (let at = clause.first + 1; at <= clause.last; at += 1) {
    const kind = wordAt(sentence, at)
    if (!POINTED.test(kind) || wordAt(sentence, at + 1) === 'of') continue
    const before = wordAt(sentence, at - 1)
    if (!/^(?:the|same|this|that)$/.test(before)) continue
    for (
      let index = sentence.index - 1;
      index >= Math.max(0, sentence.index - FAR_BACK);
      index -= 1
    ) {
      const earlier = reading.sentences[index]
      const place = earlier && placesOf(earlier).findLast((found) => fitsKind(kind, found))
      if (place !== undefined) return place
    }
  }
  return null
}

function fitsKind(kind: string, place: PlaceFound): boolean {
  if (kind === 'province') return place.type === 'province'
  if (kind === 'region' || kind === 'area' || kind === 'enclave')
    return RANK[place.type] <= RANK.region
  if (kind === 'city') return place.type === 'city'
  if (/^(?:district|suburb|neighbou?rhood)$/.test(kind)) return RANK[place.type] <= RANK.unlisted
  if (/^(?:market|hospital|school|wedding|convoy|bakery|mosque)$/.test(kind)) {
    return RANK[place.type] <= RANK.city
  }
  return RANK[place.type] >= RANK.village && RANK[place.type] <= RANK.city && place.type !== 'site'
}

/** "a rebel-held town in northern Syria", "a market": the lead does not name it, one of the next sentences does. */
function pointedAhead(
  draft: Draft,
  reading: Reading,
  placesOf: PlacesOf,
  open: RegExp,
): PlaceFound | null {
  const { sentence } = draft
  const kind = sentence.index > 3 ? undefined : open.exec(sentence.text)?.[1]
  if (kind === undefined) return null
  for (const next of reading.sentences.slice(sentence.index + 1, sentence.index + 6)) {
    const place = placesOf(next).find(
      (found) => !found.landmark && fitsKind(kind.toLowerCase(), found),
    )
    if (place !== undefined) return place
  }
  return null
}

/** A place that is not named yet, though the city or province around it may be. */
const OPEN_PLACE =
  /\b(?:an?|one)(?: [\w-]+){0,3}? (town|village|neighbou?rhood|suburb|district|camp)\b(?! of)/i

/** A site without a name: it stands for a place only where none is named at all. */
const OPEN_SITE =
  /\b(?:an?|one|two|three|several|some)(?: [\w-]+){0,3}? (market|hospital|school|wedding|convoy|bakery|mosque)\b/i

/** The place of the sentences before, in the same paragraph or right before it. */
function carriedPlace(draft: Draft, reading: Reading, placesOf: PlacesOf): PlaceFound | null {
  const { sentence } = draft
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - 3); index -= 1) {
    const before = reading.sentences[index]
    if (before === undefined) return null
    if (before.paragraph !== sentence.paragraph && index < sentence.index - 1) return null
    const place = wide(specific(placesOf(before), draft))
    if (place !== null) return place
  }
  return null
}

/** "have been killed in Aleppo since the war began": the total is that place's. */
const countedIn = (places: readonly PlaceFound[], draft: Draft): PlaceFound | undefined =>
  places.find(
    (place) =>
      place.type !== 'country' &&
      !place.landmark &&
      /^(?:in|across)$/.test(wordAt(draft.sentence, place.first - 1)) &&
      place.first - 2 >= draft.harmed.figure.last &&
      place.first - Math.max(draft.harmed.at, draft.harmed.figure.last) <= 2,
  )

const country = (places: readonly PlaceFound[], sentence: Sentence): string | null =>
  places.some((place) => place.type === 'country' && place.text.startsWith('Syria')) ||
  WAR_WORDS.test(sentence.text)
    ? 'Syria'
    : null

/** The most specific; a landmark ("near Damascus") only where nothing else is named; then the nearest after the word of harm. */
function specific(places: readonly PlaceFound[], draft: Draft): PlaceFound | null {
  const at = draft.harmed.at
  const distance = (place: PlaceFound) =>
    place.first > at ? place.first - at : (at - place.last) * 2
  return (
    places.toSorted(
      (a, b) =>
        Number(isMereLandmark(a)) - Number(isMereLandmark(b)) ||
        RANK[a.type] - RANK[b.type] ||
        distance(a) - distance(b),
    )[0] ?? null
  )
}

function findPlaces(sentence: Sentence): readonly PlaceFound[] {
  const { tokens } = sentence
  const simple: PlaceFound[] = []
  let token = 0
  for (const mention of sentence.mentions) {
    while ((tokens[token]?.end ?? Infinity) <= mention.span.start) token += 1
    let last = token
    while ((tokens[last]?.end ?? Infinity) < mention.span.end) last += 1
    if (mention.name.kind !== 'place' || !isWhere(sentence, mention.name, token, last)) continue
    simple.push({
      ...withKind(sentence, token, last),
      type: kindBeside(sentence, token, last) ?? mention.name.type,
      landmark: isLandmark(sentence, token),
    })
  }
  for (const unlisted of findUnlisted(sentence)) {
    const taken = sentence.mentions.some(
      (mention) =>
        mention.span.start < (tokens[unlisted.last]?.end ?? 0) &&
        (tokens[unlisted.first]?.start ?? 0) < mention.span.end,
    )
    if (!taken) simple.push(unlisted)
  }
  return joined(
    sentence,
    simple.toSorted((a, b) => a.first - b.first),
  )
}

/** "Hanan Qabbani": a capitalised word before that is no name itself and no adjective makes it a person's. */
function isSurname(sentence: Sentence, first: number): boolean {
  const token = sentence.tokens[first - 1]
  if (token === undefined || sentence.paragraph.kind === 'headline') return false
  const written = sentence.paragraph.text.slice(token.start, token.end)
  if (!/^\p{Lu}\p{Ll}+$/u.test(written) || KINDS.test(token.low)) return false
  if (/(?:ian|ish|ese|ern|i|s)$/.test(token.low) || first === 1) return false
  return !sentence.mentions.some(({ span }) => span.start <= token.start && token.end <= span.end)
}

/** A place where things happen, not a side ("Damascus said"), a speaker's seat ("told AFP from Jordan") or a word of a name. */
function isWhere(sentence: Sentence, place: PlaceName, first: number, last: number): boolean {
  const before = wordAt(sentence, first - 1)
  const after = wordAt(sentence, last + 1)
  if (isSurname(sentence, first)) return false
  if (
    before === 'from' &&
    sentence.tokens
      .slice(0, first)
      .some((token) => /^(?:told|speaking|reporting|said)$/.test(token.low))
  )
    return false
  if (
    (place.type === 'country' || place.name === 'Damascus' || place.name === 'Moscow') &&
    SPEAKS.test(after) &&
    !/^(?:in|near|around|of|on|at)$/.test(before)
  )
    return false
  // "Turkish border", "Moscow-backed": an adjective, and no place of the event
  return (
    !/^(?:border|government|army|president|regime|military|forces|troops)$/.test(after) ||
    place.type !== 'country'
  )
}

/** "near Damascus", "15 kilometres west of Raqqa", "the countryside outside Aleppo": only where another place lies. */
function isLandmark(sentence: Sentence, first: number): boolean {
  let at = first - 1
  while (/^(?:the|city|town|capital|of|syrian|syria['’]?s)$/.test(wordAt(sentence, at))) at -= 1
  const before = wordAt(sentence, at)
  const of = wordAt(sentence, at + 1) === 'of'
  return (
    /^(?:near|outside|towards?|between)$/.test(before) ||
    (of &&
      /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|kilometers|kilometres|km|miles)$/.test(
        before,
      ))
  )
}

/** "Aleppo province", "the Helluk neighbourhood": the kind beside the name belongs to the place. */
function withKind(
  sentence: Sentence,
  first: number,
  last: number,
): Pick<PlaceFound, 'first' | 'last' | 'text'> {
  const after = /^(?:province|governorate|countryside|neighbou?rhood|district|city|road)$/.test(
    wordAt(sentence, last + 1),
  )
  const end = after ? last + 1 : last
  return { first, last: end, text: textBetween(sentence, first, end) }
}

function kindBeside(sentence: Sentence, first: number, last: number): PlaceType | null {
  const after = wordAt(sentence, last + 1)
  if (/^(?:province|governorate)$/.test(after)) return 'province'
  if (/^(?:countryside|region)$/.test(after)) return 'region'
  return /^province$/.test(wordAt(sentence, first - 2)) && wordAt(sentence, first - 1) === 'of'
    ? 'province'
    : null
}

const textBetween = (sentence: Sentence, first: number, last: number): string =>
  sentence.paragraph.text.slice(sentence.tokens[first]?.start, sentence.tokens[last]?.end)

/** Places that no table lists: "the village of Taduf", "Mogambo neighbourhood". */
function findUnlisted(sentence: Sentence): readonly PlaceFound[] {
  const found: PlaceFound[] = []
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    if (!KINDS.test(wordAt(sentence, at))) continue
    const ahead = /^(?:of|called)$/.test(wordAt(sentence, at + 1))
      ? capitals(sentence, at + 2, 1)
      : null
    const behind = capitals(sentence, at - 1, -1)
    const names = ahead ?? behind
    if (names !== null)
      found.push({
        ...names,
        landmark: isLandmark(sentence, names.first),
        text: textBetween(sentence, names.first, names.last),
        type: /^(?:province|governorate)$/.test(wordAt(sentence, at)) ? 'province' : 'unlisted',
      })
  }
  return found
}

const GENERIC =
  /^(?:shiite|shia|sunni|christian|alawite|druze|islamist|besieged|opposition|residential|the|a|an|this|that|its|their|rebel|government|in|on|at|of|and|state|syrian|kurdish|turkish|northern|southern|eastern|western|central)$/

/** A run of capitalised words that begins at a token and goes one way. */
function capitals(
  sentence: Sentence,
  at: number,
  step: 1 | -1,
): { first: number; last: number } | null {
  let end = at
  while (isCapital(sentence, end) && Math.abs(end - at) < 4) end += step
  const first = step === 1 ? at : end + 1
  const last = step === 1 ? end - 1 : at
  if (first > last || GENERIC.test(wordAt(sentence, first))) return null
  return { first, last }
}

function isCapital(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || (at === 0 && GENERIC.test(token.low))) return false
  return /^(?:\p{Lu}|(?:al|el|ar|as|ash|at|az|an|ad)-\p{Lu})/u.test(
    sentence.paragraph.text.slice(token.start, token.end),
  )
}

/** "al-Midan, al-Sulaimaniyah and al-Sayyid Ali": districts of one list are one place. */
function joined(sentence: Sentence, places: readonly PlaceFound[]): readonly PlaceFound[] {
  const found: PlaceFound[] = []
  for (const place of places) {
    const before = found.at(-1)
    const joints =
      before === undefined
        ? null
        : sentence.tokens.slice(before.last + 1, place.first).map((token) => token.low)
    // "Maarat al-Numan and Kafr Nabl"; but "Kafr Hamra, Aleppo" says where the one lies
    const alike =
      before !== undefined &&
      RANK[before.type] <= RANK.city &&
      RANK[place.type] <= RANK.city &&
      (joints?.at(-1) === 'and' || (RANK[before.type] === RANK[place.type] && RANK[place.type] < 2))
    if (
      before !== undefined &&
      joints !== null &&
      alike &&
      joints.length > 0 &&
      joints.length <= 2 &&
      joints.every((word) => /^(?:,|and)$/.test(word))
    ) {
      found[found.length - 1] = {
        ...before,
        last: place.last,
        text: textBetween(sentence, before.first, place.last),
      }
    } else found.push(place)
  }
  return found
}

/** The Syrian place that the article names most; the earlier of two named as often. */
function mainPlace(
  reading: Reading,
  placesOf: (sentence: Sentence) => readonly PlaceFound[],
): string | null {
  const counts = new Map<string, number>()
  for (const sentence of reading.sentences.slice(0, 40)) {
    for (const place of placesOf(sentence)) {
      if (place.type !== 'country' && place.type !== 'unlisted')
        counts.set(place.text, (counts.get(place.text) ?? 0) + 1)
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
