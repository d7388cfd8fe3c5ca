import type { FactAnswer } from '../ask.ts'
import { type Citation, type Line, plain, type Report, type Run } from '../report.ts'
import { line, quoted } from './words.ts'

const TITLES: Readonly<Record<FactAnswer['want'], string>> = {
  toll: 'How many, as reported',
  number: 'How many, as reported',
  source: 'Who says so',
  share: 'What share, as reported',
  duration: 'How long',
  distance: 'How far',
  author: 'Who wrote it',
  picture: 'Whose picture it is',
  said: 'As reported',
  role: 'Who',
  identity: 'Who',
  who: 'Who',
  when: 'When',
  where: 'Where',
  why: 'Why, as reported',
  called: 'The name',
  sort: 'Of what kind',
  which: 'Which',
  whether: 'What the coverage says',
  what: 'What the coverage says',
}

/** The shortest words that answer, then the sentence around them, cited; below it what else bears on the question. */
export function tellFact({ want, found, more }: FactAnswer): Report {
  const [first, ...others] = found
  const offers = [
    ...(more === null ? [] : [{ label: more, ask: more }]),
    ...(first === undefined
      ? []
      : [{ label: 'Show in article', ask: `article ${first.article} ${first.paragraph}` }]),
  ]
  return {
    title: TITLES[want],
    lead: first === undefined ? line([plain('The coverage does not say.')]) : factLine(first, 0),
    understood: [],
    sections:
      others.length === 0
        ? []
        : [
            {
              heading: 'Also in the coverage',
              lines: others.map((each) => line([quoted(each.text)], [each])),
            },
          ],
    offers,
  }
}

function factLine(citation: Citation, level: Line['level']): Line {
  const { text, exact } = citation
  // A span that is most of its sentence would only be said twice.
  const short: readonly Run[] =
    exact.length < text.length * 0.7 ? [quoted(exact), plain(' – ')] : []
  return line([...short, quoted(text)], [citation], level)
}
