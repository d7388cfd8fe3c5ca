import type { Sentence } from '../reading.ts'
import { wordAt } from './draft.ts'
import {
  directed,
  findNamedBeside,
  findSites,
  findUnlisted,
  isPossessive,
  kindBeside,
  withKind,
} from './place-forms.ts'
import { isLandmark, isOrigin, isTakenTo, isWhere } from './place-uses.ts'
import { KINDS, type PlaceFound, RANK, textBetween } from './place-words.ts'

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
    const holds =
      isPossessive(sentence, last) ||
      isTakenTo(sentence, token - 1) ||
      /\b(?:River|Lake|Mountains?|Euphrates|Orontes)\b/.test(mention.name.name)
    simple.push({
      ...withKind(sentence, token, last),
      type: kindBeside(sentence, token, last) ?? mention.name.type,
      landmark: isLandmark(sentence, token),
      ...(isOrigin(sentence, token) ? { origin: true } : {}),
      ...(holds ? { holds } : {}),
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

/** "the Telephone neighbourhood in Sulaymaniyah in Aleppo": of places that lie in one another the first. */
const withHolders = (sentence: Sentence, places: readonly PlaceFound[]): readonly PlaceFound[] =>
  places.map((place, index) => {
    const before = places[index - 1]
    const between = before === undefined ? [] : sentence.tokens.slice(before.last + 1, place.first)
    const nested =
      between.some(({ low }) => low === 'in') &&
      between.every(({ low }) => low === 'in' || low === 'the' || low === ',' || KINDS.test(low))
    return nested || holdsNext(sentence, place, places[index + 1])
      ? { ...place, holds: true }
      : place
  })

/**
 * "the Damascus suburb of Jaramana", "Aleppo's district of Midan": the first says where the second lies;
 * of "the Ezra area of Daraa" the second where the first does.
 */
const holdsNext = (sentence: Sentence, place: PlaceFound, next: PlaceFound | undefined): boolean =>
  next?.first === place.last + 3 &&
  RANK[next.type] <= RANK[place.type] &&
  KINDS.test(wordAt(sentence, place.last + 1)) &&
  wordAt(sentence, place.last + 2) === 'of'

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
