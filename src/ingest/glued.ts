// What stands in the middle of a text on one line and is no sentence of it: a list of keywords before the lead is told
// again in full, and a picture's caption or a link before the dateline.

const TAGS =
  /(?<=[.!?]["”’]? )Tags (?:[\p{L}\p{N}][\p{L}\p{N}.'’-]* ){1,24}?(?=(?:A|An|The|At|In|On|As|More|Over|Nearly|Around|About|Up|Dozens|Scores|Hundreds|Thousands|Several|Many|Some|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) (?:\p{Ll}|\d))/u
const AGENCIES = 'Sputnik|AFP|AP|Reuters|REUTERS|TASS|Xinhua|SANA|AA|DPA|Anadolu'
const DATELINE = new RegExp(
  String.raw`(?<=[\p{L}\p{N}] )(?=\p{Lu}[\p{Lu}-]{2,}(?: \p{Lu}[\p{Lu}-]+)? \((?:${AGENCIES})\) )`,
  'u',
)

/** A text on one line in the pieces that belong together: keywords out, a dateline in the middle begins a piece. */
export const cutGlued = (text: string): readonly string[] =>
  withoutDoubledLead(text.replace(TAGS, ''))
    .split(DATELINE)
    .map((piece) => piece.trim())

/** As far as a lead can reach, and how much of it has to stand again to be the same. */
const LONGEST_LEAD = 1200
const SAME = 60

/** Some pages print the lead twice, the second time with the text behind it: the first one goes. */
function withoutDoubledLead(text: string): string {
  const start = text.slice(0, SAME)
  const again = start.length < SAME ? -1 : text.slice(0, LONGEST_LEAD).indexOf(start, SAME)
  if (again < 0) return text
  const lead = text.slice(0, again).trimEnd()
  return text.startsWith(lead, again) ? text.slice(again) : text
}
