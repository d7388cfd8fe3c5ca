import { daysBetween } from '../dates/calendar.ts'
import type { Reading, Sentence } from '../reading.ts'
import { type Draft, type Placed, type Refiner, wordAt } from './draft.ts'
import { findPlaces } from './place-names.ts'
import { FOREIGN } from './place-uses.ts'
import { type PlaceFound, RANK } from './place-words.ts'
import { WAR_WORDS } from './vocabulary/war.ts'

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
  const main = once(() => mainPlace(reading, placesOf))
  const counting = new Set(drafts.map(({ sentence }) => sentence))
  const ground = { reading, placesOf, counting }
  return drafts.map((draft) => {
    const pointed = pointedPlace(draft, ground)
    const place = pointed ?? placeOf(draft, ground)
    if (place === null) return { ...draft, place: main(), placed: NOWHERE }
    if (typeof place === 'string') return { ...draft, place, placed: COUNTRY_WIDE }
    const own =
      place === pointed || (placesOf(draft.sentence).includes(place) && !isMereLandmark(place))
    const settlement = /^(?:village|town|city|camp)$/.test(place.type)
    return { ...draft, place: place.text, placed: { rank: RANK[place.type], own, settlement } }
  })
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** A total of the war is nowhere nearer. */
const COUNTRY_WIDE: Placed = { rank: 6, own: true, settlement: false }
/** The article's place, for want of another. */
const NOWHERE: Placed = { rank: 6, own: false, settlement: false }

type PlacesOf = (sentence: Sentence) => readonly PlaceFound[]

/** What a place is looked for in. */
interface Ground {
  readonly reading: Reading
  readonly placesOf: PlacesOf
  /** The sentences that count somebody. */
  readonly counting: ReadonlySet<Sentence>
}

/** The place that the sentence names, or points to. */
function pointedPlace(draft: Draft, ground: Ground): PlaceFound | null {
  if (draft.cumulative) return null
  const { sentence } = draft
  const { own, shared } = placesBy(draft, ground)
  const near = fine(specific(own, draft)) ?? fine(specific(shared, draft))
  const close = near !== null && RANK[near.type] < RANK.city ? near : null
  return (
    close ??
    pointedAhead(draft, ground, OPEN_PLACE) ??
    (near === null ? null : detailAhead(draft, ground)) ??
    near ??
    pointedBack(draft, ground) ??
    pointedAhead(draft, ground, OPEN_GROUND) ??
    (shared.every(({ type }) => RANK[type] >= RANK.province)
      ? pointedAhead(draft, ground, OPEN_SITE)
      : null) ??
    (shared.length > 0 || sentence.index <= LEAD ? detailAhead(draft, ground) : null)
  )
}

/** The places of the figure's own clause, and of the clauses that it shares. */
function placesBy(draft: Draft, { placesOf }: Ground) {
  const { sentence, clause } = draft
  const named = placesOf(sentence)
  const places = draft.harm === 'displaced' ? named : named.filter(({ origin }) => origin !== true)
  return {
    places,
    own: places.filter((place) => place.first >= clause.first && place.last <= clause.last),
    shared: places.filter((place) => !isApart(draft, place)),
  }
}

/** A total's place; else what is wider, or was named before. */
function placeOf(draft: Draft, ground: Ground): PlaceFound | string | null {
  const { sentence } = draft
  const { places, own, shared } = placesBy(draft, ground)
  if (draft.cumulative)
    return countedIn(own, draft) ?? country(places, sentence) ?? specific(own, draft) ?? 'Syria'
  // "across Syria over two months": of all of it
  const isWide = own.some((place) => place.type === 'country') && spans(draft, COUNTRY_WIDE_DAYS)
  const part = wide(specific(own, draft)) ?? wide(specific(shared, draft))
  // "in northern Syria" is hardly a place where the headline or the sentence before knows better
  if (part !== null && part.type !== 'part') return part
  const told = isWide ? country(own, sentence) : null
  return told ?? carriedPlace(draft, ground) ?? inHeadline(draft, ground) ?? part
}

/** The place of the headline, for the sentences that open the story. */
function inHeadline(draft: Draft, { reading, placesOf }: Ground): PlaceFound | null {
  const [headline] = reading.sentences
  return headline === undefined ? null : wide(specific(placesOf(headline), draft))
}

/** "More than 500 civilians have been killed in two months in Syria": no one town's. */
const COUNTRY_WIDE_DAYS = 14
const spans = ({ from, to }: Draft, days: number): boolean =>
  from !== null && to !== null && daysBetween(from, to) >= days

/** "19 were killed hours after a gas attack on Khan Sheikhun": another event's place, in a clause of its own. */
const isApart = ({ sentence, clause }: Draft, place: PlaceFound): boolean =>
  (place.first > clause.last && APART.test(wordAt(sentence, clause.last + 1))) ||
  (place.last < clause.first && EARLIER.test(wordAt(sentence, clause.first)))

/** Headline and first sentence. */
const LEAD = 1

const APART = /^(?:while|whereas|after|before|but|;)$/
/** What comes before "while" holds for both halves of a sentence, what comes before "after" does not. */
const EARLIER = /^(?:after|before)$/

