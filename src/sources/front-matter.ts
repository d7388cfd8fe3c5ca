import { parse } from 'yaml'
import { AppError } from '../errors.ts'
import type { ArticleFacts } from '../model/article.ts'
import { factsSchema, givenFacts, problems } from './facts.ts'
import { SAFE_YAML, yamlProblem } from './safe-yaml.ts'

// A header is YAML between two lines of three hyphens, the first of them the file's first line.
const HEADER = /^---[ \t]*\r?\n(?<yaml>(?:[\s\S]*?\r?\n)?)---[ \t]*(?:\r?\n|$)/u
const KEY = /^[\p{L}_][\p{L}\p{N}_ -]*:/mu

const Header = factsSchema('header')

/** Takes the header off a text; a text that only begins with a rule of hyphens has none. */
export function cutHeader(text: string, location: string): { text: string; facts: ArticleFacts } {
  const match = HEADER.exec(text)
  const yaml = match?.groups?.['yaml']
  if (match === null || yaml === undefined || !(yaml.trim() === '' || KEY.test(yaml)))
    return { text, facts: {} }
  const facts = Header.safeParse(content(yaml, location) ?? {})
  if (!facts.success) throw unusable(location, problems(facts.error))
  return { text: text.slice(match[0].length), facts: givenFacts(facts.data) }
}

function content(yaml: string, location: string): unknown {
  try {
    return parse(yaml, SAFE_YAML)
  } catch (error) {
    throw unusable(location, error instanceof Error ? yamlProblem(error.message) : '')
  }
}

const unusable = (location: string, why: string): AppError =>
  new AppError(
    'source_unreadable',
    `The header of "${location}" cannot be used: ${why}.`,
    'It is YAML between two lines "---"; keys are headline, outlet, date (or published), byline, credit, place and url.',
  )
