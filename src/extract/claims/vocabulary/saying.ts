// Words are data: an editor may add one here without touching a rule. All in lower case, straight apostrophes.

/** Verbs that state what somebody holds to be so; "said on Sunday" dates the saying, not the event. */
export const SAYING = new Set(
  'said says say saying told tells added adds reported reports reporting announced announces confirmed confirms stated states estimated estimates noted notes claimed claims wrote tweeted documented counted recorded put puts raised acknowledged declared showed shows warned warns insisted insists maintained stressed indicated given giving gives provided issued placed placing mentioned mentions quoted cited citing revealed recounted explained indicates indicate suggests'.split(
    ' ',
  ),
)

/** Words for those who can speak, persons and bodies. */
export const SAYER =
  /^(?:observatory|monitor|monitors|watchdog|watchdogs|group|groups|agency|agencies|activists?|official|officials|source|sources|ministry|army|military|police|doctors?|medic|medics|witness|witnesses|residents?|villagers|network|media|television|tv|spokesman|spokeswoman|spokesperson|report|statement|commander|director|head|chief|governor|mayor|minister|charity|charities|ngo|ngos|alliance|authorities|hospital|organisation|organization|un|nations|defence|defense|helmets|rescuers|journalist|correspondent|centre|center|command|coalition|reuters|afp|sana|sohr|he|she|it|they|i|unicef|committee|council|commission|newspaper|broadcaster|photographer|reporter|department|government|regime|pentagon|kremlin|state)$/