const fine = (place: PlaceFound | null): PlaceFound | null =>
  place !== null && RANK[place.type] <= RANK.city && !isMereLandmark(place) ? place : null

/** A city may only say where another place lies; what is smaller is where it happened, near enough. */
const isMereLandmark = (place: PlaceFound): boolean =>
  place.landmark && RANK[place.type] >= RANK.city

const wide = (place: PlaceFound | null): PlaceFound | null =>
  place === null || place.type === 'country' ? null : place

const POINTED =
  /^(?:town|village|city|district|neighbou?rhood|area|region|province|camp|enclave|suburb|cities)$/

/** Nobody calls these towns. */
const PROVINCIAL =
  /^(?:Aleppo|Damascus|Homs|Hama|Lat+akia|Raqq?a|Idlib|Idleb|Hasakeh?|Daraa|Quneitra|Sweida|Suwayda|Tartus|Deir [ae][zl])\b/i

/** Sentences through which "the town" can point back. */
const FAR_BACK = 60

/** "attacks on the town", "the same neighbourhood": the last place of that kind. */
function pointedBack(draft: Draft, { reading, placesOf }: Ground): PlaceFound | null {
  const { sentence, clause } = draft
  for (let at = clause.first + 1; at <= clause.last; at += 1) {
    const kind = singular(wordAt(sentence, at))
    if (!POINTED.test(kind) || wordAt(sentence, at + 1) === 'of') continue
    if (!POINTS.test(wordAt(sentence, pointerOf(sentence, at)))) continue
    let city: PlaceFound | null = null
    for (
      let index = sentence.index - 1;
      index >= Math.max(0, sentence.index - FAR_BACK);
      index -= 1
    ) {
      const earlier = reading.sentences[index]
      const place = earlier && placesOf(earlier).findLast((found) => fitsKind(kind, found))
      if (place === undefined || (kind === 'town' && PROVINCIAL.test(place.text))) continue
      // "the town" is a city only where no town is named
      if (kind !== 'town' || place.type !== 'city') return place
      city ??= place
    }
    if (city !== null) return city
  }
  return null
}

const POINTS = /^(?:the|same|this|that|those|these|both|two)$/

/** "the rebel-held town", "the southeastern suburb": the word that points stands before the adjectives. */
function pointerOf(sentence: Sentence, kind: number): number {
  let at = kind - 1
  while (kind - at < 3 && ADJECTIVE.test(wordAt(sentence, at))) at -= 1
  return at
}

const ADJECTIVE =
  /-(?:held|controlled|besieged|run)$|^(?:besieged|embattled|northern|southern|eastern|western|central|(?:north|south)-?(?:eastern|western)|small|rural|nearby|strategic|ancient)$/

/** "those areas", "the two cities". */
const singular = (word: string): string => (word === 'cities' ? 'city' : word.replace(/s$/, ''))

function fitsKind(kind: string, place: PlaceFound): boolean {
  if (kind === 'province') return place.type === 'province'
  if (kind === 'region' || kind === 'area' || kind === 'enclave')
    return RANK[place.type] <= RANK.region
  if (kind === 'city') return place.type === 'city'
  if (/^(?:district|suburb|neighbou?rhood)$/.test(kind)) return RANK[place.type] <= RANK.unlisted
  if (/^(?:road|route|highway|crossing|bridge|airport|airbase|square|park|prison)$/.test(kind))
    return RANK[place.type] === RANK.site
  if (/^(?:market|hospital|school|wedding|convoy|bakery|mosque)$/.test(kind)) {
    return RANK[place.type] <= RANK.city
  }
  return RANK[place.type] >= RANK.village && RANK[place.type] <= RANK.city && place.type !== 'site'
}

/** "a rebel-held town in northern Syria", "a market": the lead does not name it, one of the next sentences does. */
function pointedAhead(
  draft: Draft,
  { reading, placesOf }: Ground,
  open: RegExp,
): PlaceFound | null {
  const { sentence } = draft
  const match = sentence.index > 3 ? null : open.exec(sentence.text)
  const kind = match?.[1] ?? match?.[2]
  if (match === null || kind === undefined) return null
  // "Khan Sheikhun, a town in the south": named already
  const start = sentence.span.start + match.index
  const named = placesOf(sentence).some(({ last }) => {
    const end = sentence.tokens[last]?.end ?? 0
    return end < start && start - end <= 2
  })
  if (named) return null
  const after = reading.sentences.slice(sentence.index + 1, sentence.index + AHEAD)
  // a sentence that speaks of the event before one about aid for another town
  for (const next of after.toSorted((a, b) => Number(tells(b)) - Number(tells(a)))) {
    const places = placesOf(next).filter(
      (found) =>
        !found.landmark &&
        found.origin !== true &&
        fitsKind(kind.toLowerCase(), found) &&
        !isOtherKind(next, found, kind.toLowerCase()),
    )
    const small = /^(?:village|town)$/i.test(kind)
    const place =
      places.find(({ type }) => type !== 'city' || !small) ??
      places.find(({ text }) => !PROVINCIAL.test(text))
    if (place !== undefined) return place
  }
  return null
}

