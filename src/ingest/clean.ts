import { type Draft, isTitle, wordCount } from './page.ts'

// Furniture is what a page's frame says, not its story: patterns for a whole line, by what they are.
const FURNITURE = {
  'region notice':
    /^(?:sorry,? )?(?:but )?(?:this|the) (?:content|video|audio|article|page|programme|program|media|story|clip)(?: \S+){0,3} (?:is|are) (?:not|no longer|currently not|currently un|un)\s?(?:available|supported)\b/iu,
  'player notice':
    /^(?:media )?playback (?:is|isn['’]t) |^your browser (?:does|doesn)|^(?:please )?(?:enable|turn on) (?:javascript|cookies)|^javascript (?:is|must)|^(?:video|audio) (?:duration|player)\b/iu,
  'cookie notice': /\b(?:we|site|website) uses? cookies\b|^(?:accept|manage) (?:all )?cookies/iu,
  advertisement:
    /^(?:advertise?ments?|sponsored(?: content)?|promoted|story continues below.*|article continues (?:after|below).*|continue reading the main story|skip (?:ad|to|past)\b.*)$/iu,
  newsletter:
    /^(?:sign up|subscribe|register|log in|sign in)\b.{0,90}(?:newsletter|e-?mail|inbox|alerts?|updates|for free|to (?:read|continue)|now|channel)|^(?:get|download) (?:our|the) .{0,40}\b(?:app|newsletter)\b|^(?:sign up|subscribe|log in|sign in|register)(?: for [\p{Lu}][\p{L} ]+| now| today| here)?\.?$/iu,
  follow: /^follow (?:us|@|\S+(?: \S+){0,4} on (?:twitter|facebook|instagram|telegram|x)\b)/iu,
  'read more':
    /^(?:read|see|watch|listen|hear|find out)(?: (?:more|also|next|now|here))?\s*[:»>–|]|^(?:read|see|watch) (?:more|also|next)$|^(?:read|find out) more about [^.]*$/iu,
  tags: /^(?:Tags?|TAGS?|Topics?|TOPICS?|Keywords?|Filed under|Categor(?:y|ies))(?:\s*:|\s(?!.*[.!?]$)\p{Lu})/u,
  copyright:
    /^(?:©|\(c\) |copyright\b)|\ball rights reserved\.?$|^this material may not be published/iu,
  section: /^from the section\b|^\d+ (?:minutes?|hours?|days?) ago$/iu,
  standards: /^our standards:|^\W*the thomson reuters trust principles\W*$/iu,
  counts: /^[\d.,]+k? (?:shares?|comments?|views?|likes?|retweets?|min(?:ute)?s? read)$|^\d+$/iu,
  rule: /^[^\p{L}\p{N}]+$/u,
} as const satisfies Record<string, RegExp>

// A share or comments bar has no word but these, and one of the strong ones.
const BAR_STRONG =
  'share shares tweet retweet facebook twitter whatsapp linkedin pinterest reddit telegram messenger email e-mail print comment comments bookmark copy'
const BAR_WEAK =
  'access to the this on via by with from a an and or of your our it in x save link page article story post view panel show all join conversation leave read write add no 0 text size font smaller larger close open menu more click here friends friend send pin like url get short google plus g+ + | · • / - – & 0'

const strong = new Set(BAR_STRONG.split(' '))
const weak = new Set(BAR_WEAK.split(' '))

function isBar(text: string): boolean {
  if (text.length > 160) return false
  const words = text
    .toLowerCase()
    .replace(/[():,.!]/gu, ' ')
    .split(' ')
    .filter(Boolean)
  return (
    words.length <= 16 &&
    words.some((word) => strong.has(word)) &&
    words.every((word) => strong.has(word) || weak.has(word) || /^\d+$/u.test(word))
  )
}

/** What of the page's frame the line is, or null. */
export function furniture(text: string): string | null {
  if (isBar(text)) return 'share or comments bar'
  if (wordCount(text) > 40) return null
  for (const [what, pattern] of Object.entries(FURNITURE)) if (pattern.test(text)) return what
  return null
}

// Headings over links to other stories.
const ELSEWHERE =
  /^(?:related(?: (?:articles?|stor(?:y|ies)|content|topics?|coverage|news|links?|reading|posts?))?|more (?:on|from|about|in) [^.]{1,60}|more (?:stories|news)|recommended(?: for you| stories)?|most (?:read|popular|viewed|shared)|(?:what )?(?:to )?(?:read|watch) next|you (?:may|might) (?:also )?(?:like|be interested in)|(?:read|see) also|also|keep reading|top stories|trending(?: now)?|latest (?:news|stories)|editors?['’]? picks?|elsewhere on [^.]{1,40}|from the web|don['’]t miss|in this story)\s*:?$/iu

/** A heading over links to other stories, such as `Related Articles`. */
export const isLinksHeading = (text: string): boolean => ELSEWHERE.test(text)

/** Takes out the titles of other stories that stand below such a heading. */
export function dropLinks(drafts: readonly Draft[]): void {
  let among = false
  for (const draft of drafts) {
    if (draft.role === 'links') among = true
    else if (draft.role === null && !isTitle(draft.line.text)) among = false
    if (among && draft.role === null) draft.role = 'furniture'
  }
}
