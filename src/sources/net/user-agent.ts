import manifest from '../../../package.json' with { type: 'json' }

/** The name by which robots.txt speaks of Dateline. */
export const ROBOT = 'Dateline'

/** Who asks, and how to reach them: the contact is that of the newsroom, an address of mail or web. */
export const userAgent = (contact: string | null): string =>
  contact === null
    ? `${ROBOT}/${manifest.version}`
    : `${ROBOT}/${manifest.version} (+${contact.replace(/[^\x21-\x7e]+/gu, ' ').trim()})`
