import { readFile } from 'node:fs/promises'
import { AppError } from '../errors.ts'
import type { OutletKind } from '../model/article.ts'
import { coverageSchema } from './coverage-file/schema.ts'
import { problemsIn } from './coverage-file/problems.ts'
import { readYaml, type YamlDocument } from './coverage-file/yaml-document.ts'
import { decode } from './decode.ts'
import { admit } from './net/admit.ts'
import { allowedHosts } from './net/allowed-hosts.ts'

/** What the newsroom follows, and what it allows: the file `coverage.yml`. */
export interface CoverageFile {
  readonly feeds: readonly Listed[]
  readonly sitemaps: readonly Listed[]
  /** Hosts that are asked although they are not public, `host` or `host:port`. */
  readonly allow: readonly string[]
  /** How the owners of a site that is asked can reach the newsroom: an address of mail or web. */
  readonly contact: string | null
  /** Milliseconds between two requests to one host. */
  readonly pace: number
  /** Who may have addresses read, by their ids in Slack; nobody where both are empty. */
  readonly mayAdd: { readonly people: readonly string[]; readonly channels: readonly string[] }
  /** Channels and people, by their ids in Slack, who are told where a feed fails for a day. */
  readonly tell: readonly string[]
}

/** A list of addresses that is visited again and again. */
interface Listed {
  /** What people call it: as given, else its outlet, else its host. */
  readonly name: string
  readonly address: string
  /** Null leaves it to what the pages say. */
  readonly outlet: string | null
  readonly kind: OutletKind | null
  /** Milliseconds between two visits. */
  readonly every: number
}

const HINT = 'coverage.example.yml, which comes with Dateline, shows every key that there is.'

/**
 * Reads the file; null where there is none, unless it was `given` by name. Throws `config_invalid` for a file that
 * cannot be used, with every slip in it, each with its line.
 */
export async function readCoverageFile({
  file,
  given,
}: {
  readonly file: string
  readonly given: boolean
}): Promise<CoverageFile | null> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    const isMissing = 'code' in cause && cause.code === 'ENOENT'
    if (isMissing && !given) return null
    throw unusable(file, [isMissing ? 'there is no such file' : cause.message])
  }
  return readCoverage(bytes, file)
}

/** The file's bytes to what they say; see `readCoverageFile`. */
export function readCoverage(bytes: Uint8Array, file: string): CoverageFile {
  const document = readYaml(textOf(bytes, file))
  if (document.kind === 'broken') throw unusable(file, document.problems)
  const parsed = coverageSchema.safeParse(document.content ?? {})
  if (!parsed.success) throw unusable(file, problemsIn(parsed.error, document))
  const problems = addressProblems(parsed.data, document)
  if (problems.length > 0) throw unusable(file, problems)
  return parsed.data
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return decode(bytes, file)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw unusable(file, [error.message])
  }
}

const MINUTE = 60_000

/** Addresses that are not asked, that are asked too often, that stand there twice. */
function addressProblems(
  { feeds, sitemaps, allow }: CoverageFile,
  document: Extract<YamlDocument, { kind: 'read' }>,
): string[] {
  const allowed = allowedHosts(allow)
  const first = new Map<string, string>()
  const problemOf = ({ address, every }: Listed, where: string): string | null => {
    const url = admit(address, allowed)
    if (url instanceof AppError) return url.message.replace(/\.$/u, '')
    const before = first.get(url.href)
    if (before !== undefined) return `${url.href} stands in ${before} already`
    first.set(url.href, where)
    return every < MINUTE && !allowed.has(url)
      ? 'is asked more often than once a minute; only a host under "allow" may be'
      : null
  }
  return Object.entries({ feeds, sitemaps }).flatMap(([key, list]) =>
    list.flatMap((listed, at) => {
      const line = document.lineOf([key, at])
      const problem = problemOf(listed, line)
      return problem === null ? [] : [`${line}, ${key}: ${problem}`]
    }),
  )
}

/** More than people mend at once: what follows is mostly made of what comes first. */
const MOST_PROBLEMS = 20

function unusable(file: string, problems: readonly string[]): AppError {
  const shown = problems.slice(0, MOST_PROBLEMS)
  const more = problems.length - shown.length
  const lines = more === 0 ? shown : [...shown, `and ${more} more`]
  return new AppError(
    'config_invalid',
    [`"${file}" cannot be used:`, ...lines.map((line) => `  ${line}`)].join('\n'),
    HINT,
  )
}
