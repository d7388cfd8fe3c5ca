import type { PlaceName, PlaceType } from '../../model/name.ts'
import type { Sentence } from '../reading.ts'
import { wordAt } from './draft.ts'

/** A place in a sentence, several joined by commas and "and" as one. Token positions are inclusive. */
export interface PlaceFound {
  readonly first: number
  readonly last: number
  readonly text: string
  readonly type: Kind
  /** Named to say where the place before it lies: "Midan neighbourhood in Damascus". */
  readonly holds?: boolean
  /** Named only to say where another place lies: "near Damascus", "west of Raqqa". */
  readonly landmark: boolean
}

/** What a place is; `unlisted` by its looks only, `part` a part of a country: "northern Syria". */
type Kind = PlaceType | 'unlisted' | 'part'

/** From the most to the least specific; what no table lists is a village or a street until shown otherwise. */
export const RANK: Readonly<Record<Kind, number>> = {
  site: 0,
  district: 0,
  village: 1,
  camp: 1,
  unlisted: 1,
  town: 1,
  city: 2,
  region: 3,
  province: 4,
  part: 5,
  country: 6,
}

const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|north-?east|north-?west|south-?east|south-?west)$/

/** "northern and eastern Syria", "northwestern Hama": a region, and not the country or the city. */
function directed(
  sentence: Sentence,
  place: PlaceName,
  token: number,
  last: number,
): PlaceFound | null {
  let first = token
  while (
    DIRECTION.test(wordAt(sentence, first - 1)) ||
    (wordAt(sentence, first - 1) === 'and' && DIRECTION.test(wordAt(sentence, first - 2)))
  )
    first -= 1
  if (first === token || !/^(?:country|city)$/.test(place.type)) return null
  // "Syria's northern city": the direction belongs to what follows
  const text = textBetween(sentence, first, last)
  return /['’]s$/.test(text) || wordAt(sentence, token) === 'syrias'
    ? null
    : {
        first,
        last,
        text,
        type: place.type === 'country' ? 'part' : 'region',
        landmark: isLandmark(sentence, first),
      }
}

/** Nouns of buildings and grounds that carry a name of their own: "Umayyad Square", "Bab al-Saghir cemetery". */
const SITES =
  /^(?:square|roundabout|bridge|road|street|highway|cemetery|park|hospital|mosque|church|market|bazaar|airport|airbase|prison|university|school|crossing|checkpoint|junction|stadium|garden|palace|dam|refinery|farm|hotel|bakery|house|shrine|station|barracks|citadel)$/
const KINDS =
  /^(?:town|village|city|cities|district|neighbou?rhoods?|suburb|area|areas|region|province|governorate|countryside|camp|quarter|street|square|road|hamlet|towns|villages|districts|suburbs)$/
const SPEAKS = /^(?:said|says|told|refused|wants|wanted|agreed|announced|accused|denied|has|and)$/

/** The places that a sentence names as such, in order. */
export function findPlaces(sentence: Sentence): readonly PlaceFound[] {
  const { tokens } = sentence
  const simple: PlaceFound[] = []
  let token = 0
  for (const mention of sentence.mentions) {
    while ((tokens[token]?.end ?? Infinity) <= mention.span.start) token += 1
    let last = token
    while ((tokens[last]?.end ?? Infinity) < mention.span.end) last += 1
    if (
      (tokens[token]?.start ?? 0) < mention.span.start ||
      (tokens[last]?.end ?? 0) > mention.span.end + 2
    )
      continue // "Britain-based", "pro-Damascus": a word of which the name is only a part
    if (mention.name.kind !== 'place' || !isWhere(sentence, mention.name, token, last)) continue
    const wide = directed(sentence, mention.name, token, last)
    if (wide !== null) {
      simple.push(wide)
      continue
    }
    simple.push({
      ...withKind(sentence, token, last),
      type: kindBeside(sentence, token, last) ?? mention.name.type,
      landmark: isLandmark(sentence, token),
      ...(/\b(?:River|Lake|Mountains?|Euphrates|Orontes)\b/.test(mention.name.name)
        ? { holds: true }
        : {}),
    })
  }
  for (const site of findSites(sentence)) {
    const inside = simple.findIndex(({ first, last }) => site.first <= first && last <= site.last)
    if (inside < 0) simple.push(site)
    else if (RANK[simple[inside]?.type ?? 'site'] > RANK.site) simple[inside] = site
  }
  for (const unlisted of [...findUnlisted(sentence), ...findNamedBeside(sentence)]) {
    const taken =
      simple.some(({ first, last }) => first <= unlisted.last && unlisted.first <= last) ||
      sentence.mentions.some(
        (mention) =>
          mention.span.start < (tokens[unlisted.last]?.end ?? 0) &&
          (tokens[unlisted.first]?.start ?? 0) < mention.span.end,
      )
    if (!taken) simple.push(unlisted)
  }
  return joined(
    sentence,
    withHolders(
      sentence,
      simple.toSorted((a, b) => a.first - b.first),
    ),
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

const FOREIGN =
  /^(?:Washington|Moscow|Ankara|Tehran|Paris|London|Berlin|Brussels|Riyadh|Doha|Geneva|Vienna|Astana|Beirut|Baghdad|Amman|New York)\b/

const SPEAKER =
  /^(?:ministry|government|department|embassy|sources?|activists?|officials?|doctors?|medics?|residents?|witness(?:es)?|correspondents?|reporters?|journalists?|photographers?|spokes\w+|command|office|headquarters|bureau|governor|branch|offices)$/
const BODY =
  /^(?:police|command|media|council|revolution|revolutionary|coordination|military|operations|hospital|health|governorate|province)$/

/** "a medical source in Hasakeh", "a source at Aleppo Police Command": where somebody speaks, or what his office is called. */
function isSeat(sentence: Sentence, first: number, last: number): boolean {
  let at = first - 1
  while (/^(?:the|city|province|of|northern|eastern|southern|western)$/.test(wordAt(sentence, at)))
    at -= 1
  if (
    /^(?:in|at|from)$/.test(wordAt(sentence, at)) &&
    SPEAKER.test(wordAt(sentence, at - 1)) &&
    sentence.tokens.some(({ low }) =>
      /^(?:said|told|says|reported|according|added|confirmed)$/.test(low),
    )
  )
    return true
  // "Aleppo Police Command", "Homs Governorate told"
  if (!BODY.test(wordAt(sentence, last + 1))) return false
  return sentence.tokens
    .slice(last + 2, last + 5)
    .some(({ low }) => /^(?:command|cent(?:er|re)|committee|told|said|committees|room)$/.test(low))
}

/** "QAMISHLI, Syria – A bomb": where it was written. A text in capitals has none. */
function isDateline(sentence: Sentence, first: number, last: number): boolean {
  if (first > 0 || sentence.paragraph.kind === 'headline') return false
  const large = /^[\p{Lu}\s’'-]{4,}$/u
  return (
    large.test(textBetween(sentence, first, last)) &&
    !large.test(textBetween(sentence, last + 2, last + 3))
  )
}

/** "envoy Maria Perceval": a name goes on behind it, and no preposition makes it a place. */
function isFirstName(sentence: Sentence, first: number, last: number): boolean {
  if (sentence.paragraph.kind === 'headline' || first === 0) return false
  const next = sentence.tokens[last + 1]
  const token = sentence.tokens[first - 1]
  if (next === undefined || token === undefined) return false
  const text = sentence.paragraph.text
  return (
    /^\p{Lu}\p{Ll}+$/u.test(text.slice(next.start, next.end)) &&
    !KINDS.test(next.low) &&
    !TIME_NAMES.test(next.low) &&
    /^(?:envoy|minister|spokes\w+|activist|general|president|mr|mrs|ms|dr|director|secretary|\p{L}+er|\p{L}+or)$/u.test(
      token.low,
    )
  )
}

/** A place where things happen, not a side ("Damascus said"), a speaker's seat ("told AFP from Jordan") or a word of a name. */
function isWhere(sentence: Sentence, place: PlaceName, first: number, last: number): boolean {
  const before = wordAt(sentence, first - 1)
  const after = wordAt(sentence, last + 1)
  if (isFirstName(sentence, first, last)) return false
  if (isSurname(sentence, first) || isDateline(sentence, first, last)) return false
  // "terrorists positioned in Binnish": where they fired from
  if (
    /^(?:in|at|near|on)$/.test(before) &&
    /^(?:positioned|based|located|stationed|deployed)$/.test(wordAt(sentence, first - 2))
  )
    return false
  // "which Washington said": its government
  if (FOREIGN.test(place.name) && !/^(?:in|near|around|of|on|at|outside|from)$/.test(before))
    return false
  if (isSeat(sentence, first, last)) return false
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
  // "the town in Harem district": the town is what was hit
  if (
    before === 'in' &&
    /^(?:town|village|camp)$/.test(wordAt(sentence, at - 1)) &&
    wordAt(sentence, at - 2) === 'the'
  )
    return true
  // "the road to Aleppo", "a supply route into the city of Homs"
  if (
    /^(?:to|into)$/.test(before) &&
    /^(?:road|route|routes|highway|way|line|lines)$/.test(wordAt(sentence, at - 1))
  )
    return true
  return (
    /^(?:near|outside|towards?|between)$/.test(before) ||
    (of &&
      /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|vicinity|kilometers|kilometres|km|miles)$/.test(
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
  const after = /^(?:province|governorate|countryside|neighbou?rhood|district|city)$/.test(
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
    const twin = behind === null ? null : withTwin(sentence, behind, at)
    // of "Douma and Arbin towns" a table may know the first: then the second is left
    const forms = ahead === null ? [twin, behind] : [ahead]
    for (const names of new Set(forms.filter((form) => form !== null)))
      found.push({
        ...names,
        landmark: isLandmark(sentence, names.first),
        text: textBetween(sentence, names.first, names.last),
        type: /^(?:province|governorate)$/.test(wordAt(sentence, at)) ? 'province' : 'unlisted',
      })
  }
  return found
}

/** "the Damascus Opera House", "Castello Road": a name that ends in what it is. */
function findSites(sentence: Sentence): readonly PlaceFound[] {
  // a headline writes everything large
  if (sentence.paragraph.kind === 'headline') return []
  const found: PlaceFound[] = []
  for (let at = 1; at < sentence.tokens.length; at += 1) {
    if (!SITES.test(wordAt(sentence, at))) continue
    const names = capitals(sentence, at - 1, -1)
    if (names === null || names.first === 0 || isSeat(sentence, names.first, at)) continue
    if (SITES.test(wordAt(sentence, names.first)) || isBetween(sentence, names.last)) continue
    found.push({
      first: names.first,
      last: at,
      text: textBetween(sentence, names.first, at),
      type: 'site',
      landmark: isLandmark(sentence, names.first),
    })
  }
  return found
}

/** "the Beirut-Damascus highway" lies nowhere in particular. */
const isBetween = (sentence: Sentence, at: number): boolean =>
  /^\p{L}{4,}-\p{L}{4,}$/u.test(wordAt(sentence, at))

const WHERE = /^(?:in|at|on|near|into|towards?|around|outside)$/
const LIES_IN =
  /^(?:northern|southern|eastern|western|central|northeastern|northwestern|rural|the|province|of|city|syria['’]?s|syrian|countryside)$/

/** "in Huweijet al-Sakr in Deir Ezzor", "near Filita, in Qalamoun": no table has it, but a place that it lies in follows. */
function findNamedBeside(sentence: Sentence): readonly PlaceFound[] {
  if (sentence.paragraph.kind === 'headline') return []
  const found: PlaceFound[] = []
  for (let at = 0; at + 1 < sentence.tokens.length; at += 1) {
    if (!WHERE.test(wordAt(sentence, at))) continue
    const names = capitals(sentence, at + 1, 1)
    if (names === null || TIME_NAMES.test(wordAt(sentence, names.first))) continue
    // "in al-Arqoub": the article makes it a place, where nothing else does
    if (
      /^a[ldnrstz]h?-/.test(wordAt(sentence, names.first)) &&
      !/['’]s$/.test(wordAt(sentence, names.last))
    ) {
      found.push({
        ...names,
        text: textBetween(sentence, names.first, names.last),
        type: 'unlisted',
        landmark: isLandmark(sentence, names.first),
      })
      continue
    }
    let next = names.last + 1
    if (wordAt(sentence, next) === ',') next += 1
    if (wordAt(sentence, next) !== 'in') continue
    next += 1
    while (LIES_IN.test(wordAt(sentence, next))) next += 1
    const start = sentence.tokens[next]?.start
    const lies = sentence.mentions.some(
      ({ name, span }) => name.kind === 'place' && span.start === start,
    )
    if (lies)
      found.push({
        ...names,
        text: textBetween(sentence, names.first, names.last),
        type: 'unlisted',
        landmark: isLandmark(sentence, names.first),
      })
  }
  return found
}

const TIME_NAMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** "Khan Arnabeh and al-Baath cities": two names before a plural. */
function withTwin(
  sentence: Sentence,
  names: { first: number; last: number },
  kind: number,
): { first: number; last: number } {
  if (!wordAt(sentence, kind).endsWith('s') || wordAt(sentence, names.first - 1) !== 'and')
    return names
  const other = capitals(sentence, names.first - 2, -1)
  return other === null ? names : { first: other.first, last: names.last }
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
  if (
    token !== undefined &&
    /-(?:populated|majority|held|controlled|dominated|inhabited|backed|led|run|based)$/.test(
      token.low,
    )
  )
    return false
  if (token === undefined || (at === 0 && GENERIC.test(token.low))) return false
  return /^(?:\p{Lu}|(?:al|el|ar|as|ash|at|az|an|ad)-\p{Lu})/u.test(
    sentence.paragraph.text.slice(token.start, token.end),
  )
}

/** "the Telephone neighbourhood in Sulaymaniyah in Aleppo": of places that lie in one another the first. */
const withHolders = (sentence: Sentence, places: readonly PlaceFound[]): readonly PlaceFound[] =>
  places.map((place, index) => {
    const before = places[index - 1]
    const between = before === undefined ? [] : sentence.tokens.slice(before.last + 1, place.first)
    const nested =
      between.some(({ low }) => low === 'in') &&
      between.every(({ low }) => low === 'in' || low === 'the' || low === ',' || KINDS.test(low))
    return nested ? { ...place, holds: true } : place
  })

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
