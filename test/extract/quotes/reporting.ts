/** A story in short: paragraphs, and for each quote its words, who says it and the cue. */
export interface Told {
  readonly text: string
  readonly quotes: readonly (readonly [quote: string, speaker: string | null, cue: string | null])[]
}

const told = (text: string, ...quotes: Told['quotes']): Told => ({ text, quotes })

/** What must be found: everyday sentences as agencies, broadcasters, state media and monitors write them. */
export const FOUND: readonly Told[] = [
  // A second half after the cue, where the first is a word or two.
  told(
    'Colonel Nizar Suleiman, an army commander, said: "They sent three cars."\n\n"Nobody slept," said Fatima al-Jasem, a teacher. "The windows of the whole street are gone."',
    ['They sent three cars.', 'Nizar Suleiman', 'said'],
    ['Nobody slept,', 'Fatima al-Jasem', 'said'],
    ['The windows of the whole street are gone.', 'Fatima al-Jasem', null],
  ),
  told(
    'Colonel Nizar Suleiman said: “They sent three cars.”\n\n“Murderers,” said Hind Qaddour, a seamstress. “They knew it was a school.”',
    ['They sent three cars.', 'Nizar Suleiman', 'said'],
    ['Murderers,', 'Hind Qaddour', 'said'],
    ['They knew it was a school.', 'Hind Qaddour', null],
  ),
  told(
    '# Market hit; ‘it was all smoke,’ says vendor\n\n“It was all smoke,” said Mustafa al-Sheikh, 41, a vendor. “I could not see my own hands.”',
    ['it was all smoke,', 'Mustafa al-Sheikh', 'says'],
    ['It was all smoke,', 'Mustafa al-Sheikh', 'said'],
    ['I could not see my own hands.', 'Mustafa al-Sheikh', null],
  ),
  // The cue after the quote.
  told('“The shelling has not stopped since dawn,” Abu Omar said.', [
    'The shelling has not stopped since dawn,',
    'Abu Omar',
    'said',
  ]),
  told('"The shelling has not stopped since dawn," said Abu Omar.', [
    'The shelling has not stopped since dawn,',
    'Abu Omar',
    'said',
  ]),
  told('“They fired at the ambulance,” said Mahmoud Darwish, a paramedic in Douma.', [
    'They fired at the ambulance,',
    'Mahmoud Darwish',
    'said',
  ]),
  told(
    '“They fired at the ambulance,” Mahmoud Darwish, a paramedic in Douma, told Reuters by telephone.',
    ['They fired at the ambulance,', 'Mahmoud Darwish', 'told'],
  ),
  told(
    '“The convoy was ready to leave,” UN humanitarian chief Stephen O’Brien told the Security Council on Monday.',
    ['The convoy was ready to leave,', 'Stephen O’Brien', 'told'],
  ),
  told('“We have lost everything,” the 34-year-old father of three told AFP.', [
    'We have lost everything,',
    'the 34-year-old father of three',
    'told',
  ]),
  told('"The bombing is continuous," a resident of eastern Aleppo told AP via Skype.', [
    'The bombing is continuous,',
    'a resident of eastern Aleppo',
    'told',
  ]),
  told('“Our forces advanced two kilometres,” a military source told SANA.', [
    'Our forces advanced two kilometres,',
    'a military source',
    'told',
  ]),
  told('“All the crossings are shut,” added the official, who asked not to be named.', [
    'All the crossings are shut,',
    'the official',
    'added',
  ]),
  told('“What happened here is a massacre,” activist Hadi al-Abdallah wrote on Facebook.', [
    'What happened here is a massacre,',
    'Hadi al-Abdallah',
    'wrote',
  ]),
  told('“Hospitals are not a target,” tweeted Peter Salama of the World Health Organization.', [
    'Hospitals are not a target,',
    'Peter Salama',
    'tweeted',
  ]),
  told(
    '“There will be no ground operation,” Turkish Foreign Minister Mevlut Cavusoglu was quoted as saying by the state-run Anadolu agency.',
    ['There will be no ground operation,', 'Mevlut Cavusoglu', 'was quoted as saying'],
  ),
  told('“The terrorists will be crushed,” the agency quoted President Bashar al-Assad as saying.', [
    'The terrorists will be crushed,',
    'Bashar al-Assad',
    'saying',
  ]),
  told(
    '“Our aircraft hit only confirmed targets,” Interfax quoted Major-General Igor Konashenkov, a defence ministry spokesman, as saying on Tuesday.',
    ['Our aircraft hit only confirmed targets,', 'Igor Konashenkov', 'saying'],
  ),
  told('“Is anybody out there listening?” asked nurse Umm Khaled.', [
    'Is anybody out there listening?',
    'Umm Khaled',
    'asked',
  ]),
  told('“Stop the killing right now!” the crowd chanted, said one witness.', [
    'Stop the killing right now!',
    'the crowd',
    'chanted',
  ]),
  told('“It has to stop.” Kerry told reporters in Vienna.', ['It has to stop.', 'Kerry', 'told']),
  told('“We condemn this in the strongest terms,” the ministry said in a statement.', [
    'We condemn this in the strongest terms,',
    'the ministry',
    'said',
  ]),
  told('“No side can win this war by arms,” according to a draft seen by Reuters.', [
    'No side can win this war by arms,',
    'a draft',
    'according to',
  ]),
  told('“No side can win this war by arms,” according to UN envoy Staffan de Mistura.', [
    'No side can win this war by arms,',
    'Staffan de Mistura',
    'according to',
  ]),
  told(
    '“People are eating leaves,” Dr Ammar Ghanem, a physician with the Syrian American Medical Society, said.',
    ['People are eating leaves,', 'Ammar Ghanem', 'said'],
  ),
  told('“The strikes were intense” said Observatory director Rami Abdel Rahman.', [
    'The strikes were intense',
    'Rami Abdel Rahman',
    'said',
  ]),
  told('«The road is cut again,» a rebel commander said.', [
    'The road is cut again,',
    'a rebel commander',
    'said',
  ]),
  told('‘The road is cut again,’ said a rebel commander who gave his name as Abu Yazan.', [
    'The road is cut again,',
    'a rebel commander',
    'said',
  ]),
  told('"Both roads are closed" Jens Hansen spokesman for the aid agency said.', [
    'Both roads are closed',
    'Jens Hansen',
    'said',
  ]),
  told('"Both roads are closed" the Syrian Observatory for Human Rights monitoring group said.', [
    'Both roads are closed',
    'Syrian Observatory for Human Rights',
    'said',
  ]),
  told('“Both roads are closed,” local activist Mohammad al-Halabi told The New Arab.', [
    'Both roads are closed,',
    'Mohammad al-Halabi',
    'told',
  ]),
  told(
    'A British-based monitor reported raids. “Both roads are closed,” the monitor said. The Syrian Observatory for Human Rights relies on sources inside Syria.',
    ['Both roads are closed,', 'Syrian Observatory for Human Rights', 'said'],
  ),
  told('“Both roads are closed,” a Syrian military source strongly insisted.', [
    'Both roads are closed,',
    'a Syrian military source',
    'insisted',
  ]),
  told('“Both roads are closed,” said Brigadier General Yahya Salim of the Free Syrian Army.', [
    'Both roads are closed,',
    'Yahya Salim',
    'said',
  ]),
  told('“Both roads are closed,” Syrian Kurdish official Redur Khalil said.', [
    'Both roads are closed,',
    'Redur Khalil',
    'said',
  ]),
  told('“Both roads are closed,” said a resident of eastern Aleppo who left in May.', [
    'Both roads are closed,',
    'a resident of eastern Aleppo',
    'said',
  ]),
  told('“Both roads are closed,” said a statement from a number of factions in the south.', [
    'Both roads are closed,',
    'a statement from a number of factions in the south',
    'said',
  ]),
  // The cue before the quote.
  told('Lavrov said: “Our partners have not kept their promise.”', [
    'Our partners have not kept their promise.',
    'Lavrov',
    'said',
  ]),
  told(
    'Sergei Lavrov met his counterpart in Geneva. Lavrov said: “Our partners have not kept their promise.”',
    ['Our partners have not kept their promise.', 'Sergei Lavrov', 'said'],
  ),
  told('The White Helmets tweeted: “Two of our volunteers were killed today in Saraqib.”', [
    'Two of our volunteers were killed today in Saraqib.',
    'White Helmets',
    'tweeted',
  ]),
  told('In a statement, the Syrian National Coalition said: "The world has failed Aleppo."', [
    'The world has failed Aleppo.',
    'Syrian National Coalition',
    'said',
  ]),
  told('According to state television, “the army has restored security to the village”.', [
    'the army has restored security to the village',
    'state television',
    'According to',
  ]),
  told('SANA quoted a source at the foreign ministry as saying, "These lies fool nobody."', [
    'These lies fool nobody.',
    'a source at the foreign ministry',
    'saying',
  ]),
  told('State TV cited an unnamed military official as saying: “The operation will go on.”', [
    'The operation will go on.',
    'an unnamed military official',
    'saying',
  ]),
  told('Zeid Ra’ad al-Hussein, the UN human rights chief, warned: “This is a slaughterhouse.”', [
    'This is a slaughterhouse.',
    'Zeid Ra’ad al-Hussein',
    'warned',
  ]),
  told(
    'Jan Egeland, who heads the humanitarian taskforce, told journalists in Geneva: “Not a single convoy got through.”',
    ['Not a single convoy got through.', 'Jan Egeland', 'told'],
  ),
  told('The Kremlin announced that “the military operation has reached its goals”.', [
    'the military operation has reached its goals',
    'Kremlin',
    'announced',
  ]),
  told(
    'Speaking in Ankara, President Recep Tayyip Erdogan said “we will not allow a terror corridor”.',
    ['we will not allow a terror corridor', 'Recep Tayyip Erdogan', 'said'],
  ),
  told('On Thursday, the Pentagon said the strike was “a tragic mistake by the crew”.', [
    'a tragic mistake by the crew',
    'Pentagon',
    'said',
  ]),
  told('French President Francois Hollande called the raids “a war crime without precedent”.', [
    'a war crime without precedent',
    'Francois Hollande',
    'called',
  ]),
  told('Amnesty International described the prison as “a human slaughterhouse”.', [
    'a human slaughterhouse',
    'Amnesty International',
    'described',
  ]),
  told('The opposition accused Moscow of “covering up for the killers”.', [
    'covering up for the killers',
    'opposition',
    'accused',
  ]),
  told(
    'Samantha Power told the council that Russia was guilty of “barbarism, not counter-terrorism”.',
    ['barbarism, not counter-terrorism', 'Samantha Power', 'told'],
  ),
  told('Ban Ki-moon condemned what he called “a new low in this war”.', [
    'a new low in this war',
    'Ban Ki-moon',
    'called',
  ]),
  told('The military issued a statement saying “the truce ends at midnight”.', [
    'the truce ends at midnight',
    'military',
    'saying',
  ]),
  told('Residents said they heard “explosions all through the night”.', [
    'explosions all through the night',
    'Residents',
    'said',
  ]),
  told('A banner in the square read: “The people want the fall of the regime.”', [
    'The people want the fall of the regime.',
    'A banner in the square',
    'read',
  ]),
  // The cue between two parts.
  told(
    '“The hospital was hit twice,” said Dr Hamza, “and the generator is gone.”',
    ['The hospital was hit twice,', 'Hamza', 'said'],
    ['and the generator is gone.', 'Hamza', 'said'],
  ),
  told(
    '“We are ready to talk,” Alloush said. “But not under the bombs.”',
    ['We are ready to talk,', 'Alloush', 'said'],
    ['But not under the bombs.', 'Alloush', null],
  ),
  told(
    '“We are ready to talk,” he said, adding: “But not under the bombs.”',
    ['We are ready to talk,', null, 'said'],
    ['But not under the bombs.', null, 'adding'],
  ),
  told(
    'Mohammed Alloush was defiant. “We are ready to talk,” he said, adding that the rebels would not do so “under a rain of bombs”.',
    ['We are ready to talk,', 'Mohammed Alloush', 'said'],
    ['under a rain of bombs', 'Mohammed Alloush', 'adding'],
  ),
  told(
    '“Yes, we did withdraw,” the commander said, “but only from the northern front.”',
    ['Yes, we did withdraw,', 'the commander', 'said'],
    ['but only from the northern front.', 'the commander', 'said'],
  ),
  // Who "he", "she", "it" and "they" are.
  told('Salem al-Meslet speaks for the opposition. “We see no sign of a truce,” he told Reuters.', [
    'We see no sign of a truce,',
    'Salem al-Meslet',
    'told',
  ]),
  told(
    '“We see no sign of a truce,” said Salem al-Meslet.\n\n“The planes never left,” he added.',
    ['We see no sign of a truce,', 'Salem al-Meslet', 'said'],
    ['The planes never left,', 'Salem al-Meslet', 'added'],
  ),
  told('Kerry spoke to Lavrov by telephone on Friday. “It was a frank talk,” he said.', [
    'It was a frank talk,',
    'Kerry',
    'said',
  ]),
  told(
    'John Kirby briefed reporters. Federica Mogherini spoke in Brussels. “Europe stands ready to help,” she said.',
    ['Europe stands ready to help,', 'Federica Mogherini', 'said'],
  ),
  told(
    'The Syrian Observatory for Human Rights said the raids hit a market. It said there were “at least eleven bodies under the rubble”.',
    ['at least eleven bodies under the rubble', 'Syrian Observatory for Human Rights', 'said'],
  ),
  told(
    'The Syrian Observatory for Human Rights said the raids hit a market.\n\n“The toll may rise further,” the monitoring group said.',
    ['The toll may rise further,', 'Syrian Observatory for Human Rights', 'said'],
  ),
  told(
    'The Britain-based Syrian Observatory for Human Rights reported raids on Idlib.\n\n“The toll may rise further,” the Observatory said.',
    ['The toll may rise further,', 'Syrian Observatory for Human Rights', 'said'],
  ),
  told(
    'Médecins Sans Frontières runs the clinic. “Four patients died on the spot,” the aid group said.',
    ['Four patients died on the spot,', 'Médecins Sans Frontières', 'said'],
  ),
  told(
    'Russian Foreign Minister Sergei Lavrov arrived late. “We want guarantees,” the minister said.',
    ['We want guarantees,', 'Sergei Lavrov', 'said'],
  ),
  told(
    'State Department spokesman Mark Toner was asked about it. “We are looking into those reports,” the spokesman said.',
    ['We are looking into those reports,', 'Mark Toner', 'said'],
  ),
  told('Witnesses described the blast. “The whole street shook for a minute,” they said.', [
    'The whole street shook for a minute,',
    'Witnesses',
    'said',
  ]),
  told(
    'A source in the Idlib health directorate confirmed the toll. “All of them were civilians,” the source said.',
    ['All of them were civilians,', 'A source in the Idlib health directorate', 'said'],
  ),
  told(
    'The Syrian army announced a ceasefire on Monday. “It will last for 72 hours,” its statement said.',
    ['It will last for 72 hours,', 'its statement', 'said'],
  ),
  told(
    'Rami Abdulrahman heads the Observatory. Abdulrahman said: “It is the heaviest raid in weeks.”',
    ['It is the heaviest raid in weeks.', 'Rami Abdulrahman', 'said'],
  ),
  // A quote without a cue keeps its speaker.
  told(
    '“We fled with nothing,” said Fatima, 41.\n\n“My sons are still inside.”',
    ['We fled with nothing,', 'Fatima', 'said'],
    ['My sons are still inside.', 'Fatima', null],
  ),
  told(
    '“We fled with nothing,” said Fatima Issa. “My sons are still inside. I cannot reach them.”',
    ['We fled with nothing,', 'Fatima Issa', 'said'],
    ['My sons are still inside. I cannot reach them.', 'Fatima Issa', null],
  ),
  told('De Mistura was blunt.\n\n“This cannot go on for ever.”', [
    'This cannot go on for ever.',
    'De Mistura',
    null,
  ]),
  told(
    '“We will hold the city to the last man.\n\n“We ask for nothing but ammunition,” said Colonel Riad al-Asaad.',
    ['We will hold the city to the last man.', 'Riad al-Asaad', null],
    ['We ask for nothing but ammunition,', 'Riad al-Asaad', 'said'],
  ),
  told(
    '“They came at night,” Umm Ahmad told the BBC. The village has been empty since. “Nobody dared to go back.”',
    ['They came at night,', 'Umm Ahmad', 'told'],
    ['Nobody dared to go back.', 'Umm Ahmad', null],
  ),
  // Marks.
  told('"There are two hundred wounded here and one surgeon. We need help, said the doctor.', [
    'There are two hundred wounded here and one surgeon. We need help,',
    'the doctor',
    'said',
  ]),
  told('"He told us \'leave or die\' and then the shooting began," said Omar Haj.', [
    "He told us 'leave or die' and then the shooting began,",
    'Omar Haj',
    'said',
  ]),
  told('“He told us ‘leave or die’ and then the shooting began,” said Omar Haj.', [
    'He told us ‘leave or die’ and then the shooting began,',
    'Omar Haj',
    'said',
  ]),
  told('“He said “leave or die” to all of us,” said Omar Haj.', [
    'He said “leave or die” to all of us,',
    'Omar Haj',
    'said',
  ]),
  told("'We didn't see the rebels' tanks until they fired,' said Omar Haj.", [
    "We didn't see the rebels' tanks until they fired,",
    'Omar Haj',
    'said',
  ]),
  told('"The planes [of the coalition] came back twice," said Omar Haj.', [
    'The planes [of the coalition] came back twice,',
    'Omar Haj',
    'said',
  ]),
  told('“The planes … came back twice,” said Omar Haj.', [
    'The planes … came back twice,',
    'Omar Haj',
    'said',
  ]),
  told('"The bombs fell on the bread queue,” said Omar Haj.', [
    'The bombs fell on the bread queue,',
    'Omar Haj',
    'said',
  ]),
  told(
    'Government troops, he said, were “a mile from the centre” and “moving on three fronts”.',
    ['a mile from the centre', null, 'said'],
    ['moving on three fronts', null, 'said'],
  ),
  // Inside a sentence of the reporter's.
  told(
    'The Russian military said its jets had struck “a large terrorist command post” near Palmyra.',
    ['a large terrorist command post', 'Russian military', 'said'],
  ),
  told('Human Rights Watch says the attack “may amount to a war crime”.', [
    'may amount to a war crime',
    'Human Rights Watch',
    'says',
  ]),
  told('The talks are “on the edge of failure”, a Western diplomat warned.', [
    'on the edge of failure',
    'a Western diplomat',
    'warned',
  ]),
  told(
    'Iran’s foreign minister, Mohammad Javad Zarif, urged all sides to “put an end to the bloodshed”.',
    ['put an end to the bloodshed', 'Mohammad Javad Zarif', 'urged'],
  ),
  told('Jaish al-Islam vowed to “respond with full force” to any attack.', [
    'respond with full force',
    'Jaish al-Islam',
    'vowed',
  ]),
  told('The army’s so-called “lull in the fighting” lasted for six hours.', [
    'lull in the fighting',
    'army',
    null,
  ]),
  // Commas and full stops that are lost.
  told(
    '“Two shells fell on the bakery in Qudsaya” a suburb loyal to President Bashar al-Assad said Nour Haddad.',
    ['Two shells fell on the bakery in Qudsaya', 'Nour Haddad', 'said'],
  ),
  told('“We agree on most of this” the minister said Sunday.', [
    'We agree on most of this',
    'the minister',
    'said',
  ]),
  told('A Kremlin spokesman Sergei Popov said Putin “does not see the need of it yet”.', [
    'does not see the need of it yet',
    'Sergei Popov',
    'said',
  ]),
  told(
    'Staffan de Mistura is the UN special envoy. “The lorries have waited for a month” Jan Egeland the UN adviser on relief convoys said in Geneva.',
    ['The lorries have waited for a month', 'Jan Egeland', 'said'],
  ),
  told(
    'A witness named Yasin who was wounded in the head in the blast described the moment. “The car came out of the fog” he said.',
    ['The car came out of the fog', 'Yasin', 'said'],
  ),
  told(
    'The Fifth Fleet which patrols the waters of the Middle East said it had “begun to look into the matter”.',
    ['begun to look into the matter', 'The Fifth Fleet', 'said'],
  ),
  told(
    'They shelled the hill for the last 48 hours military sources said. “Nothing moves there any more” the sources said.',
    ['Nothing moves there any more', 'military sources', 'said'],
  ),
  told(
    'Nabil Khoury left. “The toll may rise with so many hurt” said director Nabil Khoury The families had been on their way north.',
    ['The toll may rise with so many hurt', 'Nabil Khoury', 'said'],
  ),
  // A capital that only begins a sentence is nobody.
  told(
    'Anas Darwish drives an ambulance. Casualties were taken across the border. “There is no room for any more of them” he said.',
    ['There is no room for any more of them', 'Anas Darwish', 'said'],
  ),
  told(
    'Colonel Anas Darwish leads them. Young men carried the body. “He was the best of all of us” he said.',
    ['He was the best of all of us', 'Anas Darwish', 'said'],
  ),
  // Headlines and cross-headings.
  told(
    '# Turkey ‘will not open its border’\n\nTurkey said on Friday that the crossing stays shut.',
    ['will not open its border', 'Turkey', null],
  ),
  told(
    '# ‘We have nowhere left to run’\n\n“We have nowhere left to run,” said Amal Nasr, a teacher.',
    ['We have nowhere left to run', 'Amal Nasr', null],
    ['We have nowhere left to run,', 'Amal Nasr', 'said'],
  ),
  told(
    '## ‘Nowhere to run’\n\n“We have nowhere left to run,” said Amal Nasr, a teacher.',
    ['Nowhere to run', 'Amal Nasr', null],
    ['We have nowhere left to run,', 'Amal Nasr', 'said'],
  ),
]

