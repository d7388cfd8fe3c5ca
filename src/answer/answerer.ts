import type { Lexicon } from '../names/lexicon.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { Store } from '../store/store.ts'
import { isArabic } from '../text/arabic.ts'
import type { Answer } from './answer.ts'
import { type Archive, outletsOf, voicesOf } from './archive.ts'
import { readArticle } from './article.ts'
import { followOn } from './asking/follow-on.ts'
import type { Known } from './asking/found.ts'
import { readQuestion } from './asking/read-question.ts'
import { readVerb } from './asking/verb.ts'
import { answerPlainly, isQuestion } from './ask.ts'
import { casualties } from './casualties.ts'
import { check } from './check.ts'
import { withSpellings } from './asking/spelling.ts'
import { admit } from './gate.ts'
import { helpOn } from './help.ts'
import { methodOf } from './method.ts'
import { notCovered } from './not-covered.ts'
import { findPassages } from './passages.ts'
import { type Past, pastOf, versionOf } from './past.ts'
import type { Filters, Question, Verb } from './question.ts'
import { quotes } from './quotes.ts'
import type { Report } from './report.ts'
import { tellArticle } from './telling/article.ts'
import { tellCasualties } from './telling/casualties.ts'
import { withCorrections } from './telling/corrected.ts'
import { tellCheck } from './telling/check.ts'
import { tellFact } from './telling/fact.ts'
import { withQuestion } from './telling/frame.ts'
import { tellHelp } from './telling/help.ts'
import { tellMethod } from './telling/method.ts'
import { tellNotCovered } from './telling/not-covered.ts'
import { tellOrders } from './telling/orders.ts'
import { tellPassages } from './telling/passages.ts'
import { tellQuotes } from './telling/quotes.ts'
import { tellUnclear } from './telling/unclear.ts'
import { tellVerify } from './telling/verify.ts'
import { unclear } from './unclear.ts'
import { verify } from './verify.ts'

export interface Ask {
  /** As typed after `/syria`, or the mention without the bot's name; any text at all. */
  readonly text: string
  /** The day on which it is asked, in the asker's zone: "since Friday" is counted from it. */
  readonly today: string
  /** What was typed, where `text` is what it means after the questions before it: shown with the answer. */
  readonly typed?: string
}

/** Questions of one conversation, the oldest first; the last one is asked now. */
interface Conversation {
  readonly texts: readonly string[]
  readonly today: string
}

export interface Answered {
  readonly question: Question
  /** The answer as a value. */
  readonly answer: Answer
  /** The answer in words, past the gate: nothing else may be shown. */
  readonly report: Report
}

/** Questions to answers. Never rejects for what was typed: bad input gets an answer that says what to do. */
export interface Answerer {
  answer(ask: Ask): Promise<Answered>
  /** What the last question of a conversation means, as one of its own: itself, where it leans on none before it. */
  meant(conversation: Conversation): Promise<string>
}

export interface AnswererParts {
  readonly store: Store
  /** What is kept, followed: `archiveOf` the same store. */
  readonly archive: () => Promise<Archive>
  readonly index: SearchIndex
  readonly lexicon: Lexicon
}

/** What every kind of answer is made of. */
interface Desk {
  readonly question: Question
  readonly archive: Archive
  readonly past: Past
  readonly index: SearchIndex
  readonly lexicon: Lexicon
}

export function createAnswerer({
  store,
  archive: archiveNow,
  index,
  lexicon,
}: AnswererParts): Answerer {
  const pastNow = pastOf(store)
  const knownIn = (archive: Archive): Known => ({
    lexicon,
    outlets: outletsOf(archive),
    voices: voicesOf(archive),
    newest: archive.coverage.to,
  })
  return {
    async meant({ texts, today }) {
      const archive = await archiveNow()
      const known = knownIn(archive)
      const told = (filters: Filters) => casualties(filters, { ...archive, lexicon }).period
      let before: string | null = null
      let meant = ''
      for (const text of texts) {
        meant =
          (before === null ? null : await followOn({ text, before, today, known, told })) ?? text
        if (CARRIED.has(readVerb(meant).verb)) before = meant
      }
      return meant
    },
    async answer({ text, today, typed }) {
      const archive = await archiveNow()
      const read = await readQuestion({ text, today, known: knownIn(archive) })
      const spelt = await withSpellings(read, { index, lexicon })
      const question = typed === undefined || typed === text ? spelt : takenOn(spelt, typed)
      const past = await pastNow()
      const answer = await answerTo({ question, archive, past, index, lexicon })
      const told = framed(answer, { question, archive })
      const marked = answer.kind === 'article' ? told : await withCorrections(told, past)
      const { report } = await admit(marked, {
        asked: question.text,
        articleOf: (id, version) =>
          version === undefined ? store.article(id) : versionOf(past, id, version),
      })
      return { question, answer, report }
    },
  }
}

