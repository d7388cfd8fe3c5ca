/**
 * Words that newsrooms use for one another when they write about this war. A line is a sense: its words answer for each
 * other. A word may stand in several lines. Words of more than one part are joined before anything is compared.
 */
const SENSES = [
  // Harm
  'killed kill killing dead die died dying death deaths fatality fatalities slain perished perish deadly',
  'injured injure injuries wounded wound hurt maimed trauma',
  'displaced uprooted homeless refugees',
  'starvation starve starved hunger famine malnutrition',
  'casualties casualty victims victim',
  // People
  'children child kids kid minors youngsters boys girls',
  'women woman female females',
  'doctors doctor physician physicians medics medic nurses surgeons medical staff healthcare health',
  'rescuers rescuer rescue responders paramedics',
  'rebels rebel opposition insurgents insurgent antigovernment militants',
  'rebels group groups faction factions militia militias',
  'government regime assad damascus authorities progovernment state',
  'army military soldiers soldier troops forces force',
  'fighters fighter combatants gunmen soldiers troops',
  'russia russian russians moscow kremlin',
  'us usa american americans washington united',
  'newspaper paper daily newspapers',
  'journalist reporter correspondent reporters journalists press',
  'diplomats diplomat envoy envoys',
  'monitor watchdog observatory',
  'photographer photo picture photograph image',
  'residents inhabitants people civilians',
  'talks talk negotiations negotiation negotiating negotiate negotiator contact contacts dialogue discussion discussions process',
  'talk talking speak speaking spoke discuss',
  'call calls called phone telephone ring phoned',
  'meeting meet meets summit session',
  // Means
  'airstrike airstrikes airraids airraid raid raids aerial airplanes planes plane warplanes jets jet aircraft',
  'bombing bombings bombed bomb bombs bombardment bombardments attack attacks attacked strike strikes struck hit target targeted targeting shelled raid raids',
  'shelling shells shell shelled rockets rocket mortars artillery fire',
  'barrelbombs barrelbomb barrelbombing barrelbombed',
  // Truce
  'ceasefire ceasefires truce truces lull calm armistice',
  'extend extended prolonged prolong lengthened renewed renew renewing lengthen',
  'violating violate violated violation violations breach breached breaching breaking',
  'include including included part party covers covered apply applies applied',
  'excluded exclude omitted leftout',
  // Doing
  'want wants wanted seek seeks sought urge urged ask asked asks call calls called calling demand demands demanded demanding require requires needs need needed',
  'refused refuse reject rejected rejecting rejects accept accepted accepts agree agreed agreeing embrace embraced',
  'stop stopped stopping end ended ending halt halted quit cease',
  'save salvage rescue restore restored avert prevent',
  'fled flee left leave leaving abandoned abandon quit walkedout walkout departed gone pull',
  'travel travelling travels trip visit visiting go goes going fly arrive arrived arrives heads heading',
  'began begin begun start started starts starting launched entered enter takeeffect tookeffect',
  'announced announce declared declare declares announcing declaration',
  'said say says saying told tell tells reported report reports stated according cited quoted quote quotes cites announced',
  'accuse accused accuses accusing blame blamed blames responsible fault contributed',
  'prepare preparing prepared plan plans planning planned planned intend intends intending intentions mull weigh weighing consider considering',
  'controls control controlled holds hold held rules',
  'surrounded besieged siege besieging encircled blockade',
  'offensive assault campaign push operation',
  'recapture retake retaking regain',
  'brokered broker mediated negotiated arranged deal',
  'violence fighting combat clashes battle battling conflict hostilities war',
  'collapse collapsed collapsing fall failed fail breakdown breakup unravel jeopardy threatened',
  'aid relief supplies humanitarian assistance food deliveries delivery delivered deliver',
  'trucks truck lorries lorry convoy convoys vehicles',
  'reached reach getthrough entered enter access arrive arrived',
  'location neighbourhood neighbourhoods neighborhood neighborhoods district districts quarter quarters area areas part parts zones places side',
  'town towns village villages',
  'hospital hospitals clinic clinics',
  'countryside rural outskirts outside',
  'routes route road roads lines line',
  'identify identified name named say',
  'justified justify justification excuse pretext reason grounds',
  'lead led leads leader heads head president chief commander commands command chairman director run runs boss',
  'author writer wrote written byline',
  'toll tally count number figure total',
  'share proportion percentage percent third thirds half quarter fraction majority',
  'remain remains left remaining only still',
  'close closed shut',
  'pressure push lean',
  'role part involvement',
  'phase step stage',
  'effort efforts bid attempt attempts initiative initiatives',
  'term word phrase expression called',
  'situation conditions dire',
  'regime regimes',
  'interest interested want wants really',
  'option solution',
  'hold held last lasted holding',
  'leaders leader base based',
  'regularly regular regularity',
  'monitoring monitor monitors monitored oversee oversees',
] as const