/** What must not be found: nobody is quoted here. */
export const NOT_FOUND: readonly string[] = [
  'The army declared a “calm” around Damascus.',
  'Kerry called for a “countrywide” cessation of hostilities.',
  'The so-called "moderate opposition" held the town.',
  'Fighters of the “Army of Conquest” took the hill.',
  'Assad’s forces and the rebels’ allies fought over Deraa’s outskirts.',
  "The rebels' positions and the regime's barracks were hit.",
  "Da'esh fighters left al-Fu'ah and Sana'a.",
  'His documentary “The White Helmets” won a prize.',
  'The film ‘Return to Homs’ was shown in Geneva.',
  'A man nicknamed “The Lion of the Desert” led them.',
  'Kerry said that he would speak to Lavrov on Monday.',
  'State media reported that six people were killed.',
  'According to the Observatory, 12 people were killed.',
  'He described the clashes as some of the fiercest yet.',
  'The operation was named “Dawn of the Euphrates”.',
  'The “de-escalation” zone held.',
  'The group, known as “Hurras al-Din”, denied it.',
  'The ‘peace’ efforts of the ‘friends’ of Syria failed.',
  'Operation “Olive Branch” began in January.',
  'They used a ‘double-tap’ strike.',
  'It was the summer of ’16, and the rock ’n’ roll was over.',
  'The barrel was 5" wide and the shell 3" long.',
  'The rebels said they would not attend.',
  '“Daily” raids were reported.',
  'The government calls all its opponents "terrorists".',
  'The regime calls them "armed terrorists" and the West "moderate rebels".',
  'Islamic State calls its province "Wilayat al-Raqqa".',
  'The “Friends of Syria” met in Paris.',
  'A Turkish paper, “Daily Sabah”, reported the raid.',
  'Syria’s war, the UN’s envoys’ despair and the generals’ plans.',
  'The plan is known as “Geneva II”.',
  'The city was, in his word, “finished”.',
  '',
  '“”',
  '" "',
  '“…”',
]