/** What a later question may lean on. */
const CARRIED: ReadonlySet<Verb> = new Set<Verb>(['casualties', 'quotes', 'search', 'ask'])

/** A question that leaned on one before it says what it was taken for, and can be asked as it was typed. */
const takenOn = (question: Question, typed: string): Question => ({
  ...question,
  understood: [
    {
      key: 'the question',
      value: question.text,
      without: typed,
      label: `As typed: ${typed}`,
    },
    ...question.understood,
  ],
})

async function answerTo(desk: Desk): Promise<Answer> {
  const { question, archive, lexicon } = desk
  if (ADDS.test(question.text)) return addedElsewhere(question)
  const mend = unclear(question)
  if (mend !== null) return mend
  switch (question.verb) {
    case 'help':
      return helpOn(archive, lexicon)
    case 'method':
      return methodOf(archive)
    case 'article':
      return (await readArticle(question, archive, desk.past)) ?? noSuchArticle(desk)
    case 'search':
      return passagesOrNone(desk)
    case 'casualties':
      return casualties(question.filters, { ...archive, lexicon })
    case 'check':
      if (isArabic(question.subject)) return notInArabic(question)
      return check({ ...archive, draft: question.subject, day: archive.coverage.to, lexicon })
    case 'quotes':
      return quotes(question.filters, { ...archive, lexicon })
    case 'quote':
      return verify(question, { ...archive, lexicon })
    case 'digest':
    case 'alert':
    case 'corrections':
    case 'mute':
      return { kind: 'orders', verb: question.verb }
    case 'ask':
      return isQuestion(question) ? answerPlainly(desk) : passagesOrNone(desk)
    default:
      return question.verb satisfies never
  }
}

async function passagesOrNone(desk: Desk): Promise<Answer> {
  const answer = await findPassages(desk)
  return answer.total > 0 ? answer : notCovered(desk.archive, { missing: null, nearest: [] })
}

async function noSuchArticle({ question, archive }: Desk): Promise<Answer> {
  const instead = archive.articles.slice(-3).map(({ id }) => `article ${id}`)
  return {
    kind: 'unclear',
    asked: question.text,
    problem: {
      what: `No article “${question.subject}” is kept.`,
      hint: 'Give an id as a citation shows it, or words of the headline.',
      instead,
    },
  }
}

const notInArabic = ({ text, subject }: Question): Answer => ({
  kind: 'unclear',
  asked: text,
  problem: {
    what: 'The draft is in Arabic; figures and quotes are read in English only.',
    hint: 'Look for its words in the Arabic articles:',
    instead: [`search ${subject.split(/\s+/u).slice(0, DRAFT_WORDS).join(' ')}`],
  },
})

const DRAFT_WORDS = 8

/** `add https://…`: a page to be read, which is no question. */
const ADDS = /^add\s+(?:https?:\/\/|www\.|[\w-]+(?:\.[\w-]+)+\/)\S*/iu

const addedElsewhere = ({ text }: Question): Answer => ({
  kind: 'unclear',
  asked: text,
  problem: {
    what: 'Pages are not added here.',
    hint: 'In Slack, type /syria add with the address: the answer is for you alone. In the terminal: npm run ingest -- ADDRESS.',
    instead: [],
  },
})

// Once is enough: an answer that is itself about a problem does not tell it a second time.
const framed = (answer: Answer, told: Told): Report =>
  withQuestion(
    tell(answer, told),
    answer.kind === 'unclear' ? { ...told.question, problems: [] } : told.question,
  )

interface Told {
  readonly question: Question
  readonly archive: Archive
}

/** The one place where a kind of answer meets its words. */
function tell(answer: Answer, { question, archive }: Told): Report {
  switch (answer.kind) {
    case 'article':
      return tellArticle(answer)
    case 'casualties':
      return tellCasualties(answer, {
        claims: archive.claims,
        asked: question.text,
        page: question.page,
      })
    case 'check':
      return tellCheck(answer)
    case 'fact':
      return tellFact(answer)
    case 'help':
      return tellHelp(answer)
    case 'method':
      return tellMethod(answer)
    case 'not-covered':
      return tellNotCovered(answer)
    case 'orders':
      return tellOrders(answer)
    case 'passages':
      return tellPassages(answer)
    case 'quote':
      return tellVerify(answer)
    case 'quotes':
      return tellQuotes(answer, { asked: question.text, page: question.page })
    case 'unclear':
      return tellUnclear(answer)
    default:
      return answer satisfies never
  }
}
