import { admit } from '../answer/gate.ts'
import { sourceOf } from '../answer/cite.ts'
import { plain } from '../answer/report.ts'
import type { Citation, Line, Report, Run } from '../answer/report.ts'
import { counted, line } from '../answer/telling/words.ts'
import type { Article } from '../model/article.ts'
import type { Change, Wording } from '../model/change.ts'
import type { NewSending, Shown, ShownFinding } from '../model/standing.ts'
import type { Store } from '../store/store.ts'
import { lettersOf } from './letters.ts'
import { CORRECTION } from './notices.ts'
import { whereOf } from './orders/spec.ts'
import type { DeskParts } from './parts.ts'
import { revisionsOf } from './revisions.ts'
import type { Revision } from './revisions.ts'

type Row = Shown & { readonly id: string }

/** How far corrections have followed the store. */
const CURSOR = 'corrections'
/** So long an answer is corrected after it was given. */
const SHOWN_MS = 90 * 86_400_000
/** So long a toll may be revised by another article: later it is a new story. */
const REVISED_MS = 14 * 86_400_000
const AT_ONCE = 100

/** What was said somewhere, and what is said now. */
interface Correction {
  readonly row: Row
  readonly before: Citation
  /** Null where the article says so no more. */
  readonly after: Citation | null
  readonly afterWho: string | null
  readonly afterVersion: number
  /** Why there is nothing any more; null where there is something, or it was taken out of the article. */
  readonly withdrawn: string | null
}

/** Queues what is to be said about figures and quotes that were shown and have changed since; resolves with how many messages. */
export async function queueCorrections(parts: DeskParts): Promise<number> {
  const { store } = parts
  const at = parts.now()
  const begun = await store.desk.cursor(CURSOR)
  if (begun === null) {
    // What was kept before anybody could have been shown anything corrects nothing.
    const number = await store.number()
    await store.desk.tell({ cursor: { name: CURSOR, from: number, to: number }, sendings: [], at })
    return 0
  }
  if ((await store.number()) <= begun) return 0
  const { kept, number } = await store.since(begun, AT_ONCE)
  const changes = (await store.changes({ since: begun })).filter((each) => each.number <= number)
  const corrections = await wanted(parts, [
    ...(await ofChanges(parts, changes)),
    ...(await ofRevisions(parts, new Set(kept.map(({ article }) => article.id)))),
  ])
  const letters = await lettersFor(parts, corrections, number)
  const told = await store.desk.tell({
    cursor: { name: CURSOR, from: begun, to: number },
    sendings: letters,
    corrected: { ids: corrections.map(({ row }) => row.id), number },
    at,
  })
  if (!told) return 0
  // At once, not when it is sent: a thread that is muted hears of the next revision, too.
  for (const { row, after, afterWho, afterVersion } of corrections) {
    if (after === null) continue
    const { article, paragraph, text, exact } = after
    const finding = {
      article,
      paragraph,
      exact,
      sentence: text,
      who: afterWho,
      version: afterVersion,
    }
    const { kind, channel, thread, person } = row
    await store.desk.remember({ channel, thread, person }, [{ ...finding, kind }], at)
  }
  if (letters.length > 0) parts.log.info({ messages: letters.length }, 'desk: a correction')
  return letters.length
}

/** Without those of channels, and of people, who have switched corrections off. */
async function wanted(
  { store }: DeskParts,
  corrections: readonly Correction[],
): Promise<readonly Correction[]> {
  const wants = new Map<string, boolean>()
  for (const { row } of corrections) {
    const channel = row.person ?? row.channel
    if (wants.has(channel)) continue
    wants.set(channel, (await store.desk.settings(channel)).corrections)
  }
  return corrections.filter(({ row }) => wants.get(row.person ?? row.channel))
}

/** What later versions of the same articles did to what was shown of them. */
async function ofChanges(
  { store, now }: DeskParts,
  changes: readonly Change[],
): Promise<readonly Correction[]> {
  const byArticle = Map.groupBy(changes, ({ article }) => article)
  const since = new Date(now().getTime() - SHOWN_MS)
  const rows = await store.desk.shown([...byArticle.keys()], since)
  const found: Correction[] = []
  for (const row of rows) {
    const correction = await correctionOf(row, byArticle.get(row.article) ?? [], store)
    if (correction !== null) found.push(correction)
  }
  return found
}

