import type { Told } from './reporting.ts'

const told = (text: string, ...quotes: Told['quotes']): Told => ({ text, quotes })

/** Surnames that two people bear, pronouns, offices and trades: who of the story is meant. */
export const WHO_IS_MEANT: readonly Told[] = [
  told('"Stocks of bandages are low," the WHO said on Friday.', [
    'Stocks of bandages are low,',
    'WHO',
    'said',
  ]),
  told(
    'The mayor’s wife is Carol Boone. Bill Boone is the mayor of Dayton.\n\n“I will not go,” Mrs. Boone said. “I will myself,” Mr. Boone said.',
    ['I will not go,', 'Carol Boone', 'said'],
    ['I will myself,', 'Bill Boone', 'said'],
  ),
  told(
    'Walt Boone spoke. His daughter Carol Boone was in the room.\n\n"I will not go," Boone said.',
    ['I will not go,', 'Walt Boone', 'said'],
  ),
  told(
    'Walt Boone Jr. met a lobbyist. His father, Walt Boone, did not.\n\n"I know nothing of it," Walt Boone said.',
    ['I know nothing of it,', 'Walt Boone', 'said'],
  ),
  // An office that is a surname, and a surname of the tables that is somebody else's here.
  told('Rep. Steve King of Iowa spoke. "It is a start," King said.', [
    'It is a start,',
    'Steve King',
    'said',
  ]),
  told('John Ostrander met Michelle Boone in Akron. "It was a joy," she said.', [
    'It was a joy,',
    'Michelle Boone',
    'said',
  ]),
  told(
    'Sen. Dan Ostrander, R-Ohio, met Sen. Ellen Marsh, D-Nev. "It is dead," the Ohio Republican said.\n\n"It is very much alive," the Nevada senator said.',
    ['It is dead,', 'Dan Ostrander', 'said'],
    ['It is very much alive,', 'Ellen Marsh', 'said'],
  ),
  told(
    'Walt Boone, Ostrander’s campaign manager, called reporters. Dan Ostrander took the stage.\n\n"It is over now," the Ostrander campaign manager said.',
    ['It is over now,', 'Walt Boone', 'said'],
  ),
  told(
    '"It is over now," Ostrander’s former press secretary wrote.\n\nCarol Boone, a former Ostrander press secretary, left in May.',
    ['It is over now,', 'Carol Boone', 'wrote'],
  ),
  told('WBNS host Ellen Marsh cut him off.\n\n"You are lying to us," the WBNS anchor said.', [
    'You are lying to us,',
    'Ellen Marsh',
    'said',
  ]),
  told(
    'Barack Obama spoke after a call with Ivan Petrov, the president of Ruritania.\n\n"That was a good call," the U.S. president said.',
    ['That was a good call,', 'Barack Obama', 'said'],
  ),
  told('Barack Obama met Ivan Petrov. "It was cordial," a German spokesman said.', [
    'It was cordial,',
    'a German spokesman',
    'said',
  ]),
  told(
    'Walt Boone and Dan Ostrander clashed again, with the real estate mogul saying the senator has a "very big mouth on him."',
    ['very big mouth on him.', 'Walt Boone', 'saying'],
  ),
  // Who is asked speaks next, unless the question itself follows.
  told(
    'Ellen Marsh asked Ostrander’s spokeswoman, Carol Boone, whether he would run.\n\n“I don’t think so,” she said.',
    ['I don’t think so,', 'Carol Boone', 'said'],
  ),
  told('Ellen Marsh asked Walt Boone whether he would run.\n\n“I have not decided yet.”', [
    'I have not decided yet.',
    'Walt Boone',
    null,
  ]),
  told('Next, the host asked Boone:\n\n“So why did you leave?”', [
    'So why did you leave?',
    'the host',
    null,
  ]),
  told(
    '“Why would he do that?” Ellen Marsh, host of “The Evening Hour,” asked campaign manager Walt Boone.',
    ['Why would he do that?', 'Ellen Marsh', 'asked'],
  ),
  // Trades that are in no table.
  told('"We are done here," a retired pipe fitter said.', [
    'We are done here,',
    'a retired pipe fitter',
    'said',
  ]),
  told('"We are done here," said one hairdresser from Toledo.', [
    'We are done here,',
    'one hairdresser',
    'said',
  ]),
  // Beside a quote only: elsewhere a noun of no table is nobody.
  told('Walt Boone spoke in Akron. The incident prompted outrage. "It is a shame," he said.', [
    'It is a shame,',
    'Walt Boone',
    'said',
  ]),
  told('Walt Boone said many of the injured were children and "were carried out by hand."', [
    'were carried out by hand.',
    'Walt Boone',
    'said',
  ]),
  // What is written on things.
  told('Walt Boone wore a hat that read "Proud to be from Ohio."', [
    'Proud to be from Ohio.',
    'a hat',
    'read',
  ]),
  told(
    'Outside the hall on Monday, Carol Boone held a poster that read: "We want our jobs back."',
    ['We want our jobs back.', 'a poster', 'read'],
  ),
  // A clause in a sentence of the reporter's is said by whom the sentence is about.
  told(
    '"We are done here," said Walt Boone. One of his best lawyers, Carol Boone, took the case to court, because "nobody else would have wanted to touch it."',
    ['We are done here,', 'Walt Boone', 'said'],
    ['nobody else would have wanted to touch it.', 'Carol Boone', null],
  ),
  // What an article says of a person elsewhere, or in the same breath.
  told(
    'The candidate is Tim Boone, a law professor who tweeted that "she must be removed from office."',
    ['she must be removed from office.', 'Tim Boone', 'tweeted'],
  ),
  told(
    '"We will remember this day," said county commissioner and convention delegate Walt Boone.',
    ['We will remember this day,', 'Walt Boone', 'said'],
  ),
  told(
    'Carol Boone was ready for a change. The 41-year-old technician from Toledo voted twice. "I was a fan from the start," she said.',
    ['I was a fan from the start,', 'Carol Boone', 'said'],
  ),
  told('And when it gets loud, one of the retired farmers will say, "What about the weather?"', [
    'What about the weather?',
    'one of the retired farmers',
    'say',
  ]),
  told('A close associate of the mayor put it in other words: "Everyone is dispensable here."', [
    'Everyone is dispensable here.',
    'A close associate of the mayor',
    'put it',
  ]),
  told('"I will take that as a no," Boone ended that line of questions.', [
    'I will take that as a no,',
    'Boone',
    'ended',
  ]),
  told(
    'The campaign sent out a clip and a note saying that he had been "dodging all of the questions."',
    ['dodging all of the questions.', 'The campaign', 'saying'],
  ),
  // The reporter asks, and whoever spoke before goes on.
  told(
    '"I loved him," Carol Boone tells me.\n\nDid he do any good? I ask.\n\n"No. I don’t like him at all."\n\n"Why not?" I ask.\n\n"Because he lied to us."',
    ['I loved him,', 'Carol Boone', 'tells'],
    ['No. I don’t like him at all.', 'Carol Boone', null],
    ['Why not?', null, 'ask'],
    ['Because he lied to us.', 'Carol Boone', null],
  ),
  told('When Boone said that he was, Marsh asked, “All night?”', ['All night?', 'Marsh', 'asked']),
  told(
    'Carol Boone leads them. The paper listed remarks, which included her calling them "a sad bunch of losers."',
    ['a sad bunch of losers.', 'Carol Boone', 'calling'],
  ),
  told('The crowd booed. “Shame on you!” yelled a mother in the audience.', [
    'Shame on you!',
    'a mother in the audience',
    'yelled',
  ]),
  told(
    '"This is it," said Boone. "No more."',
    ['This is it,', 'Boone', 'said'],
    ['No more.', 'Boone', null],
  ),
  told('Boone (@waltboone) tweeted: "So sad to see!"', ['So sad to see!', 'Boone', 'tweeted']),
  told('@waltboone tweeted: "So sad to see!"', ['So sad to see!', '@waltboone', 'tweeted']),
  // Transcripts, and headlines that begin with who speaks.
  told(
    'ELLEN MARSH: “How do you define it?”\n\nSEN. WALT BOONE: “Well, you are right.”\n\nSEN. BOONE: “Let me say it again.”',
    ['How do you define it?', 'ELLEN MARSH', null],
    ['Well, you are right.', 'WALT BOONE', null],
    ['Let me say it again.', 'WALT BOONE', null],
  ),
  told(
    '# Exclusive – Walt Boone: Ohio’s Voters ‘Will Not Forget This’\n\nThe mayor spoke in Dayton.',
    ['Will Not Forget This', 'Walt Boone', null],
  ),
  told('Walt Boone wore a hat that read: “Proud To Be From Ohio”.', [
    'Proud To Be From Ohio',
    'a hat',
    'read',
  ]),
  told(
    'NORTH DAYTON, Ohio (AP) — Voters lined up. Walt Boone shook hands. "I feel good today," he said.',
    ['I feel good today,', 'Walt Boone', 'said'],
  ),
  // A headline that writes its verbs with capitals.
  told('# Walt Boone Says Ohio ‘Will Never Forget This’\n\nThe mayor spoke in Dayton.', [
    'Will Never Forget This',
    'Walt Boone',
    'Says',
  ]),
  // A word or two that are all that somebody says.
  told(
    '"Unbelievable," said Boone. "Wait!" Ostrander shouted.',
    ['Unbelievable,', 'Boone', 'said'],
    ['Wait!', 'Ostrander', 'shouted'],
  ),
]

/** Programmes and slogans, also where the comma of the sentence stands within their marks. */
export const NOBODY_IS_MEANT: readonly string[] = [
  'Walt Boone spoke on CBS\' "Face of the Nation."',
  'In his book, "The Keepers: How the Chiefs of Staff Define Every Presidency," he wrote of it.',
  'The evening will be titled, “Stand Up: The Students of Ohio Demand Action.”',
  'Walt Boone appeared on "Sunday With Ellen Marsh," and left early.',
  'He is the host of "The Long Evening Hour."',
  'Supporters like his slogan, "A New Day for Ohio," a lot.',
  'Ostrander is “unhinged,” and Boone is “crooked.”',
]
