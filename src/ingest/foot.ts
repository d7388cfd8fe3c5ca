// What saved pages leave below a text that stands on one line, by what it is. Each begins where a sentence, or another
// of them, has ended, and reaches to the end of the text. `keep`: who wrote it and when; the page's rules read that.
const MARKERS = [
  {
    keep: true,
    form: /\(?\b(?:(?:with )?additional )?(?:reporting|writing|written|editing)(?: and \p{Ll}+)? by (?=\p{Lu})/iu,
  },
  { keep: true, form: /\bLast (?:update|updated|modified)\b:?/iu },
  { keep: true, form: /\bSources? (?=(?:\p{Lu}[\p{L}/]*|and|&)(?: |$))/u },
  { keep: false, form: /\bOur Standards:/u },
  {
    keep: false,
    form: /\bRelated(?: (?:News|Coverage|Articles?|Stor(?:y|ies)|Posts?|Content|Topics?|Links?))?:? (?=["“]?[\p{Lu}\d])/u,
  },
  { keep: false, form: /\b(?:Read|See) (?:more|also|MORE|ALSO|More|Also)\b|\bREAD MORE\b/u },
  { keep: false, form: /\bTags:? (?=[\p{L}\d])/u },
  { keep: false, form: /\bAgencies contributed\b/u },
  { keep: false, form: /\bTopic (?=[^.!?]{3,90}\(\d+\))/u },
  { keep: false, form: /\bCommunity standards/u },
  { keep: false, form: /\b(?:Print|Email|Share|Tweet) (?:Print|Email|Share|Tweet|Views)\b/u },
  {
    keep: false,
    form: /\bAbout (?:Us|\p{Lu}[\p{L}]*(?: \p{Lu}\p{L}*)?) (?:Careers|Contact|Press|Terms|Privacy|Advertise)\b/u,
  },
  {
    keep: false,
    form: /\b(?:Follow|Like|Join|Find) us (?:on|at)\b|\bNever miss a story\b|\bSign up (?:to|for) our\b/iu,
  },
  { keep: false, form: /\bClick here (?:to|for)\b/iu },
  { keep: false, form: /\b(?:All rights reserved|Copyright ©?)/iu },
] as const

/** The text after which nothing but the foot follows: the story's last sentence has ended there. */
const ENDED = /(?:[.!?…]["”’)\]]*|\))\s*(?:\.{3}\s*)?(?:\d{1,6}\s*)?$/u
/** A whole sentence: words in lower case before a full stop, and another beginning after it. */
const SENTENCE = /\p{Ll}{2}[.!?]["”’)]*\s+["“]?\p{Lu}\p{L}*\s\p{Ll}/gu
/** What a foot may hold of them: a site's own words about itself, a sign-off. */
const MOST_SENTENCES = 1
const COUNT =
  /(?<=[.!?…]["”’)]*)\s*(?:\.{3}\s*)?(?:\p{Lu}{2,6} (?:- )?)?[\d-]{1,9}(?: ?More ?Images?)?\s*$/u
// `Hazem Sabbagh`, `Manar al-Frieh/Manal`, `H. Zain H. Said`, and the initials of a desk
const NAMES = String.raw`(?:(?:al-|el-)?\p{Lu}[\p{L}.'’-]*(?: (?=[\p{L}/])|(?= ?\/|\s*$))){1,4}`
const SIGNATURE = new RegExp(
  String.raw`(?<=[\p{Ll}\d)]{3} ?[.!?]["”’)]*)\s${NAMES}(?: ?\/ ?${NAMES}){0,5}\s*$`,
  'u',
)
/** A signature is short; what is longer is a sentence that has lost its full stop. */
const LONGEST_SIGNATURE = 70

export interface Foot {
  readonly body: string
  /** What the foot says about the text, a line each; links, tags and buttons are left out. */
  readonly feet: readonly string[]
}

/** Takes off the foot of a text on one line, mark by mark from its end. */
export function cutFoot(text: string): Foot {
  let body = text
  const feet: string[] = []
  for (let cuts = 0; cuts < MOST_CUTS; cuts += 1) {
    const cut = markerIn(body) ?? countAt(body) ?? signatureAt(body)
    if (cut === null) break
    if (cut.keep) feet.unshift(untilNext(body.slice(cut.at)))
    body = body.slice(0, cut.at).trimEnd()
  }
  return { body, feet }
}

// Bounds for texts that are no articles: what is looked at does not grow with them.
const MOST_CUTS = 40
const LONGEST = 4000

/** `Editing by Jane Smith Our Standards: …`: a line that is kept ends where one begins that is not. */
function untilNext(text: string): string {
  const ends = MARKERS.flatMap(({ form, keep }) => (keep ? [] : [text.search(form)]))
  const end = Math.min(text.length, ...ends.filter((at) => at > 0))
  return text.slice(0, end).trim()
}

interface Cut {
  readonly at: number
  readonly keep: boolean
}

const SOUGHT = MARKERS.map(({ form, keep }) => ({ form: new RegExp(form, `${form.flags}g`), keep }))

/** The last mark of a foot in a text: those before it are found when it is gone. */
function markerIn(text: string): Cut | null {
  const from = Math.max(0, text.length - LONGEST)
  const last = text.slice(from)
  const found = SOUGHT.flatMap(({ form, keep }) =>
    Array.from(last.matchAll(form), ({ index }) => ({ at: from + index, keep })),
  )
  const latest = found.toSorted((a, b) => b.at - a.at)
  return latest.find(({ at }) => at > 0 && isFoot(text, at)) ?? null
}

const isFoot = (text: string, at: number): boolean =>
  ENDED.test(text.slice(Math.max(0, at - 24), at)) &&
  (text.slice(at).match(SENTENCE)?.length ?? 0) <= MOST_SENTENCES

function countAt(text: string): Cut | null {
  const found = COUNT.exec(text.slice(-40))
  return found === null ? null : { at: text.length - found[0].length, keep: false }
}

function signatureAt(text: string): Cut | null {
  const last = text.slice(-LONGEST_SIGNATURE)
  const found = SIGNATURE.exec(last)
  return found === null ? null : { at: text.length - last.length + found.index, keep: true }
}