/** Expressions of several words, folded, and the one word that stands for them. */
export const JOINED: readonly (readonly [RegExp, string])[] = [
  [/\bair (strike|raid)(s?)\b/g, 'air$1$2'],
  [/\bbarrel[ -]?bomb(s|ed|ing|ings)?\b/g, 'barrelbombs'],
  [/\baerial (?:attacks?|bombardments?|bombings?)\b/g, 'airstrikes'],
  [
    /\b(?:cessation of (?:all )?hostilities|regime of (?:calm|silence)|lull in (?:the )?fighting)\b/g,
    'ceasefire',
  ],
  [/\b(?:armed|main|syrian) opposition\b/g, 'rebels'],
  [/\bopposition delegates\b/g, 'rebels delegates'],
  [/\b(?:put down|attributed) to\b/g, 'blamed'],
  [/\b(?:go|goes|went|going) along with\b/g, 'accept'],
  [/\bwalk(?:ed|ing|s)? out\b/g, 'walkout'],
  [/\b(?:took|take|takes|taking) effect\b/g, 'tookeffect'],
  [/\b(?:lost|lose|losing) (?:their|his|her) li(?:ves|fe)\b/g, 'killed'],
  [/\bloss of life\b/g, 'deaths'],
  [/\bper cent\b|(?<=\d)\s*%/g, ' percent'],
  [/\b(?:medical|health|healthcare) (?:staff|workers|personnel|professionals)\b/g, 'doctors'],
  [/\b(?:first responders|rescue workers|emergency workers)\b/g, 'rescuers'],
  [/\b(?:broke|break|breaks|broken|breaking) (?:down|up)\b/g, 'collapse'],
  [/\b(?:get|gets|getting|got) through\b/g, 'getthrough'],
  [/\b(?:pro|anti)-government\b/g, 'progovernment'],
  [/\b(?:carried|carry|carrying) out\b/g, 'launched'],
  [/\bcountry-?wide\b|\b(?:whole|full|entire|all of the) country\b/g, 'countrywide'],
  [/\bupper hand\b/g, 'upperhand'],
  [/\bnot (?:a )?party to\b/g, 'excluded'],
  [/\b(?:left|leave|leaves) out\b/g, 'excluded'],
  [/\bunited states\b|\bu\.s\.?(?=\s)/g, 'us'],
]

const sensesByWord = new Map<string, number[]>()
SENSES.forEach((line, sense) => {
  for (const word of line.split(' '))
    sensesByWord.set(word, [...(sensesByWord.get(word) ?? []), sense])
})

/** The senses of a word, given in a form of it that the table may know: the word itself, else its stem's other forms. */
export function sensesOf(word: string): readonly number[] {
  const known = sensesByWord.get(word)
  if (known !== undefined) return known
  for (const [ending, put] of [
    ['ies', 'y'],
    ['es', ''],
    ['s', ''],
    ['ed', ''],
    ['ed', 'e'],
    ['ing', ''],
    ['ing', 'e'],
  ] as const) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    const base = sensesByWord.get(word.slice(0, -ending.length) + put)
    if (base !== undefined) return base
  }
  return []
}

/** All words of the senses of a word, for a wider search. */
export const synonymsOf = (word: string): readonly string[] => {
  const senses = new Set(sensesOf(word))
  return SENSES.flatMap((line, sense) => (senses.has(sense) ? line.split(' ') : [])).filter(
    (each) => each !== word,
  )
}
