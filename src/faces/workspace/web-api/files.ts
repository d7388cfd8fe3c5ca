import { payloadsOf, textOf } from '../payload.ts'
import type { Payload } from '../payload.ts'
import { Refusal, refusal } from '../refusal.ts'
import { post, postable, threadOf } from './chat.ts'
import type { Methods } from './method.ts'

const ALT_TEXT = 1_000

const WRITE = { token: 'bot', scopes: ['files:write'] } as const

/** Titles and descriptions are given with the place for a file or when it is shared. */
export function fileMethods(): Methods {
  const altTexts = new Map<string, string>()
  return {
    'files.getUploadURLExternal': {
      ...WRITE,
      required: ['filename', 'length'],
      run(args, { files, origin }) {
        const length = Number(textOf(args['length']))
        if (!Number.isSafeInteger(length) || length <= 0) {
          throw refusal('invalid_arguments', ['must be greater than 0: length'])
        }
        const altText = textOf(args['alt_txt'] ?? args['alt_text'])
        if (altText.length > ALT_TEXT) throw new Refusal('alt_txt_too_large')
        const { id, path } = files.reserve(textOf(args['filename']), length)
        altTexts.set(id, altText)
        return { upload_url: `${origin()}${path}`, file_id: id }
      },
    },
    'files.completeUploadExternal': {
      ...WRITE,
      required: ['files'],
      run(args, workspace) {
        const given = payloadsOf(args['files'])
        if (given.length === 0) throw refusal('invalid_arguments', ['must be a list: files'])
        const files = given.map((file) => {
          const id = textOf(file['id'])
          const told = { title: textOf(file['title']), altText: altTexts.get(id) ?? '' }
          const complete = workspace.files.complete(id, told)
          if (complete === undefined) throw new Refusal('file_not_found')
          return complete
        })
        const channel = textOf(args['channel_id'])
        if (channel !== '') {
          const place = postable(workspace, channel)
          const threadTs = threadOf(workspace, place, args['thread_ts'])
          const text = textOf(args['initial_comment'])
          post(workspace, place, { threadTs, text, files })
        }
        return { files: files.map(({ id, title }): Payload => ({ id, title })) }
      },
    },
  }
}
