import type { Faults } from './faults.ts'
import { FILE_PATH, UPLOAD_PATH } from './files.ts'
import { fieldsOf, json, words } from './http.ts'
import type { Asked, Reply } from './http.ts'
import { appFile, libraryFile, pageFile } from './page-files.ts'
import { answerPage } from './page-server.ts'
import { textOf } from './payload.ts'
import { Refusal } from './refusal.ts'
import { RESPONSE_PATH } from './response-urls.ts'
import type { SocketMode } from './socket-mode.ts'
import { answerCall, argumentsOf } from './web-api/method.ts'
import { openMethods } from './web-api/methods.ts'
import type { Workspace } from './workspace.ts'

interface RouteParts {
  readonly workspace: Workspace
  readonly faults: Faults
  readonly socketMode: SocketMode | null
  readonly controls: boolean
}

type Route = readonly [path: string, answer: (asked: Asked, rest: string) => Promise<Reply> | Reply]

/** What is answered at which address. */
export function openRoutes(parts: RouteParts): (asked: Asked) => Promise<Reply> {
  const { workspace } = parts
  const callMethod = methodCaller(parts)
  const routes: readonly Route[] = [
    ['/api/', callMethod],
    [RESPONSE_PATH, (asked) => answerResponse(workspace, asked)],
    [UPLOAD_PATH, (asked, id) => upload(workspace, asked, id)],
    [FILE_PATH, (_, path) => download(workspace, path)],
    ['/page/', (asked) => answerPage(workspace, asked)],
    ['/app/', (_, path) => appFile(path)],
    ['/library/', (_, name) => libraryFile(name)],
    ['/archives/', pageFile],
    ...(parts.controls ? [['/control/', controlled(parts)] as const] : []),
  ]
  return async (asked) => {
    const { pathname } = asked.url
    if (pathname === '/') return pageFile()
    const route = routes.find(([path]) => pathname.startsWith(path))
    if (route === undefined) return words('not found', 404)
    const [path, answer] = route
    return answer(asked, decoded(pathname.slice(path.length)))
  }
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    // Not an address that anything here gives out: it is not found under any name.
    return ''
  }
}

const methodCaller = ({ faults, socketMode, workspace }: RouteParts) => {
  const methods = openMethods(socketMode === null ? null : (debug) => socketMode.ticket(debug))
  return async (asked: Asked, name: string): Promise<Reply> => {
    const { token, ...args } = argumentsOf(fieldsOf(asked))
    const bearer = /^Bearer (.+)$/u.exec(asked.request.headers.authorization ?? '')?.[1]
    const call = { name, args, token: bearer ?? textOf(token) }
    const sent = await faults.answer(name, () => answerCall(workspace, methods, call))
    const ok = sent.status === 200 && sent.body['ok'] === true
    workspace.wire.note({
      direction: 'from-bot',
      name,
      payload: ok ? args : { ...args, answered: sent.body, status: sent.status },
      ok,
    })
    return { ...json(sent.body, sent.status), headers: sent.headers }
  }
}

const USED_UP: ReadonlySet<string> = new Set(['invalid_url', 'expired_url', 'used_url'])

function answerResponse({ responseUrls, wire }: Workspace, asked: Asked): Reply {
  const body = fieldsOf(asked)
  const note = (ok: boolean, payload: object): void =>
    wire.note({ direction: 'from-bot', name: 'response_url', payload, ok })
  try {
    responseUrls.answer(asked.url.pathname, body)
    note(true, body)
    return words('ok')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refused = { ok: false, error: error.code, ...error.details }
    note(false, { ...body, answered: refused })
    return json(refused, USED_UP.has(error.code) ? 404 : 400)
  }
}

/** A file's content: bare, or as a field of a form. */
async function upload({ files }: Workspace, { body, request }: Asked, id: string): Promise<Reply> {
  const type = request.headers['content-type'] ?? ''
  const content = type.startsWith('multipart/form-data') ? await fileIn(body, type) : body
  return files.fill(id, content) ? words(`OK - ${content.length}`) : words('not expected', 400)
}

async function fileIn(body: Buffer, type: string): Promise<Buffer> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': type },
  }).formData()
  const [file] = [...form.values()].filter((value) => value instanceof Blob)
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer())
}

function download({ files }: Workspace, path: string): Reply {
  const file = files.content(path.split('/', 1)[0] ?? '')
  if (file === undefined) return words('not found', 404)
  const { content: body, mime: type, name } = file
  const how = type.startsWith('image/') ? 'inline' : 'attachment'
  const named = `${how}; filename*=UTF-8''${encodeURIComponent(name)}`
  return { status: 200, type, body, headers: { 'content-disposition': named } }
}

const controlled =
  ({ faults }: RouteParts) =>
  (asked: Asked, what: string): Reply => {
    if (asked.request.method !== 'POST') return words('by POST only', 405)
    try {
      return json(faults.control(what, fieldsOf(asked)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return json({ ok: false, error: error.code, ...error.details }, 400)
    }
  }
