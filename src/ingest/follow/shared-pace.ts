import type { Pace } from '../../sources/net/pace.ts'
import type { HostTurns } from '../../store/hosts.ts'
import { holderOf } from './holder.ts'

/** The pace that all processes on one store keep together. */
export function sharedPace(hosts: HostTurns): Pace {
  const holder = holderOf()
  return { take: (host, { at, until }) => hosts.take(host, { at, until, holder }) }
}
