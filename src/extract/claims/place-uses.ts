import type { PlaceName } from '../../model/name.ts'
import type { Sentence } from '../reading.ts'
import { wordAt } from './draft.ts'
import { KINDS, SITES, textBetween, TIME_NAMES } from './place-words.ts'

const SPEAKS =
  /^(?:said|says|told|lost|launched|blamed|accused|claimed|insisted|rejected|vowed|refused|wants|wanted|agreed|announced|accused|denied|has|and)$/

/** "Hanan Qabbani": a capitalised word before that is no name itself and no adjective makes it a person's. */
function isSurname(sentence: Sentence, first: number): boolean {
  const token = sentence.tokens[first - 1]
  if (token === undefined || sentence.paragraph.kind === 'headline') return false
  const written = sentence.paragraph.text.slice(token.start, token.end)
  if (!/^\p{Lu}\p{Ll}+$/u.test(written) || KINDS.test(token.low)) return false
  if (/(?:ian|ish|ese|ern|i|s)$/.test(token.low) || first === 1) return false
  return !sentence.mentions.some(({ span }) => span.start <= token.start && token.end <= span.end)
}

/** Capitals from which others speak. */
export const FOREIGN =
  /^(?:Washington|Moscow|Ankara|Tehran|Paris|London|Berlin|Brussels|Riyadh|Doha|Geneva|Vienna|Astana|Beirut|Baghdad|Amman|New York)\b/

const SPEAKER =
  /^(?:ministry|government|department|embassy|sources?|activists?|officials?|doctors?|medics?|residents?|witness(?:es)?|correspondents?|reporters?|journalists?|photographers?|spokes\w+|command|office|headquarters|bureau|governor|branch|offices)$/
const BODY =
  /^(?:police|command|media|council|revolution|revolutionary|coordination|military|operations|hospital|health|governorate|province)$/

/** "a medical source in Hasakeh", "a source at Aleppo Police Command": where somebody speaks, or what his office is called. */
export function isSeat(sentence: Sentence, first: number, last: number): boolean {
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
  // "the Ariha Today group": the name of an outlet
  if (
    /^(?:Today|News|Now|Times|Post|TV|Press|Online)$/.test(
      textBetween(sentence, last + 1, last + 1),
    )
  )
    return true
  // "Aleppo Police Command", "Homs Governorate told"
  if (!BODY.test(wordAt(sentence, last + 1))) return false
  return sentence.tokens
    .slice(last + 2, last + 5)
    .some(({ low }) => /^(?:command|cent(?:er|re)|committee|told|said|committees|room)$/.test(low))
}

/** "the Damascus Rural Specialty Hospital had confirmed 70 deaths": a word of the name of somebody who speaks. */
function opensSpeaker(sentence: Sentence, last: number): boolean {
  const site = [1, 2, 3, 4].find((ahead) => SITES.test(wordAt(sentence, last + ahead)))
  if (site === undefined || !speaks(sentence, last + site)) return false
  const name = textBetween(sentence, last + 1, last + site)
  return name.split(/\s+/).every((word) => /^\p{Lu}/u.test(word))
}

/** A building that speaks is somebody, and no place. */
export const speaks = (sentence: Sentence, site: number): boolean =>
  /^(?:said|says|told|confirmed|reported|received|treated)$/.test(
    wordAt(sentence, /^(?:has|had)$/.test(wordAt(sentence, site + 1)) ? site + 2 : site + 1),
  )

/** "Idlib’s civil defence", "Homs’ governor": whose body or official it is. */
const ownsBody = (sentence: Sentence, last: number): boolean =>
  /['’]s?$/.test(wordAt(sentence, last)) &&
  [1, 2].some((ahead) => OFFICE.test(wordAt(sentence, last + ahead)))

const OFFICE = /^(?:civil|governor|council|police|health|mayor|authorities|rescuers|media)$/

/** "QAMISHLI, Syria – A bomb": where it was written. A text in capitals has none. */
function isDateline(sentence: Sentence, first: number, last: number): boolean {
  if (first > 0 || sentence.paragraph.kind === 'headline') return false
  // "Damascus: At least eight people": only the lead has one
  if (sentence.index <= 1 && wordAt(sentence, last + 1) === ':') return true
  const large = /^[\p{Lu}\s’'-]{4,}$/u
  return (
    large.test(textBetween(sentence, first, last)) &&
    !large.test(textBetween(sentence, last + 2, last + 3))
  )
}

/** "Damascus, Homs, SANA – Three", "(Beirut) – Rebels", "Homs (SANA) One": where it was written, and the agency. */
function isCredited({ paragraph, span, tokens }: Sentence, last: number): boolean {
  if (paragraph.kind === 'headline') return false
  const head = CREDIT.exec(paragraph.text.slice(span.start, span.start + CREDIT_REACH))?.[0]
  return head !== undefined && (tokens[last]?.end ?? 0) <= span.start + head.length
}

const CREDIT_REACH = 90
const CREDIT =
  /^(?:\([\p{Lu}][\p{L} ]+\)\s*[–—-]|[\p{Lu}][\p{L}’'\-, /]{2,60}?[\s,(/]+(?:SANA|Reuters|AP|AFP|AA|Xinhua|TASS|RIA|Tasnim|FNA|DPA|NNA)\)?\s*[–—:,-]*\s)/u

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
export function isWhere(
  sentence: Sentence,
  place: PlaceName,
  first: number,
  last: number,
): boolean {
  const before = wordAt(sentence, first - 1)
  const after = wordAt(sentence, last + 1)
  if (isFirstName(sentence, first, last) || isCredited(sentence, last)) return false
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
  if (isSeat(sentence, first, last) || ownsBody(sentence, last)) return false
  if (opensSpeaker(sentence, last)) return false
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
export function isLandmark(sentence: Sentence, first: number): boolean {
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

/** "evacuated from Ras al-Ain to a hospital in Tel Tamr": where they went. `at` is the token of the preposition. */
export const isTakenTo = (sentence: Sentence, at: number): boolean =>
  (wordAt(sentence, at) === 'to' || (wordAt(sentence, at) === 'in' && leadsTo(sentence, at))) &&
  sentence.tokens
    .slice(0, at)
    .some(({ low }) =>
      /^(?:evacuated|evacuating|transferred|transported|taken|brought|rushed|moved)$/.test(low),
    )

/** "to a clinic in Tel Tamr". */
const leadsTo = (sentence: Sentence, at: number): boolean => {
  const between = [1, 2, 3, 4].map((back) => wordAt(sentence, at - back))
  const to = between.indexOf('to')
  return to > 0 && !between.slice(0, to).includes(',')
}

/** "evacuees from Foua", "buses leaving Foua": where they were once, and nothing happened there. */
export function isOrigin(sentence: Sentence, first: number): boolean {
  const before = wordAt(sentence, first - 1)
  let at = first - 1
  while (/^(?:the|of|town|village|city|area|district)$/.test(wordAt(sentence, at))) at -= 1
  if (/^(?:leaving|fleeing|left|fled)$/.test(wordAt(sentence, at))) return true
  return (
    before === 'from' &&
    /^(?:evacuees|evacuated|displaced|refugees|buses|convoy|fleeing|fled|evacuating|leaving)$/.test(
      wordAt(sentence, first - 2),
    )
  )
}
