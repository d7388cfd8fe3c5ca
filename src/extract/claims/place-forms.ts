import type { PlaceName, PlaceType } from '../../model/name.ts'
import type { Sentence } from '../reading.ts'
import { wordAt } from './draft.ts'
import { isLandmark, isOrigin, isSeat, isTakenTo, speaks } from './place-uses.ts'
import { DIRECTION, KINDS, type PlaceFound, SITES, textBetween, TIME_NAMES } from './place-words.ts'

/** "northern and eastern Syria", "northwestern Hama": a region, and not the country or the city. */
export function directed(
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

/** "Aleppo province", "the Helluk neighbourhood": the kind beside the name belongs to the place. */
export function withKind(
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

export function kindBeside(sentence: Sentence, first: number, last: number): PlaceType | null {
  const after = wordAt(sentence, last + 1)
  if (/^(?:province|governorate)$/.test(after)) return 'province'
  if (/^(?:countryside|region)$/.test(after)) return 'region'
  return /^province$/.test(wordAt(sentence, first - 2)) && wordAt(sentence, first - 1) === 'of'
    ? 'province'
    : null
}

/** Places that no table lists: "the village of Taduf", "Mogambo neighbourhood". */
export function findUnlisted(sentence: Sentence): readonly PlaceFound[] {
  const found: PlaceFound[] = []
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    if (!KINDS.test(wordAt(sentence, at))) continue
    const ahead = /^(?:of|called)$/.test(wordAt(sentence, at + 1))
      ? capitals(sentence, at + 2, 1)
      : null
    const behind = capitals(sentence, at - 1, -1)
    const twin = behind === null ? null : withTwin(sentence, behind, at)
    // of "Douma and Arbin towns" a table may know the first: then the second is left
    // and of "the Ezra area of Daraa" the second
    const forms = ahead === null ? [twin, behind] : [ahead, behind]
    for (const names of new Set(forms.filter((form) => form !== null)))
      found.push({
        ...names,
        landmark: isLandmark(sentence, names.first),
        ...(isOrigin(sentence, names.first) ? { origin: true } : {}),
        text: textBetween(sentence, names.first, isNamePart(sentence, at, names) ? at : names.last),
        type: /^(?:province|governorate)$/.test(wordAt(sentence, at)) ? 'province' : 'unlisted',
      })
  }
  return found
}

/** "the Old City", "Harasta Suburb": a kind that is written large belongs to the name before it. */
const isNamePart = (sentence: Sentence, at: number, names: { readonly last: number }): boolean =>
  names.last === at - 1 &&
  sentence.paragraph.kind !== 'headline' &&
  /^\p{Lu}/u.test(textBetween(sentence, at, at))

/** "the Damascus Opera House", "Castello Road": a name that ends in what it is. */
export function findSites(sentence: Sentence): readonly PlaceFound[] {
  // a headline writes everything large
  if (sentence.paragraph.kind === 'headline') return []
  const found: PlaceFound[] = []
  for (let at = 1; at < sentence.tokens.length; at += 1) {
    if (!SITES.test(wordAt(sentence, at))) continue
    const names = capitals(sentence, at - 1, -1)
    if (names === null || names.first === 0 || isSeat(sentence, names.first, at)) continue
    if (speaks(sentence, at) || isTakenTo(sentence, names.first - 1)) continue
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

const WHERE =
  /^(?:in|at|on|near|into|towards?|around|outside|attacked|struck|hit|targeted|bombed|shelled|pounded)$/
const LIES_IN =
  /^(?:northern|southern|eastern|western|central|northeastern|northwestern|rural|the|province|of|city|syria['’]?s|syrian|countryside)$/

/** "in Huweijet al-Sakr in Deir Ezzor", "near Filita, in Qalamoun": no table has it, but a place that it lies in follows. */
export function findNamedBeside(sentence: Sentence): readonly PlaceFound[] {
  if (sentence.paragraph.kind === 'headline') return []
  const found: PlaceFound[] = []
  for (let at = 0; at + 1 < sentence.tokens.length; at += 1) {
    if (!WHERE.test(wordAt(sentence, at))) continue
    const names = capitals(sentence, at + 1, 1)
    if (names === null || TIME_NAMES.test(wordAt(sentence, names.first))) continue
    // "in al-Arqoub": the article makes it a place, where nothing else does
    if (isArabic(sentence, names) && !/['’]s$/.test(wordAt(sentence, names.last))) {
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
    // "on Termanin, a town in northern Idlib"
    if (isTown(sentence, next)) {
      found.push({
        ...names,
        text: textBetween(sentence, names.first, names.last),
        type: 'unlisted',
        landmark: isLandmark(sentence, names.first),
      })
      continue
    }
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

const BRIGADES =
  /^(?:liwaa?|ja[iy]sh|jeish|jabhat|jabhet|jund|ansar|ahrar|faylaq|failaq|harakat|kata[’']?ib|hayat|abu|umm|ibn|abd|abdul|sheikh)$/

/** "al-Arqoub", "Rajm al-Qasser". */
const isArabic = (sentence: Sentence, names: { first: number; last: number }): boolean =>
  !BRIGADES.test(wordAt(sentence, names.first)) &&
  sentence.tokens.slice(names.first, names.last + 1).some(({ low }) => /^a[ldnrstz]h?-/.test(low))

/** "a town", "the last rebel-held village". */
const isTown = (sentence: Sentence, at: number): boolean =>
  /^(?:an?|the)$/.test(wordAt(sentence, at)) &&
  [1, 2, 3, 4].some((ahead) =>
    /^(?:town|village|suburb|neighbou?rhood|district|hamlet|camp)$/.test(
      wordAt(sentence, at + ahead),
    ),
  )

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

/** "Aleppo's Old City", and "Aleppos Old City" where a table has lost the apostrophe: the holder is no part of the name. */
export function isPossessive(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined) return false
  if (/['’]s$/.test(token.low)) return true
  return (
    token.low.endsWith('s') &&
    sentence.mentions.some(
      ({ name, span }) =>
        name.kind === 'place' && span.end === token.end - 1 && span.start <= token.start,
    )
  )
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
  while (isCapital(sentence, end) && Math.abs(end - at) < 4) {
    if (step === -1 && isPossessive(sentence, end)) break
    end += step
  }
  const first = step === 1 ? at : end + 1
  const last = step === 1 ? end - 1 : at
  if (first > last || GENERIC.test(wordAt(sentence, first))) return null
  return { first, last }
}

/** What a headline writes large, and no place is called: "Evacuees From Besieged Syrian Towns", "Terrorists Battle in Two Areas". */
const NEVER =
  /^(?:from|for|with|by|to|into|near|over|after|before|amid|as|kills?|killed|hits?|strikes?|targets?|targeting|run|more|most|many|several|two|three|four|five|six|new|besieged|evacuees|syrian|battle|bombing|attacks?|attacked|clashes|fighting|terrorists?|terror|army|air|bombs?|car|suicide|rebels?|militants?|airstrikes?|raids?|blasts?|civilians?|people|children|says|said|captures?|captured|retakes?|seizes?|advances?|residential|populated|busy|crowded|key|strategic|major|main|other|some|all|both|rural|remote|hospital|school|christian|assyrian|kurdish|armenian|shiite|sunni|alawite|druze)$/

function isCapital(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token !== undefined && NEVER.test(token.low)) return false
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
