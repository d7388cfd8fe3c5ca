import { useCallback, useLayoutEffect, useState } from 'preact/hooks'

/** What a window looks at; it stands in the address, so that a reload, a bookmark and "back" find it again. */
export interface Place {
  readonly channel: string
  /** The thread in the side panel. */
  readonly thread: string | null
  /** The app's Home tab instead of the messages. */
  readonly home: boolean
}

/** `#/C1`, `#/C1/1700000000.000100`, `#/D1/home`; null where the address names none. */
export function readPlace(hash: string): Place | null {
  const [, channel = '', rest = ''] = /^#\/([A-Z0-9]+)(?:\/(home|[\d.]+))?$/u.exec(hash) ?? []
  if (channel === '') return null
  return { channel, thread: rest === '' || rest === 'home' ? null : rest, home: rest === 'home' }
}

export const writePlace = ({ channel, home, thread }: Place): string =>
  `#/${channel}${home ? '/home' : ''}${thread === null ? '' : `/${thread}`}`

export type Go = (place: Partial<Place> & Pick<Place, 'channel'>) => void

export function usePlace(): readonly [Place | null, Go] {
  const [place, setPlace] = useState(() => readPlace(location.hash))
  useLayoutEffect(() => {
    const follow = (): void => setPlace(readPlace(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const go: Go = useCallback(({ channel, home = false, thread = null }) => {
    const next = { channel, home, thread }
    // At once: the address tells of itself only after the keys that wait already.
    setPlace(next)
    location.hash = writePlace(next)
  }, [])
  return [place, go]
}