async function correctionOf(
  row: Row,
  changes: readonly Change[],
  store: Store,
): Promise<Correction | null> {
  const end = fateOf(row, changes)
  if (end === null) return null
  const versions = await store.versions(row.article)
  const then = versions.find(({ version }) => version === row.version)
  const before = then === undefined ? null : citationOf(then.article, row, row.version)
  if (before === null) return null
  if (end.kind === 'gone') {
    const withdrawn = (await store.withdrawn(row.article))?.reason ?? null
    // It came back before anybody had heard that it went.
    if (end.withdrawn && withdrawn === null) return null
    return {
      row,
      before,
      after: null,
      afterWho: null,
      afterVersion: 0,
      withdrawn: end.withdrawn ? withdrawn : null,
    }
  }
  const current = versions.at(-1)
  const after = current === undefined ? null : citationOf(current.article, end.wording, null)
  if (after === null || current === undefined) return null
  return {
    row,
    before,
    after,
    afterWho: end.wording.who,
    afterVersion: current.version,
    withdrawn: null,
  }
}

type Fate =
  | { readonly kind: 'now'; readonly wording: Wording }
  | { readonly kind: 'gone'; readonly withdrawn: boolean }

/** Follows one wording through the changes of its article; null where it stands as it was. */
function fateOf(row: Row, changes: readonly Change[]): Fate | null {
  // Whoever was told once is told of what comes next by what they were told then.
  if (row.corrected > 0) return null
  let wording: Wording | null = row
  let fate: Fate | null = null
  for (const change of changes) {
    if (change.kind === 'withdrawn') fate = { kind: 'gone', withdrawn: true }
    else if (change.kind === 'restored') {
      // Told as gone already or not: that it is there again is no correction of what was shown.
      if (fate?.kind === 'gone' && fate.withdrawn) fate = null
    } else if (
      wording !== null &&
      change.fromVersion >= row.version &&
      change.before !== null &&
      kindOf(change) === row.kind &&
      isSame(change.before, wording)
    ) {
      wording = change.after
      fate =
        change.after === null
          ? { kind: 'gone', withdrawn: false }
          : { kind: 'now', wording: change.after }
    }
  }
  // Changed there and back again.
  return fate?.kind === 'now' && isSame(fate.wording, row) && fate.wording.exact === row.exact
    ? null
    : fate
}

const kindOf = ({ kind }: Change): ShownFinding['kind'] =>
  kind.startsWith('quote') ? 'quote' : 'figure'

/** A citation may hold more than the sentence, or a part of the quote; a paragraph may have another number by now. */
const isSame = (a: Pick<Wording, 'sentence' | 'exact'>, b: Pick<Wording, 'sentence' | 'exact'>) =>
  (a.exact === b.exact || a.exact.includes(b.exact) || b.exact.includes(a.exact)) &&
  (a.sentence.includes(b.sentence) || b.sentence.includes(a.sentence))

/** Where a wording stands in a version of its article; null where it does not. */
function citationOf(
  article: Article,
  wording: Pick<Wording, 'paragraph' | 'sentence' | 'exact'>,
  version: number | null,
): Citation | null {
  const { paragraph, sentence, exact } = wording
  const text = article.paragraphs.find(({ number }) => number === paragraph)?.text
  if (text?.includes(sentence) !== true || !sentence.includes(exact)) return null
  return {
    ...sourceOf(article),
    ...(version === null ? {} : { version }),
    paragraph,
    text: sentence,
    exact,
  }
}

/** What other articles say newly of what was shown, by the same source. */
async function ofRevisions(
  parts: DeskParts,
  came: ReadonlySet<string>,
): Promise<readonly Correction[]> {
  const { store, lexicon, now } = parts
  if (came.size === 0) return []
  const rows = await store.desk.shownSince(new Date(now().getTime() - REVISED_MS))
  if (rows.length === 0) return []
  const revisions = revisionsOf(rows, came, { archive: await parts.archive(), lexicon })
  const found: Correction[] = []
  for (const revision of revisions) {
    const latest = (await store.versions(revision.after.article.id)).at(-1)
    if (latest !== undefined) found.push(revised(revision, latest.version))
  }
  return found
}

const revised = ({ shown: row, before, after }: Revision, version: number): Correction => ({
  row,
  before: before.citation,
  after: after.citation,
  afterWho: after.claim.source,
  afterVersion: version,
  withdrawn: null,
})

/** A message for each place, told where it was shown; of what was shown to one person alone in their direct message. */
async function lettersFor(
  parts: DeskParts,
  corrections: readonly Correction[],
  number: number,
): Promise<readonly NewSending[]> {
  const places = Map.groupBy(corrections, ({ row }) =>
    row.person === null ? `${row.channel} ${row.thread ?? ''}` : row.person,
  )
  const letters: NewSending[] = []
  for (const [place, some] of places)
    letters.push(...(await letterFor(parts, some, `${place}@${number}`)))
  return letters
}

