import { stripVTControlCharacters } from 'node:util'
import { parseArgs, renderUsage } from 'citty'
import type { ArgsDef, CommandDef } from 'citty'
import { closest } from 'fastest-levenshtein'
import { AppError } from '../../errors.ts'
import { COMMANDS, EXIT_CODES, ROOT } from './commands.ts'
import type { CommandName } from './commands.ts'

/** What the command line asks for. */
export type CommandLine =
  | { readonly command: 'usage'; readonly text: string }
  | { readonly command: CommandName; readonly given: Given }

export interface Given {
  readonly words: readonly string[]
  readonly flag: (name: string) => boolean
  readonly value: (name: string) => string | null
}

const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word)

/** Reads the arguments after `node src/main.ts`. Throws AppError `input_invalid` where they fit no command. */
export async function readCommandLine(raw: readonly string[]): Promise<CommandLine> {
  const [name, ...rest] = raw
  if (name === undefined || isHelp(name) || name === 'help') return usage(null)
  if (!isCommand(name)) throw unknownCommand(name)
  const { options, words } = split(rest)
  if (options.some(isHelp)) return usage(name)
  return { command: name, given: parse(name, options, words) }
}

const isWord = (word: string): boolean =>
  word.startsWith('-') && !/^--?[a-z][\w-]*(?:=|$)/iu.test(word)

const isHelp = (word: string): boolean => word === '--help' || word === '-h'

/** Options look like options; a question may hold anything else: `-5`, `- at least 40`. */
function split(raw: readonly string[]): { options: string[]; words: string[] } {
  const end = raw.indexOf('--')
  const before = end === -1 ? raw : raw.slice(0, end)
  return {
    options: before.filter((word) => !isWord(word)),
    words: [...before.filter(isWord), ...(end === -1 ? [] : raw.slice(end + 1))],
  }
}

function parse(name: CommandName, options: string[], words: string[]): Given {
  const known: ArgsDef = COMMANDS[name].args
  const parsed = parseArgs(options, known)
  for (const key of Object.keys(parsed)) {
    // citty gives --date-format as dateFormat, too
    const option = key.replaceAll(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`)
    if (option === '_' || known[option]?.type === 'positional') continue
    const definition = known[option]
    if (definition === undefined) throw unknownOption(name, option, known)
    if (definition.type === 'string' && (parsed[option] === '' || parsed[option] === true)) {
      throw new AppError(
        'input_invalid',
        `--${option} has no ${definition.valueHint ?? 'value'}.`,
        `npm run ${name} -- --help lists the options.`,
      )
    }
  }
  return {
    words: [...parsed._, ...words],
    flag: (option) => parsed[option] === true,
    value: (option) => {
      const value = parsed[option]
      return typeof value === 'string' ? value : null
    },
  }
}

function unknownCommand(name: string): AppError {
  const names = Object.keys(COMMANDS)
  return new AppError(
    'input_invalid',
    `"${name}" is no command of Dateline; did you mean "${closest(name, names)}"?`,
    `The commands are ${names.join(', ')}. To ask a question: npm run ask -- ${name} …`,
  )
}

function unknownOption(name: CommandName, option: string, known: ArgsDef): AppError {
  const options = Object.keys(known).filter((one) => known[one]?.type !== 'positional')
  return new AppError(
    'input_invalid',
    `"${name}" has no option --${option}.`,
    options.length === 0
      ? `It takes none: npm run ${name}`
      : `Its options are ${options.map((one) => `--${one}`).join(', ')}.`,
  )
}

async function usage(name: CommandName | null): Promise<CommandLine> {
  const shown: CommandDef = name === null ? ROOT : COMMANDS[name]
  const text = await (name === null ? renderUsage(shown) : renderUsage(shown, ROOT))
  const codes = Object.entries(EXIT_CODES).map(([code, means]) => `  ${code.padStart(3)}  ${means}`)
  const how =
    name === null
      ? 'Run a command as npm run COMMAND -- …, npm start for short.'
      : `Run it as npm run ${name} -- …`
  return {
    command: 'usage',
    // citty asks the environment for colours, not the stream
    text: [stripVTControlCharacters(text).trimEnd(), '', how, '', 'EXIT CODES', '', ...codes].join(
      '\n',
    ),
  }
}
