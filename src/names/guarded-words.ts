const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Surnames that say too little when they stand alone: words of English, and given names that thousands bear.
 * The full name is still found, and so is a title with the surname (`Ambassador Power`).
 */
export const SURNAMES_THAT_NEED_MORE = words(`
  kurdi bassam safi sabra haq muslim karam ramadan hagel abed halabi suri masri haj hajj hamdo ghani attar khatib shaar francisco liu chan
  irish perry issa evans holmes solomon lund keane bowen muir fisk goto fore lake foley kane mood bali ahmed
  clifford abbas abboud abdo abdul abdullah abdulla abdel abdo ahmad ahmed ali amin amir anwar asad aziz
  bakr ban bell black bolton booth brown bush can carter chan chapman clark clinton cook cooper cross
  daoud david davis day dean diab eid elias faisal faraj fares fayez field ford fox francis frank
  george ghazi green grant guy habib haddad hadi haidar hajj hall hamad hamdan hameed hamid hamza
  hammond hariri harris hasan hassan hassoun hill hope hunt hussain hussein hunter ibrahim idris ismail issa iyad
  jaber jackson jamal jan johnson jones jordan kamal kamil karim kelly khaled khalid khalil khan king
  lake lee lewis long love mahdi mahmoud major malik mansour march marsh martin mason may mccain miller
  mohamed mohammad mohammed moon moore mood mosa moussa muhammad musa mustafa murphy nasser nasir nice noble
  obeid old omar osman othman page park parker peace pope potter power powers price qasim qassem rami
  rashid rhodes rice rich robinson rose ross rush said salah salama salem saleh salim sam sami samir sanders
  saud scott shah sharp short smith spencer sterling stone stoner stewart suleiman taha tariq taylor thomas turner turki
  walker walsh walid wang ward waters west white wilson wise wolf wood woods wright yang yasin
  yasser yi young youssef yousef yusuf zahra zaid zaki zeid ziad
`)

/** Abbreviations that are words of English where they are not spoken letter by letter. */
export const ABBREVIATIONS_THAT_ARE_WORDS = words('is it us who un so as safe rt am an nd')

/** Words of address and office before a surname. */
export const TITLES = words(`
  mr mrs ms miss dr prof professor sir lord lady sheikh president premier minister secretary ambassador
  envoy senator congressman congresswoman representative spokesman spokeswoman spokesperson general gen
  lieutenant lt colonel col major maj brigadier brig captain capt sergeant sgt admiral adm commander
  king queen prince princess emir sultan pope patriarch archbishop chancellor chief director judge
  correspondent journalist activist analyst comrade ayatollah imam mufti
`)

/** Given names: `Teresa Kerry` is not the Kerry of the table. The table's own given names are added to them. */
export const GIVEN_NAMES = words(`
  adam adnan aisha alan alex alexander alexandra amal amanda amina andrea andrew angela ann anna anne anthony
  arthur asma barbara ben benjamin bob brian bruce cameron carl carol catherine charles chris christian christine
  christopher claire colin daniel david dennis diana diane donald edward elena elizabeth emily emma eric fatima
  fiona gary george graham greg hannah harry helen henry ian irina jack jacob james jane jason jean jennifer
  jeremy jim joan joe john jonathan joseph julia julie karen kate katherine keith kevin larry laura laila layla
  leo leila linda lisa louis louise lucy margaret maria marie mark martha mary matthew michael michelle mike
  nadia nancy natalia nicholas nick nicole nina noah olga oliver olivia oscar patricia patrick paul peter philip
  rachel ralph raymond rebecca richard robert roger ronald rosa ruth sally samantha samuel sandra sarah sean sharon
  simon sophie stephen steven stuart susan suzanne svetlana tanya teresa terry theodore thomas tim timothy tom
  tony vanessa victor victoria vincent walter wayne wendy wesley william zoe abbas abdallah abdo abdulaziz abdulkarim abdullah ahmad ahmed akram
  ali ammar anas anwar ayman aziz bashar bassam bilal faisal faris farouk fouad ghassan habib hadi haitham hamid
  hamza hani hassan hisham hussein ibrahim imad ismail jamal jamil jassem kamal karim khaled khalid khalil layth
  maher mahmoud majid mansour marwan mazen mohamed mohammad mohammed moussa muhammad munir mustafa nabil nader
  nasser nizar nour omar osama qassem raed rami rashid riad saad saeed said salah saleh salim salman sami samir
  tarek tariq waleed walid yahya yasser yousef youssef yusuf zaher zaid ziad
`)

/** Places that are given names as well: `Salma Kahale` is no town. */
export const PLACES_THAT_ARE_GIVEN_NAMES = words(
  'dana harem jasim jassem jassim karama mayer nawa rabia safa salma selma sinjar',
)

/** Small words inside names, written small: `de Mistura`, `van der`. They bind the word that follows. */
export const PARTICLES = words('de di da du van von der den le la bin ibn abu umm abd abdul abdel')

/** What may follow or precede a place without making it another: `Aleppo city`. */
export const PLACE_TAILS = words(
  'province governorate city district neighbourhood neighborhood town village camp countryside',
)

/** Names that are words of English without their article: `Al-Monitor`. */
export const NAMES_THAT_NEED_THEIR_ARTICLE = words('monitor hadath hayat watan alam meridian quds')

/** Words and other names that a near spelling would take for one of ours: sarin gas for the town of Sarrin. */
export const NO_NEAR_SPELLINGS = words('sarin banish carry chechen rabbi sultan dabble harem kabab')
