import { around, type Block, type Box } from './tree.ts'

// What the frame of a page is made of, by what its boxes are and are called: whole words of a class, an id or a test id.
const TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'form', 'menu', 'dialog', 'fieldset'])
const ROLES: ReadonlySet<string> = new Set(
  'navigation banner contentinfo dialog alertdialog search form menu menubar toolbar complementary'.split(
    ' ',
  ),
)
const NAMES = [
  // what is sold
  'ads?|adverts?|advert(?:isement|ising|orial)s?|ad-(?:slot|unit|box|container|wrapper|label)|sponsor(?:ed|ship)?|promo(?:s|ted|tions?)?|dfp|mpu|outbrain|taboola|teads',
  // other stories
  'related|relateds|recirc(?:ulation)?|recommend(?:ed|ations?)|trending|most-(?:read|viewed|popular|shared|commented)|popular|more-(?:on|from|stories|news|like)|read-(?:more|next|also)|up-next|also-(?:read|on)|see-also|latest-(?:news|stories|articles|posts)|editors?-picks?|teasers?|onward|further-reading|keep-reading|in-this-story',
  // what a reader may do
  'share|sharing|shares|sharedaddy|social|addthis|bookmark|tools|toolbar|newsletters?|subscri(?:be|ption|ptions)|sign-?up|paywall|donat(?:e|ion)|support-us|appeal|app-(?:promo|download)|log-?in|register|poll|rating|feedback|print|follow',
  // notices
  'cookies?|consent|gdpr|privacy|modal|pop-?up|overlay|banner|toast|notice|skip(?:-links?)?|browser-warning|no-?script',
  // what others say
  'comments?|comment-(?:list|form|section)|disqus|respond|discussion|livefyre|reader-reactions',
  // ways through the site
  'nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|masthead|sidebar|side-bar|rail|ticker|weather|tags?|tag-list|topics|keywords|categor(?:y|ies)|footer',
  // who wrote it, at length
  'author-(?:bio|box|info|card|profile)|about-(?:the-)?author|bio|biography',
].join('|')
const FRAME = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:[\\p{L}\\p{N}]+-){0,3}(?:${NAMES})(?:-[\\p{L}\\p{N}]+){0,2}(?![\\p{L}\\p{N}-])`,
  'u',
)
// Readers may have more to say than the story, and lawyers more than both.
const NEVER =
  /(?<![\p{L}\p{N}-])(?:comments?(?:-(?:list|area|section|thread|wrapper))?|disqus-thread|commentlist|cookies?(?:-(?:banner|notice|consent))?|gdpr(?:-banner)?|consent)(?![\p{L}\p{N}-])/u
// `article-with-ads`, `has-sidebar`, `no-comments` say something about a box that holds the story.
const ABOUT =
  /(?:^|\s)(?:has|no|with|is|js|not|tag|category|format|status|type|post)-[\p{L}\p{N}-]+/gu

/** Boxes are the same for many blocks; each is judged once. */
export type FrameTest = (box: Box) => boolean

/**
 * Tells the frame's boxes from the story's. A box that holds most of the page's sentences is the story's, whatever it
 * is called: some sites put the whole page into a form, or name the story's box after what stands beside it.
 */
export function frameTest(root: Box): FrameTest {
  const judged = new Map<Box, boolean>()
  const isFrame = (box: Box): boolean => {
    const known = judged.get(box)
    if (known !== undefined) return known
    const found = judge(box, root.prose)
    judged.set(box, found)
    return found
  }
  return (box) => [...around(box)].some(isFrame)
}

function judge(box: Box, prose: number): boolean {
  if (box.isHidden || (!box.hasHeadline && NEVER.test(box.names))) return true
  if (box.parent === null || box.prose * 2 > prose) return false
  if (TAGS.has(box.tag) || ROLES.has(box.role)) return true
  if (!box.hasHeadline && FRAME.test(box.names.replace(ABOUT, ' '))) return true
  // Something to fill in, with a few words around it: a newsletter, a search, a poll.
  return box.fields > 0 && box.prose < 400 && box.parent.prose > box.prose
}

const WORDS = /\S+/gu

/** Leads elsewhere: all of it, or all but a label (`Read more: …`), is a link, and it is no sentence. */
export function isLinkLine({ text, linked, leads }: Block): boolean {
  if (!leads || linked === 0) return false
  const outside = text.replaceAll(' ', '').length - linked
  const isSentence = /[.؟。۔]["'’”)]*$/u.test(text) && (text.match(WORDS) ?? []).length > 12
  if (linked >= text.length * 0.75) return !isSentence
  return (
    !isSentence &&
    outside <= 30 &&
    linked >= text.length * 0.5 &&
    /^[^:»>–|]{2,28}[:»>–|]/u.test(text)
  )
}

/** `Advertisement`, `Share`, `5 min read`: words beside the story. No paragraph of a story is so short and no sentence. */
export function isLabel({ text, box }: Block): boolean {
  if (/^h[1-6]$/u.test(box.tag) || /[.!?…:;،؟]["'’”)]*$/u.test(text)) return false
  return (text.match(WORDS) ?? []).length <= 3
}
