import { z } from 'zod'
import type { OutletKind } from '../../model/article.ts'
import { didYouMean } from '../column-map.ts'
import { readHost } from '../net/allowed-hosts.ts'
import { durationOf } from './durations.ts'

/** The keys at each level of the file. */
export const KEYS = {
  file: ['feeds', 'sitemaps', 'contact', 'allow', 'pace', 'may_add', 'tell'],
  listed: ['name', 'address', 'outlet', 'kind', 'every'],
  mayAdd: ['people', 'channels'],
} as const satisfies Record<string, readonly string[]>

const KINDS = [
  'agency',
  'state media',
  'opposition media',
  'independent',
] as const satisfies readonly OutletKind[]

const MINUTE = 60_000
const DEFAULT = { feed: 10 * MINUTE, sitemap: 60 * MINUTE, pace: 1000 } as const
const LONGEST = { every: 7 * 24 * 60 * MINUTE, pace: 10 * MINUTE } as const

const text = z
  .union([z.string(), z.number()], 'is empty, or no text')
  .transform((given) => String(given).trim())
  .refine((given) => given !== '', 'is empty')

const duration = (longest: number, most: string) =>
  text
    .transform((given, context) => {
      const found = durationOf(given)
      if (found !== null) return found
      const why = /^[\d.]+$/u.test(given) ? 'has no unit' : 'is no length of time'
      context.addIssue({ code: 'custom', message: `"${given}" ${why}; write 10m, 1h or 2 days` })
      return z.NEVER
    })
    .refine((ms) => ms <= longest, `is longer than ${most}`)

const kind = text.transform((given, context) => {
  const found = KINDS.find((each) => each === given.toLowerCase())
  if (found !== undefined) return found
  const nearest = didYouMean(given, KINDS).replace(/\.$/u, '')
  context.addIssue({
    code: 'custom',
    message: `"${given}" is no kind of outlet${nearest === '' ? `; they are ${KINDS.join(', ')}` : nearest}`,
  })
  return z.NEVER
})

const listed = (every: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? { address: given } : given),
    z
      .strictObject(
        {
          name: text.optional(),
          address: z
            .string('an address is missing, such as https://example.org/feed.xml')
            .transform((given) => given.trim()),
          outlet: text.optional(),
          kind: kind.optional(),
          every: duration(LONGEST.every, '7 days').default(every),
        },
        'must be an address, or address, name, outlet, kind and every',
      )
      .transform(({ name, outlet, ...rest }) => ({
        ...rest,
        name: name ?? outlet ?? hostOf(rest.address),
        outlet: outlet ?? null,
        kind: rest.kind ?? null,
      })),
  )

const hostOf = (address: string): string => {
  const host = URL.parse(address)?.host ?? address
  return host.replace(/^www\.(?=.)/u, '')
}

/** A list; one thing alone is a list of one, and nothing is an empty one. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) =>
      Array.isArray(given) ? given : given === null || given === undefined ? [] : [given],
    z.array(item),
  )

const host = text.refine(
  (given) => readHost(given) !== null,
  'is no host; write intranet.example, or intranet.example:8080',
)

const contact = text.refine(
  (given) =>
    /^[\x21-\x7e]+$/u.test(given) &&
    /^(?:https?:\/\/\S+\.\S+|[^@\s]+@[^@\s]+\.[^@\s]+)$/u.test(given),
  'is no address of mail or web; write desk@example.org or https://example.org/contact',
)

const person = text.refine(
  (given) => /^[UW][A-Z\d]{4,}$/u.test(given),
  'is no id of a person (U…): in Slack, open the profile → ⋮ → Copy member ID',
)

const channel = text.refine(
  (given) => /^[CG][A-Z\d]{4,}$/u.test(given),
  'is no id of a channel (C…): in Slack, open the channel’s details; it is at the foot of About',
)

const place = text.refine(
  (given) => /^[CGUW][A-Z\d]{4,}$/u.test(given),
  'is no id of a channel (C…) or a person (U…), as Slack shows it',
)

/** What coverage.yml may say. */
export const coverageSchema = z
  .strictObject(
    {
      feeds: listOf(listed(DEFAULT.feed)),
      sitemaps: listOf(listed(DEFAULT.sitemap)),
      contact: contact.nullish(),
      allow: listOf(host),
      pace: duration(LONGEST.pace, '10 minutes').default(DEFAULT.pace),
      may_add: z
        .strictObject(
          { people: listOf(person), channels: listOf(channel) },
          'must have people, channels or both',
        )
        .nullish(),
      tell: listOf(place),
    },
    `must have keys, such as feeds`,
  )
  .transform(({ may_add: mayAdd, contact: given, ...rest }) => ({
    ...rest,
    contact: given ?? null,
    mayAdd: mayAdd ?? { people: [], channels: [] },
  }))
