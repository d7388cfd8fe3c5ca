import type { Harm } from '../../../model/claim.ts'

// Words are data: an editor may add one here without touching a rule. All in lower case, straight apostrophes.

/**
 * How a word of harm stands to the people it counts.
 * - `verb`: a form that is passive after "were", active before an object (killed)
 * - `acts`: active only, its object is harmed (kills, killing)
 * - `befalls`: its subject is harmed (died, fled)
 * - `state`: an adjective or noun beside the number (40 dead, left 12 missing)
 */
export type HarmForm = 'verb' | 'acts' | 'befalls' | 'state'

const forms = (harm: Harm, form: HarmForm, list: string) =>
  list.split(' ').map((word) => [word, { harm, form }] as const)

/** Single words of harm. Phrases stand in HARM_PHRASES. */
export const HARM_WORDS: ReadonlyMap<string, { readonly harm: Harm; readonly form: HarmForm }> =
  new Map([
    ...forms(
      'killed',
      'verb',
      'killed slain murdered massacred executed beheaded assassinated martyred slaughtered gassed drowned crucified lynched liquidated eliminated hanged decapitated butchered',
    ),
    ...forms(
      'killed',
      'acts',
      'gassing kill kills killing slaying murdering massacring executing beheading slaughtering executes execute beheads behead decapitates massacres murders slaughters eliminating eliminates eliminate',
    ),
    ...forms('killed', 'befalls', 'died die dies dying perished perish'),
    ...forms('killed', 'state', 'dead deaths fatalities'),
    ...forms(
      'injured',
      'verb',
      'injured wounded war-wounded hurt maimed hospitalised hospitalized poisoned',
    ),
    ...forms('injured', 'acts', 'injure injures injuring wound wounds wounding maiming'),
    ...forms('injured', 'befalls', 'suffocated suffocating choked choking'),
    ...forms('missing', 'state', 'missing unaccounted'),
    ...forms('missing', 'befalls', 'disappeared vanished'),
    ...forms(
      'detained',
      'verb',
      'detained arrested abducted kidnapped captured imprisoned jailed freed',
    ),
    ...forms('detained', 'acts', 'detaining arresting abducting kidnapping capturing freeing'),
    ...forms('displaced', 'verb', 'displaced evacuated uprooted'),
    ...forms('displaced', 'acts', 'displacing displaces evacuating uprooting'),
    ...forms('displaced', 'befalls', 'fled flee fleeing'),
    ...forms('casualties', 'state', 'casualties'),
    // killed, captured or driven to surrender, as the Turkish army counts
    ...forms('casualties', 'verb', 'neutralised neutralized'),
    ...forms('casualties', 'acts', 'neutralising neutralizing'),
  ])