async function letterFor(
  parts: DeskParts,
  corrections: readonly Correction[],
  key: string,
): Promise<readonly NewSending[]> {
  const { store, now } = parts
  const [first] = corrections
  if (first === undefined) return []
  const { channel: asked, thread: where, person } = first.row
  const [channel, thread] = person === null ? [asked, where] : [person, null]
  const mutes = thread === null ? [] : await store.desk.mutes(channel, now())
  const muted = mutes.find(({ what }) => what === `thread:${thread ?? ''}`)
  const report = await reportOf(corrections, person !== null, store)
  // Nobody has ordered a correction: where it fails, whoever has ordered anything else there hears of it.
  const keeper = (await store.desk.orders()).find(
    (order) => order.channel === channel && order.person !== channel && order.state === 'on',
  )
  const written = await lettersOf(
    {
      key: `correction:${key}`,
      name: keeper === undefined ? CORRECTION : `${CORRECTION} in ${whereOf(keeper)}`,
      report,
      menu:
        person === null
          ? [
              { label: 'Mute this thread for a day', ask: 'mute thread' },
              { label: 'No corrections in this channel', ask: 'corrections off' },
            ]
          : [{ label: 'Do not correct what I was shown', ask: 'corrections off' }],
      order: null,
      channel,
      thread,
      person: keeper?.person ?? null,
      // A muted thread hears of it when the mute ends.
      dueAt: muted === undefined ? now() : new Date(muted.until),
    },
    parts,
  )
  return written
}

/** What was said, what is said now, by whom, with both citations, past the gate. */
async function reportOf(
  corrections: readonly Correction[],
  isPrivate: boolean,
  store: Store,
): Promise<Report> {
  const lines = new Map<string, readonly Line[]>()
  for (const correction of corrections) {
    if (corrections.some((other) => isHeadlineOf(correction, other))) continue
    const { before, after } = correction
    // The same figure may have been shown in two answers of one thread.
    lines.set(
      `${before.article} ${before.text} ${before.exact} ${after?.text ?? ''}`,
      linesOf(correction),
    )
  }
  const where = isPrivate ? 'you were shown' : 'was given here'
  const report: Report = {
    title: 'Correction',
    lead: line([
      plain(
        lines.size === 1
          ? `What ${where} has changed since.`
          : `${counted(lines.size, 'statement')} that ${isPrivate ? 'you were shown have' : 'were given here have'} changed since.`,
      ),
    ]),
    understood: [],
    sections: [{ heading: null, lines: [...lines.values()].flat() }],
    offers: [],
  }
  const articleOf = async (id: string, version?: number): Promise<Article | null> => {
    if (version === undefined) return store.article(id)
    const found = (await store.versions(id)).find((each) => each.version === version)
    return found?.article ?? null
  }
  return (await admit(report, { asked: '', articleOf })).report
}

function linesOf({ row, before, after, afterWho, withdrawn }: Correction): readonly Line[] {
  const who = before.outlet ?? 'The article'
  const said = [...wordsOf(row.kind, before), ...saidBy(row.who, before)]
  const then = line([plain(`${who} said: `), ...said], [before])
  if (after !== null) {
    const opening =
      after.article === before.article
        ? 'It says now: '
        : `The same source says now, in ${after.outlet ?? 'an outlet not named'}: `
    const says = [...wordsOf(row.kind, after), ...saidBy(afterWho, after)]
    return [then, line([plain(opening), ...says], [after], 1)]
  }
  const gone =
    withdrawn === null
      ? 'The article says so no more.'
      : 'The article has been withdrawn, and with it what it said.'
  return [then, line([plain(gone)], [], 1)]
}

/** A headline that only says again what a paragraph below it says, before and after. */
const isHeadlineOf = (one: Correction, other: Correction): boolean =>
  one !== other &&
  one.row.kind === 'figure' &&
  other.row.kind === 'figure' &&
  one.before.article === other.before.article &&
  one.before.paragraph === 0 &&
  other.before.paragraph !== 0 &&
  numberIn(one.before) === numberIn(other.before) &&
  numberIn(one.after) === numberIn(other.after)

const numberIn = (citation: Citation | null): string =>
  citation?.exact.replaceAll(',', '').match(/\d+/u)?.[0] ?? citation?.exact.toLowerCase() ?? ''

const wordsOf = (kind: ShownFinding['kind'], citation: Citation): readonly Run[] => {
  if (kind === 'quote') return [plain('“'), { text: citation.exact, style: 'quote' }, plain('”')]
  const at = citation.text.indexOf(citation.exact)
  return [
    { text: citation.text.slice(0, at), style: 'quote' },
    { text: citation.exact, style: 'figure' },
    { text: citation.text.slice(at + citation.exact.length), style: 'quote' },
  ]
}

/** Whoever says it, where the words themselves do not tell. */
const saidBy = (who: string | null, { text, exact }: Citation): readonly Run[] => {
  if (who === null) return []
  const told = exact === text ? exact : text
  return told.includes(who) ? [] : [plain(` – ${who}`)]
}
