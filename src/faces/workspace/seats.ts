import type { Person } from './page-api.ts'

/** Somebody whom one can be. */
export type Seat = Omit<Person, 'bot'>

export const TEAM = { id: 'T0NEWSROOM', name: 'Newsroom', domain: 'newsroom' } as const

/** The app, its user and its bot, as Slack numbers them apart. */
export const APP = { id: 'A0DATELINE', user: 'U0DATELINE', bot: 'B0DATELINE' } as const

/** Says what Slack itself has to say. */
export const SLACKBOT = 'USLACKBOT'

export const SEATS: readonly Seat[] = [
  {
    id: 'U0REPORTER',
    name: 'robin',
    realName: 'Robin Hale',
    title: 'Reporter',
    zone: 'Europe/London',
  },
  {
    id: 'U0EDITOR',
    name: 'dana',
    realName: 'Dana Marsh',
    title: 'Editor',
    zone: 'America/New_York',
  },
]

interface ChannelGiven {
  readonly id: string
  readonly name: string
  readonly topic: string
  /** Whether the bot is a member from the start. */
  readonly withBot: boolean
}

export const CHANNELS: readonly ChannelGiven[] = [
  {
    id: 'C0SYRIADESK',
    name: 'syria-desk',
    topic: 'What we report on Syria, and how we know it',
    withBot: true,
  },
  {
    id: 'C0NEWSROOM',
    name: 'newsroom',
    topic: 'All of us. Dateline comes when it is invited: /invite @Dateline',
    withBot: false,
  },
]

/** The direct message of a person and the bot. */
export const directId = (person: string): string => `D${person.slice(1)}`
