import type { ArgsDef, CommandDef } from 'citty'

/** How tables of articles are read; see `faces/cli/open-sources.ts`. */
const TABLES = {
  map: {
    type: 'string',
    valueHint: 'COLUMNS',
    description: 'Columns of a table, as id=unit_id,text=body; or a YAML file that says so',
  },
  charset: {
    type: 'string',
    valueHint: 'NAME',
    description: 'Charset of a table, where its bytes do not tell: latin1, windows-1256',
  },
  'date-format': {
    type: 'string',
    valueHint: 'FORMAT',
    description: 'How a table writes dates, where they do not tell: M/D/YYYY',
  },
} as const satisfies ArgsDef

/** What `npm run …` can do. Only names and words: what a command does is loaded when it is called. */
export const COMMANDS = {
  start: {
    meta: {
      name: 'start',
      description: 'Connect to Slack; without Slack credentials, open a Slack on this machine',
    },
    args: {
      terminal: { type: 'boolean', description: 'Without Slack credentials, open the prompt' },
    },
  },
  workspace: {
    meta: {
      name: 'workspace',
      description: 'Open the Slack on this machine alone, for an app of your own to connect to',
    },
    args: {
      controls: {
        type: 'boolean',
        description: 'Let tests ask for faults over /control/',
      },
    },
  },
  ask: {
    meta: { name: 'ask', description: 'Ask the coverage; without a question, open the prompt' },
    args: {
      question: {
        type: 'positional',
        required: false,
        description: 'A command (casualties aleppo) or a plain question',
      },
      json: { type: 'boolean', description: 'Print one JSON object an answer' },
      in: {
        type: 'string',
        valueHint: 'FILE',
        description: 'Ask many at once: JSON Lines with a field "question", or a question a line',
      },
    },
  },
  ingest: {
    meta: { name: 'ingest', description: 'Read articles into the store; what is known is left' },
    args: {
      path: {
        type: 'positional',
        required: false,
        description:
          'Addresses of pages, feeds and sitemaps; files and folders: .txt, .md, .html, .jsonl, .csv',
      },
      watch: {
        type: 'string',
        valueHint: 'FOLDER',
        description: 'Read a folder, and go on reading what is new or changes in it',
      },
      again: {
        type: 'boolean',
        description:
          'Find figures and quotes anew in all that is kept, after an update of the rules',
      },
      ...TABLES,
    },
  },
  extract: {
    meta: {
      name: 'extract',
      description: 'Print the claims and quotes of articles, one JSON object an article',
    },
    args: {
      path: {
        type: 'positional',
        required: false,
        description: 'Files and folders: .txt, .md, .html, .jsonl, .csv',
      },
      ...TABLES,
    },
  },
  eval: {
    meta: { name: 'eval', description: 'Measure extraction and answers against gold answers' },
    args: {
      gold: {
        type: 'string',
        valueHint: 'FILE',
        description: 'Gold answers, one article a line (default: the five articles’)',
      },
      articles: {
        type: 'string',
        valueHint: 'PATH',
        description: 'The articles that they are about (default: data/articles)',
      },
      ...TABLES,
      errors: {
        type: 'boolean',
        description: 'List each miss with the rules that led to it; a number after it: the first N',
      },
      json: { type: 'boolean', description: 'Print the figures as JSON' },
    },
  },
} as const satisfies Record<string, CommandDef>

export type CommandName = keyof typeof COMMANDS

export const ROOT = {
  meta: {
    name: 'dateline',
    description: 'What the newsroom’s own coverage says, every figure cited',
  },
  subCommands: COMMANDS,
} as const satisfies CommandDef

/** What a script may rely on; the README lists the same. */
export const EXIT_CODES = {
  0: 'answered, or done; what `ingest` left out is counted in its last line',
  1: 'the coverage does not say',
  2: 'the command, the question or a file given to it cannot be used; nothing could be read',
  3: 'the set-up cannot be used: settings, store, Slack, Node',
  70: 'a fault of Dateline itself, with its stack',
  130: 'stopped by Ctrl-C',
} as const
