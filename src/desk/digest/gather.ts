import type { Filters } from '../../answer/question.ts'
import { NO_FILTERS } from '../../answer/question.ts'
import { aboutOf } from '../../answer/speech/about.ts'
import { bookOf, type Book } from '../../answer/figures/book.ts'
import { select } from '../../answer/figures/select.ts'
import { type Event, eventsOf } from '../../answer/figures/event.ts'
import { keyOf, type Stated } from '../../answer/figures/stated.ts'
import { treeOf } from '../../answer/figures/statement.ts'
import type { Desk } from '../../answer/figures/tally.ts'
import { figuresBeside } from '../../answer/telling/figures/statement-lines.ts'
import type { Said } from '../../answer/quotes.ts'
import type { Article, Day } from '../../model/article.ts'
import type { Lexicon } from '../../names/lexicon.ts'
import { type EventNews, eventNews } from './event-news.ts'
import type { Correction } from './corrections.ts'
import type { Intake } from './intake.ts'
import { quoteNews } from './quote-news.ts'
import type { DigestScope } from './scope.ts'
import { type Story, storyNews } from './story-news.ts'
import { type TallyNews, tallyNews } from './tally-news.ts'
import type { EventTelling } from './event-items.ts'
import { sourceWordsOf } from './wording.ts'

export interface Gathering {
  readonly intake: Intake
  readonly lexicon: Lexicon
  readonly scope: DigestScope
  readonly corrections: readonly Correction[]
  /** The day of the last digest, and that of this one. */
  readonly from: Day
  readonly today: Day
}

/** All that is news within the scope, before it is put into words. */
export interface Gathered {
  readonly events: EventNews
  readonly tallies: TallyNews
  readonly quotes: readonly Said[]
  readonly stories: readonly Story[]
  /** What outlets have put otherwise in articles that were known. */
  readonly corrections: readonly Correction[]
  /** All events of these weeks, news or not, for the picture. */
  readonly charted: readonly Event[]
  readonly sourceKey: (source: string | null) => string | null
  readonly telling: EventTelling
}

export function gatherNews(gathering: Gathering): Gathered {
  const { intake, lexicon, scope, corrections, from, today } = gathering
  const { isNewFigure: isNew, recent } = intake
  const book = bookOf({ ...recent, lexicon })
  const tree = treeOf({ selected: book.all, all: book.all, sources: book.sources })
  const desk: Desk = { places: book.places, sources: book.sources, tree }
  const of = Map.groupBy(
    book.all.filter((stated) => tree.isRoot(stated)),
    book.kindOf,
  )
  const within = withinOf(scope, book)
  const { isWithin } = within
  return {
    events: eventNews(of.get('events') ?? [], { book, desk, isNew, isWithin, from }),
    tallies: tallyNews(of.get('tallied') ?? [], of.get('war') ?? [], { desk, isNew, isWithin }),
    quotes: quoteNews({ intake, lexicon, scope, isNear: within.isNear }),
    stories: storyNews(intake).filter(({ articles }) => articles.some(within.isAbout)),
    charted: eventsOf(
      [...new Set((of.get('events') ?? []).map(book.eventOf))].filter((group) =>
        group.some(isWithin),
      ),
      desk,
    ),
    sourceKey: (source) => book.sources.key(source),
    corrections: corrections.filter(({ article }) => within.isAbout(article)),
    telling: {
      today,
      places: book.places,
      beside: figuresBeside(recent.claims),
      sourceWords: sourceWordsOf(lexicon),
    },
  }
}

interface Within {
  readonly isWithin: (stated: Stated) => boolean
  /** By id. */
  readonly isNear: (article: string) => boolean
  readonly isAbout: (article: Article) => boolean
}

/** What the scope lets in: figures of its places and about its topics, and the articles that tell of them. */
function withinOf({ places, topics, speakers }: DigestScope, book: Book): Within {
  if (places.length + topics.length === 0) {
    // Only somebody's words were asked for.
    const all = speakers.length === 0
    return { isWithin: () => all, isNear: () => all, isAbout: () => all }
  }
  const here = places.flatMap((place) => select(book, filtersOf(place)).here)
  const keys = new Set(here.map(({ claim }) => keyOf(claim)))
  const near = new Set(here.map(({ article }) => article.id))
  const areas = places.map((place) => book.places.area(place))
  const about = topics.map((topic) => aboutOf(topic))
  const isOn = (text: string): boolean => about.some((isAbout) => isAbout(text))
  return {
    isWithin: ({ claim, citation }) =>
      keys.has(keyOf(claim)) || isOn(`${citation.headline} ${citation.text}`),
    isNear: (article) => near.has(article),
    isAbout: (article) => {
      const opening = openingOf(article)
      return (
        near.has(article.id) ||
        isOn(opening) ||
        areas.some((area) => book.places.told(opening, area) === true)
      )
    },
  }
}

const filtersOf = (place: string): Filters => ({ ...NO_FILTERS, place })

/** The headline and what comes first: what an article is about stands there. */
const openingOf = ({ headline, paragraphs }: Article): string =>
  [
    headline,
    ...paragraphs
      .filter(({ kind }) => kind === 'body')
      .slice(0, 2)
      .map(({ text }) => text),
  ].join('\n')
