import type { OrganisationType } from '../../model/name.ts'
import * as words from './vocabulary.ts'

/** The nouns under which an organisation of the tables may be taken up again: `the group`, `the agency`. */
export const TAKEN_UP: Readonly<Record<OrganisationType, ReadonlySet<string>>> = {
  monitor: words.setOf('group monitor observatory organisation organization watchdog ngo network'),
  aid: words.setOf('group organisation organization charity agency committee ngo federation'),
  agency: words.setOf('agency news-agency'),
  state_media: words.setOf('agency television tv channel newspaper media daily station'),
  media: words.setOf(
    'newspaper channel agency television network paper station outlet site website',
  ),
  government: words.setOf('ministry government department authorities office'),
  armed_group: words.setOf('group faction movement rebels brigade alliance front'),
  military: words.setOf('army military ministry force command'),
  intergovernmental: words.setOf('body organisation organization agency council'),
  alliance: words.setOf('coalition alliance force'),
  political: words.setOf('group coalition council party opposition bloc'),
}
