import { gunzipSync } from 'node:zlib'
import { AppError } from '../../errors.ts'
import type { ListBytes } from './address-list.ts'
import { decodePage, PAGE_LIMIT } from '../page/charset-of-page.ts'
import { unreadableList } from './unreadable-list.ts'

/** A list's bytes as text: unpacked where they are a gzip file, and in whatever charset they are. */
export function textOfList({ bytes, contentType, address }: ListBytes): string {
  try {
    // a file that is packed says nothing true about the charset of what is in it
    return isGzip(bytes)
      ? decodePage(unpacked(bytes, address), null, address)
      : decodePage(bytes, contentType, address)
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'feed_unreadable') throw error
    throw unreadableList(
      `"${address}" is no feed and no sitemap: it holds binary data, or too much.`,
      'Give the address of a feed (RSS, Atom, JSON Feed) or of a sitemap.',
      error,
    )
  }
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

function unpacked(bytes: Uint8Array, address: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: PAGE_LIMIT })
  } catch (cause) {
    const isLarge = cause instanceof RangeError
    throw unreadableList(
      isLarge
        ? `"${address}" unpacks to more than 10 MB.`
        : `"${address}" is packed, and cannot be unpacked: it is damaged or cut off.`,
      isLarge
        ? 'A site of that size splits its sitemap; give the address of a smaller part.'
        : 'Try again later; if it stays so, tell the site’s owners.',
      cause,
    )
  }
}
