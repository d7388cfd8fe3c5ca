/** Verbs of speech: each form alone makes what stands beside it a speaker. */
export const SPEECH = {
  past: 'said told added wrote tweeted posted announced warned stated declared reported explained noted insisted claimed argued acknowledged admitted asked replied responded answered continued concluded stressed emphasised emphasized underlined underscored recalled remarked commented confirmed complained suggested reiterated repeated revealed predicted observed asserted maintained alleged affirmed cautioned quipped joked shouted screamed cried chanted exclaimed lamented pleaded vowed pledged promised swore boasted read testified estimated conceded contended clarified disclosed retorted thundered countered chided scoffed mused marveled marvelled snapped deadpanned implored fumed gushed recounted bragged wondered ventured intoned roared yelled bellowed hollered whispered muttered murmured mumbled sneered sniffed sighed groaned grumbled griped groused crowed barked interjected interrupted opined railed ranted counseled counselled',
  present:
    'says tells adds writes tweets announces warns states declares reports explains notes insists claims argues acknowledges admits asks replies responds answers continues concludes stresses emphasises emphasizes recalls remarks comments confirms complains suggests reiterates reveals predicts asserts maintains alleges affirms cautions vows pledges promises reads testifies estimates',
  plural: 'say tell add ask',
  participle:
    'saying telling adding writing tweeting posting announcing warning stating declaring reporting explaining noting insisting claiming arguing acknowledging admitting asking replying responding stressing emphasising emphasizing recalling remarking commenting confirming suggesting reiterating repeating predicting asserting alleging affirming cautioning shouting screaming chanting vowing pledging promising reading yelling bellowing whispering muttering sighing grumbling griping crowing barking interjecting opining railing ranting whining',
} as const

/** Verbs that may frame somebody's words inside a sentence, but do not stand beside a whole quoted sentence. */
export const STANCE = {
  past: 'called described accused condemned denounced hailed praised criticised criticized blamed branded labelled labeled dubbed termed characterised characterized dismissed rejected welcomed urged demanded expressed voiced threatened proposed ordered appealed slammed decried deplored likened cited denied referred spoke talked swore refused pressed grilled challenged questioned interviewed exhorted mocked blasted ridiculed derided chastised scolded touted lambasted excoriated trashed bashed chided rebuked attacked defended cast portrayed painted depicted framed invoked echoed floated pitched characterised encouraged advised instructed reminded assured promised',
  present:
    'calls describes accuses condemns denounces hails praises criticises criticizes blames brands labels dubs terms dismisses rejects welcomes urges demands expresses voices threatens proposes orders slams decries refers mocks blasts ridicules derides touts lambasts bashes attacks defends casts portrays paints depicts frames invokes echoes speaks denies seeks',
  plural: 'call describe condemn denounce demand urge',
  participle:
    'calling describing accusing condemning denouncing hailing praising criticising criticizing blaming branding labelling labeling dubbing terming dismissing rejecting welcoming urging demanding expressing voicing threatening proposing ordering slamming decrying deploring likening referring exhorting mocking blasting ridiculing deriding touting lambasting bashing attacking defending casting portraying painting depicting framing invoking echoing encouraging advising instructing reminding assuring imploring pressing asking',
} as const

/** Several words that are one cue. Matched in lower case, before the single verbs. */
export const CUE_PHRASES = [
  'was quoted as saying',
  'were quoted as saying',
  'is quoted as saying',
  'has been quoted as saying',
  'was also quoted as saying',
  'was cited as saying',
  'were cited as saying',
  'was reported as saying',
  'was reported to have said',
  'was quoted as telling',
  'was heard saying',
  'is heard saying',
  'can be heard saying',
  'could be heard saying',
  'went on to say',
  'goes on to say',
  'went on to add',
  'was quoted by',
  'shot back',
  'fired back',
  'hit back',
  'pushed back',
  'chimed in',
  'weighed in',
  'pointed out',
  'points out',
  'put it',
  'puts it',
] as const

/** `X quoted Y as saying`: the one who speaks stands after the verb. */
export const CITING = ['quoted', 'quotes', 'quoting', 'cited', 'cites', 'citing'] as const

/** Between a speaker and the verb; none of them is the speaker. */
export const ADVERBS =
  'also then later previously earlier further again repeatedly reportedly simply only now still even recently once since yesterday today tonight not never has have had was were is are been be would will could may might must should did does do just quickly immediately separately however meanwhile nevertheless therefore thus rightly publicly openly privately flatly angrily wryly bluntly first soon often already subsequently additionally initially finally tearfully calmly defiantly'

export const WEEKDAYS =
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun'
export const MONTHS =
  'january february march april may june july august september october november december'

export const DETERMINERS =
  'a an the this that these those his her its their our my another one some many several most all both each other two three four five six seven dozens hundreds'

/** Words that may join two parts of one description: `a source in the hospital`, `head of the group`. */
export const JOINERS =
  'of for from in at with inside near to on including within under between against close'

/** What ends a description or a clause for sure. */
export const STOPPERS =
  'that when while whilst after before because as if where although though since than whether so but until once despite during amid about over by into through upon who whom which whose what how why and or nor there here without following saying'

export const OPENERS =
  'but and so yet however meanwhile still also then later earlier separately nevertheless nonetheless moreover furthermore additionally elsewhere instead thus therefore now next finally afterward afterwards'