/** "the town of Boukamal" is not the village that a sentence before left without a name. */
function isOtherKind(sentence: Sentence, place: PlaceFound, kind: string): boolean {
  const label = wordAt(sentence, place.first - 1) === 'of' ? wordAt(sentence, place.first - 2) : ''
  return SETTLEMENT.test(label) && SETTLEMENT.test(kind) && label !== kind
}

const SETTLEMENT = /^(?:village|town|city|camp)$/

/** Sentences, quotations among them, in which the place that a lead leaves open is named. */
const AHEAD = 9

/** A place that is not named yet, though the city or province around it may be. */
const OPEN_PLACE =
  /\b(?:an?|one)(?: [\w-]+){0,3}? (?:(town|village|camp)\b(?! of)|(neighbou?rhood|suburb|district)\b)/i

/** "a key supply route into the city": where they fought, which one of the next sentences names. */
const OPEN_GROUND =
  /\b(?:an?|the|key|critical|last|only|main|vital|strategic)(?: [\w-]+){0,3}? (road|route|highway|crossing|bridge|airport|airbase|square|park|prison)\b/i

/** A site without a name: it stands for a place only where none is named at all. */
const OPEN_SITE =
  /\b(?:an?|one|two|three|several|some)(?: [\w-]+){0,3}? (market|hospital|school|wedding|convoy|bakery|mosque)\b/i

const EVENT =
  /\b(?:attack|(?:air)?strike|raid|blast|explo(?:sion|sive|ded)|blew up|detonat|bomb|shell|rocket|mortar|missile|bomber|fighting|clashes|killed)\w*/i

const tells = ({ text }: Sentence): boolean => EVENT.test(text)

/** Opens what is another event. */
const ANOTHER =
  /^(?:also|fresh|further|new|more|later|meanwhile|in the meantime|earlier|other|another|elsewhere|separately|on \p{Lu})\b/iu

/**
 * "Rockets hit several neighbourhoods of Aleppo. A source said that they fell on al-Midan": the next sentence, or one of
 * the next after the lead, says where exactly, and counts nobody of its own.
 */
function detailAhead(draft: Draft, { reading, placesOf, counting }: Ground): PlaceFound | null {
  const { sentence } = draft
  if (draft.cumulative || spansDays(draft)) return null
  const far = sentence.index <= LEAD ? 3 : 2
  for (const next of reading.sentences.slice(sentence.index + 1, sentence.index + far)) {
    if (counting.has(next)) {
      if (sentence.index > LEAD) return null
      continue
    }
    if (ANOTHER.test(next.text)) return null
    if (!EVENT.test(next.text)) continue
    const places = placesOf(next).filter(({ type }) => RANK[type] <= RANK.town)
    const place = places.find(({ landmark }) => !landmark) ?? places[0]
    if (place !== undefined) return place
  }
  return null
}

/** More than a night: several places share what it counts. */
const spansDays = ({ from, to }: Draft): boolean =>
  from !== null && (to === null || daysBetween(from, to) > 1)

/** The place of the sentences before, in the same paragraph or right before it. */
function carriedPlace(draft: Draft, { reading, placesOf }: Ground): PlaceFound | null {
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

/** A square and a district are as good as one another: the nearer is meant. */
const coarse = ({ type }: PlaceFound): number => Math.floor(RANK[type])

/** The most specific; a landmark ("near Damascus") only where nothing else is named; then the nearest after the word of harm. */
function specific(places: readonly PlaceFound[], draft: Draft): PlaceFound | null {
  const at = draft.harmed.at
  const distance = (place: PlaceFound) =>
    place.first > at ? place.first - at : (at - place.last) * 2
  return (
    places.toSorted(
      (a, b) =>
        Number(isMereLandmark(a)) - Number(isMereLandmark(b)) ||
        Number(a.holds === true) - Number(b.holds === true) ||
        coarse(a) - coarse(b) ||
        distance(a) - distance(b),
    )[0] ?? null
  )
}

/** The Syrian place that the article names most; the earlier of two named as often. */
function mainPlace(
  reading: Reading,
  placesOf: (sentence: Sentence) => readonly PlaceFound[],
): string | null {
  const counts = new Map<string, number>()
  for (const sentence of reading.sentences.slice(0, 40)) {
    for (const place of placesOf(sentence)) {
      if (place.type !== 'country' && place.type !== 'unlisted' && !FOREIGN.test(place.text))
        counts.set(place.text, (counts.get(place.text) ?? 0) + 1)
    }
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (most === undefined) return null
  const opening = reading.sentences.slice(0, OPENING).flatMap(placesOf)
  const named = opening.some(({ text }) => text === most[0])
  const countrywide = opening.find(({ type, text }) => type === 'country' && SYRIA.test(text))
  return !named && most[1] <= SELDOM && countrywide !== undefined ? countrywide.text : most[0]
}

/** Headline, lead and the two sentences after it; a report on all of Syria names its towns further down. */
const OPENING = 4
const SELDOM = 2
const SYRIA = /^Syria$/
