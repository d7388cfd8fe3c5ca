import { AppError } from '../errors.ts'
import { damaged, locked, type Problem, unwritable } from './problems.ts'

// Codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and of the network.

const AWAY: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT', // no such socket
  'EPIPE',
  'ETIMEDOUT',
  '57P01', // it is being shut down
  '57P02', // it crashed
  '57P03', // it is starting
  '53300', // it has no connection left
])
const NO_SUCH_HOST: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN'])
/** What the driver says by itself, without a code. */
const CONNECTION_LOST = /connection (?:terminated|error|timeout|timed out)|timeout exceeded when/iu
const NO_TLS =
  /does not support SSL|self-signed certificate|certificate has expired|unable to verify/iu

/** Whether a server that is not there now may be in a moment: it is starting, or starting again. */
export const isAway = (error: unknown): boolean =>
  AWAY.has(codeOf(error)) || CONNECTION_LOST.test(messageOf(error))

/** Turns what somebody can mend into an AppError; a bug stays what it is. `location` has no password in it. */
export function explained(error: unknown, location: string): unknown {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  const problem = { location, reason: messageOf(error), cause: error }
  if (isAway(error)) return away(problem)
  if (NO_SUCH_HOST.has(code)) return away({ ...problem, reason: 'there is no host of that name' })
  if (code === 'ERR_INVALID_URL')
    return refused({ ...problem, reason: 'it is no address', hint: ADDRESS_HINT })
  if (NO_TLS.test(problem.reason)) return refused({ ...problem, hint: TLS_HINT })
  switch (code) {
    case '28P01':
    case '28000':
      return refused({ ...problem, hint: PASSWORD_HINT })
    case '3D000':
      return refused({ ...problem, hint: DATABASE_HINT })
    case '42501':
      return refused({ ...problem, hint: GRANT_HINT })
    case '25006':
    case '53100':
      return unwritable({ ...problem, hint: SERVER_HINT })
    case '40P01':
    case '55P03':
      return locked(problem)
    case 'XX001':
    case 'XX002':
      return damaged({ ...problem, hint: BACKUP_HINT })
    default:
      return error
  }
}

const ADDRESS_HINT =
  'DATABASE_URL is written postgres://user:password@host:5432/name; @ : / # ? and % in a password are %40 %3A %2F %23 %3F and %25.'
const PASSWORD_HINT =
  'Correct user and password in DATABASE_URL; write @ : / # ? and % in a password as %40 %3A %2F %23 %3F and %25.'
const DATABASE_HINT = 'Make the database (createdb NAME), or correct its name in DATABASE_URL.'
const GRANT_HINT =
  'Let that user make a schema: GRANT CREATE ON DATABASE name TO user. Dateline keeps its tables in the schema "dateline".'
const TLS_HINT =
  'Say in DATABASE_URL how to connect: ?sslmode=disable without encryption, ?sslmode=no-verify without checking the certificate.'
const SERVER_HINT =
  'Make room on the server, or let DATABASE_URL name the server that takes writes.'
const BACKUP_HINT = 'Put a backup in its place.'

const away = ({ location, reason, cause }: Omit<Problem, 'hint'>): AppError =>
  new AppError(
    'store_away',
    `The database "${location}" cannot be reached: ${reason}.`,
    'Is the server running, and are host and port in DATABASE_URL right? Without DATABASE_URL Dateline keeps a file of its own.',
    { cause },
  )

const refused = ({ location, reason, hint, cause }: Problem): AppError =>
  new AppError(
    'store_refused',
    `The database "${location}" does not let Dateline in: ${reason}.`,
    hint,
    { cause },
  )

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Of the first of several where a name has more than one address, and none answers. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return messageOf(error.errors[0])
  return error instanceof Error ? error.message : ''
}