export const PRONOUNS = {
  he: 'm',
  she: 'f',
  it: 'body',
  they: 'plural',
  i: 'self',
  we: 'self',
} as const

/** Nouns of people who speak: offices, trades, relations. */
export const ROLES =
  'president premier minister secretary ambassador envoy spokesman spokeswoman spokesperson spokespeople official officials officer officers commander commanders general colonel major captain lieutenant brigadier admiral chief head director chairman chairwoman chair leader leaders negotiator negotiators delegate delegates diplomat diplomats mediator coordinator representative representatives adviser advisor aide analyst analysts expert experts activist activists journalist journalists reporter reporters correspondent correspondents photographer editor author writer resident residents witness witnesses eyewitness eyewitnesses survivor survivors refugee refugees civilian civilians villager villagers local locals doctor doctors medic medics nurse nurses surgeon paramedic rescuer rescuers volunteer volunteers worker workers teacher farmer driver shopkeeper trader student lawyer judge prosecutor mayor governor senator congressman lawmaker lawmakers mp mps deputy politician politicians critic critics observer observers investigator investigators inspector inspectors monitor monitors fighter fighters rebel rebels militant militants soldier soldiers insurgent insurgents jihadist jihadists defector defectors cleric imam sheikh king queen prince emir pope bishop patriarch priest man woman boy girl child children people person father mother son daughter brother sister wife husband widow uncle aunt cousin relative relatives neighbour neighbor neighbours neighbors friend colleague colleagues relief economist historian professor scholar researcher researchers founder member members source sources founder secretary-general undersecretary under-secretary commissioner high-ranking insider insiders employee prisoner detainee detainees protester protesters demonstrator demonstrators parent parents youth elder elders dissident operator guard guards attorney aides veteran manager owner boss successor predecessor republican republicans democrat democrats candidate candidates nominee front-runner frontrunner businessman businesswoman billionaire mogul hopeful contender incumbent congresswoman legislator legislators strategist pollster operative surrogate staffer staffers counsel justice whip speaker lady voter voters supporter supporters host hosts anchor pundit pundits commentator commentators columnist columnists blogger moderator personality presenter organizer organizers organiser organisers delegate donor donors lobbyist executive ceo consultant pastor sheriff veteran veterans retiree lawyer lawyers actor actress singer rapper comedian opponent opponents rival rivals challenger ally allies confidant loyalist appointee colleague colleagues academic academics agent agents scientist scientists superintendent principal investor banker engineer mechanic nurse contractor physician grandmother grandfather teenager mom dad girlfriend boyfriend housewife bartender waitress pilot sponsor sponsors juror jurors plaintiff plaintiffs defendant defendants participant participants associate associates regular regulars firebrand maverick stalwart tycoon magnate developer newcomer freshman technician technicians coach player rancher trucker miner miners barber electrician carpenter chef cook clerk cashier salesman accountant architect entrepreneur biologist psychologist sociologist linguist planner marine sailor airman deputies constituent constituents taxpayer patriarch matriarch attendee attendees respondent respondents panelist panelists contributor contributors audience'

/** Nouns of bodies and documents that speak. */
export const BODIES =
  'group groups monitor observatory organisation organization organisations organizations agency agencies ministry ministries government governments regime army military militia forces force command coalition alliance council commission committee union league party movement front faction factions brigade brigades battalion opposition authority authorities administration office department state-run station television tv channel radio newspaper daily paper magazine website site network media outlet outlets press statement statements report reports communique letter memo document documents resolution tweet post message email article editorial commentary broadcast video caption headline text declaration charity ngo ngos watchdog bureau fund centre center mission delegation embassy parliament senate congress court police defence defense civil body presidency kremlin pentagon palace team service services institute think-tank foundation association federation grouping group-linked company bank hospital shirt shirts t-shirt t-shirts pin pins hat hats cap caps signs placard placards button buttons sticker stickers billboard billboards poll survey lawsuit complaint filing affidavit indictment ruling statute clause provision opinion ad advertisement commercial news clinic university school church family crowd mob draft plan transcript copy sign banner poster leaflet note spokesperson source sources account campaign'

/** Last words of names that are no people's: papers and sites, firms and institutions, buildings and programmes. */
export const BODY_NAMES =
  'times post journal news tribune herald globe chronicle gazette observer examiner inquirer dispatch politico breitbart buzzfeed huffpost newsweek vox slate bloomberg axios facebook twitter google congress house inc corp corporation co llc initiative project coalition consulting strategies street avenue tower towers square county city state states river beach springs hall stadium arena act week review daily today tonight'

/** Titles that stand before a name; the name is what follows. */
export const TITLES =
  'mr mrs ms miss dr prof sir lord lady dame general gen lieutenant lt colonel col major maj captain capt sergeant sgt brigadier brig admiral adm commander lieutenant-general major-general lieutenant-colonel brigadier-general president minister secretary state foreign prime deputy vice senator sen representative rep governor gov ambassador king queen prince princess sheikh imam pope bishop archbishop reverend pm fm chancellor spokesman spokeswoman envoy director chief head observatory speaker majority minority leader whip staff chair chairman chairwoman congressman congresswoman justice judge press campaign manager'

/** Parts of a name written small. */
export const PARTICLES =
  'de del della di da du la le van von der den bin ibn al el ul ad as ash ar an at az abu umm of'

const listOf = (words: string): readonly string[] => words.split(' ')

export const setOf = (...words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap(listOf))
