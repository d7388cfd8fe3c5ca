import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import type { Answered, Answerer } from '../../answer/answerer.ts'
import type { Preview } from '../../desk/digest/preview.ts'
import { AppError } from '../../errors.ts'
import { answerLine, type AskOutcome, outcomeOf, reportLine } from './answer-line.ts'
import { printReport } from './print.ts'
import { say } from './terminal.ts'
import type { Terminal } from './terminal.ts'

export interface AskParts {
  readonly answerer: Answerer
  readonly terminal: Terminal
  /** The day on which it is asked: "since Friday" is counted from it. */
  readonly today: string
  readonly json: boolean
  /** What a digest would say; nobody is told it. */
  readonly preview: (words: string, today: string) => Promise<Preview>
}

const OUTCOMES = {
  told: 'answered',
  nothing: 'not-covered',
  unclear: 'unclear',
} as const satisfies Record<Preview['outcome'], AskOutcome>

/** A digest is no answer to a question: it is the desk's, and is shown here as the channel would have it. */
async function showDigest(
  words: string,
  { preview, terminal, today, json }: AskParts,
): Promise<AskOutcome> {
  const { outcome, reports } = await preview(words, today)
  const [first] = reports
  const isTold = outcome === 'told'
  if (json) say(terminal, [JSON.stringify(reportLine(words, first, isTold))])
  else
    for (const [at, report] of reports.entries())
      say(terminal, [...(at === 0 ? [] : ['']), ...printReport(report, terminal)])
  return OUTCOMES[outcome]
}

const isDigest = (question: string): boolean => /^\s*\/?(?:syria\s+)?digests?\b/iu.test(question)

/** Asks one question and prints its answer. */
export async function ask(question: string, parts: AskParts): Promise<AskOutcome> {
  if (isDigest(question)) return showDigest(question, parts)
  const { answerer, terminal, today, json } = parts
  const answered = await answerer.answer({ text: question, today })
  say(terminal, json ? [jsonOf(question, answered)] : printReport(answered.report, terminal))
  return outcomeOf(answered.answer)
}

/** Asks the last of the lines of a prompt, which may lean on those before it. */
export async function askOn(lines: readonly string[], parts: AskParts): Promise<AskOutcome> {
  const { answerer, terminal, today, json } = parts
  const typed = lines.at(-1) ?? ''
  if (isDigest(typed)) return showDigest(typed, parts)
  const answered = await answerer.answer({
    text: await answerer.meant({ texts: lines, today }),
    today,
    typed,
  })
  say(terminal, json ? [jsonOf(typed, answered)] : printReport(answered.report, terminal))
  return outcomeOf(answered.answer)
}

/** Asks many and prints a JSON object a line, in their order. */
export async function askMany(questions: readonly string[], parts: AskParts): Promise<AskOutcome> {
  for (const question of questions) {
    if (isDigest(question)) await showDigest(question, { ...parts, json: true })
    else {
      const answered = await parts.answerer.answer({ text: question, today: parts.today })
      say(parts.terminal, [jsonOf(question, answered)])
    }
  }
  return 'answered'
}

const jsonOf = (question: string, answered: Answered): string =>
  JSON.stringify(answerLine(question, answered))

/** Questions of a file (`-` for standard input): JSON Lines with a field `question`, or a question a line. */
export async function readQuestions(file: string, input: Terminal['input']): Promise<string[]> {
  const text = await (file === '-' ? readAll(input) : readFile(file, 'utf8')).catch(
    (cause: unknown) => {
      throw new AppError(
        'input_invalid',
        `The questions "${file}" cannot be read.`,
        'Give a file with a question a line: npm run ask -- --in questions.jsonl',
        { cause },
      )
    },
  )
  return text
    .replace(/^\ufeff/u, '')
    .split('\n')
    .map((line, at) => ({ line: line.trim(), place: `${file}:${at + 1}` }))
    .filter(({ line }) => line !== '')
    .map(({ line, place }) => (line.startsWith('{') ? questionOf(line, place) : line))
}

function questionOf(line: string, place: string): string {
  const problem = (reason: string, cause?: unknown): AppError =>
    new AppError(
      'input_invalid',
      `${place} ${reason}.`,
      'A line is {"question": "…"} or the question itself.',
      { cause },
    )
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw problem('is no JSON', cause)
  }
  if (typeof value !== 'object' || value === null || !('question' in value)) {
    throw problem('has no field "question"')
  }
  if (typeof value.question !== 'string') throw problem('has a question that is no text')
  return value.question
}