/** Phrases of harm, as the words that follow one another. */
export const HARM_PHRASES: readonly {
  readonly words: readonly string[]
  readonly harm: Harm
  readonly form: HarmForm
}[] = [
  ...['froze', 'frozen', 'starved', 'choked', 'bled', 'crushed', 'suffocated'].map(
    (word) => ({ words: [word, 'to', 'death'], harm: 'killed', form: 'befalls' }) as const,
  ),
  ...['claim', 'claims', 'claimed', 'claiming', 'took', 'takes', 'taking', 'cost'].flatMap((verb) =>
    ['lives of', 'the lives of', 'life of', 'the life of'].map(
      (words) => ({ words: [verb, ...words.split(' ')], harm: 'killed', form: 'acts' }) as const,
    ),
  ),
  ...['gunning down', 'shooting dead'].map(
    (words) => ({ words: words.split(' '), harm: 'killed', form: 'acts' }) as const,
  ),
  ...['lost', 'lose', 'losing'].flatMap((verb) =>
    ['their lives', 'his life', 'her life', 'their life'].map(
      (words) => ({ words: [verb, ...words.split(' ')], harm: 'killed', form: 'befalls' }) as const,
    ),
  ),
  ...['stabbed', 'stoned', 'beaten', 'tortured', 'hacked', 'burned', 'burnt', 'put'].map(
    (verb) => ({ words: [verb, 'to', 'death'], harm: 'killed', form: 'verb' }) as const,
  ),
  ...['shot dead', 'gunned down', 'blown up', 'buried alive', 'found dead', 'shot and killed'].map(
    (words) => ({ words: words.split(' '), harm: 'killed', form: 'verb' }) as const,
  ),
  ...[
    'treated in hospital',
    'taken to hospital',
    'rushed to hospital',
    'treated in hospitals',
    'taken to hospitals',
    'rushed to hospitals',
  ].map((words) => ({ words: words.split(' '), harm: 'injured', form: 'verb' }) as const),
  ...['bodies', 'body', 'death', 'deaths', 'killing', 'martyrdom', 'murder'].map(
    (noun) => ({ words: ['the', noun, 'of'], harm: 'killed', form: 'acts' }) as const,
  ),
  ...['injury', 'injuring', 'wounding'].map(
    (noun) => ({ words: ['the', noun, 'of'], harm: 'injured', form: 'acts' }) as const,
  ),
  ...['granted', 'given', 'allowed', 'offered'].map(
    (verb) => ({ words: [verb, 'safe', 'passage'], harm: 'displaced', form: 'verb' }) as const,
  ),
  { words: ['treated', 'for'], harm: 'injured', form: 'verb' },
  { words: ['got', 'injured'], harm: 'injured', form: 'befalls' },
  { words: ['found', 'shot'], harm: 'killed', form: 'befalls' },
  { words: ['taken', 'hostage'], harm: 'detained', form: 'verb' },
  { words: ['held', 'hostage'], harm: 'detained', form: 'verb' },
  { words: ['held', 'captive'], harm: 'detained', form: 'verb' },
  { words: ['taken', 'prisoner'], harm: 'detained', form: 'verb' },
  { words: ['rounded', 'up'], harm: 'detained', form: 'verb' },
  { words: ['under', 'the', 'rubble'], harm: 'missing', form: 'state' },
  { words: ['under', 'rubble'], harm: 'missing', form: 'state' },
  { words: ['beneath', 'the', 'rubble'], harm: 'missing', form: 'state' },
  { words: ['from', 'their', 'homes'], harm: 'displaced', form: 'befalls' },
  { words: ['made', 'homeless'], harm: 'displaced', form: 'verb' },
]

/** Verbs of what people undergo, and what of it injures them: "suffered severe burns", "sustained shrapnel wounds". */
export const SUFFER = /^(?:suffer(?:s|ed|ing)?|sustain(?:s|ed|ing)?|experienc(?:e|es|ed|ing))$/
export const INJURIES =
  /^(?:injur(?:y|ies)|wounds?|burns?|suffocation|asphyxiation|asphyxia|respiratory|breathing|breathlessness|dyspn(?:o)?ea|choking|symptoms?|convulsions?|shrapnel|concussions?|poisoning|exposure|effects|fractures?)$/

/** Heads that count people and say the harm themselves: `250 civilian casualties`, `three deaths`. */
export const HARM_HEADS: ReadonlyMap<string, Harm> = new Map(
  Object.entries({
    casualties: 'casualties',
    casualty: 'casualties',
    dead: 'killed',
    deaths: 'killed',
    death: 'killed',
    fatalities: 'killed',
    killed: 'killed',
    wounded: 'injured',
    injured: 'injured',
    injuries: 'injured',
    missing: 'missing',
    refugees: 'displaced',
    evacuees: 'displaced',
    displaced: 'displaced',
    hostages: 'detained',
    detainees: 'detained',
    prisoners: 'detained',
    captives: 'detained',
    bodies: 'killed',
    corpses: 'killed',
    martyrs: 'killed',
  } as const),
)
