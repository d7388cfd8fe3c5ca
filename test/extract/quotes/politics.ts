import type { Told } from './reporting.ts'

const told = (text: string, ...quotes: Told['quotes']): Told => ({ text, quotes })

/** Congress and the campaign trail, as American papers, broadcasters and wires write of them. */
export const POLITICS: readonly Told[] = [
  told('"We are going to win Iowa," Sanders told CNN on Sunday.', [
    'We are going to win Iowa,',
    'Sanders',
    'told',
  ]),
  told(
    'Sen. Bernie Sanders of Vermont spoke in Ames. "We are going to win Iowa," the Vermont senator told CNN.',
    ['We are going to win Iowa,', 'Bernie Sanders', 'told'],
  ),
  told(
    'Senator Elizabeth Warren, D-Mass., met voters in Reno. "This system is rigged," Warren said. "And everybody here knows it."',
    ['This system is rigged,', 'Elizabeth Warren', 'said'],
    ['And everybody here knows it.', 'Elizabeth Warren', null],
  ),
  told('"I’m not going anywhere," said Rep. Nancy Pelosi, D-Calif., the House minority leader.', [
    'I’m not going anywhere,',
    'Nancy Pelosi',
    'said',
  ]),
  told(
    '"The bill is dead on arrival," Senate Majority Leader Mitch McConnell, R-Ky., told reporters at the Capitol.',
    ['The bill is dead on arrival,', 'Mitch McConnell', 'told'],
  ),
  told('"This was a witch hunt," Trump tweeted early Monday.', [
    'This was a witch hunt,',
    'Trump',
    'tweeted',
  ]),
  told('In a tweet, Donald Trump wrote: "Crooked people, very sad!"', [
    'Crooked people, very sad!',
    'Donald Trump',
    'wrote',
  ]),
  told('"We have nothing to hide," campaign manager Robby Mook said in a statement.', [
    'We have nothing to hide,',
    'Robby Mook',
    'said',
  ]),
  told('"We have nothing to hide," said a spokesman for the Clinton campaign, Brian Fallon.', [
    'We have nothing to hide,',
    'Brian Fallon',
    'said',
  ]),
  told(
    'Marco Rubio took the stage in Miami. "I will never quit," the Florida Republican said to loud cheers.',
    ['I will never quit,', 'Marco Rubio', 'said'],
  ),
  told(
    'Hillary Clinton spoke first. "We need a raise for America," the former secretary of state said.',
    ['We need a raise for America,', 'Hillary Clinton', 'said'],
  ),
  told(
    'Ted Cruz attacked the deal. "It is a catastrophe," he said at a rally in Greenville, South Carolina.',
    ['It is a catastrophe,', 'Ted Cruz', 'said'],
  ),
  told('Carly Fiorina was asked about it. "I own my record," she told Fox News.', [
    'I own my record,',
    'Carly Fiorina',
    'told',
  ]),
  told(
    '"Look," Christie said, "we won because we showed up."',
    ['Look,', 'Christie', 'said'],
    ['we won because we showed up.', 'Christie', 'said'],
  ),
  told('Asked about the emails, Clinton said they were "a mistake that I regret."', [
    'a mistake that I regret.',
    'Clinton',
    'said',
  ]),
  told(
    'Bush called Trump "a chaos candidate" and said he would be "a chaos president."',
    ['a chaos candidate', 'Bush', 'called'],
    ['a chaos president.', 'Bush', 'said'],
  ),
  told(
    'Jeb Bush did not hold back.\n\n"Donald Trump is a jerk," the former Florida governor said. "He insults women, Hispanics and the disabled."',
    ['Donald Trump is a jerk,', 'Jeb Bush', 'said'],
    ['He insults women, Hispanics and the disabled.', 'Jeb Bush', null],
  ),
  told('"I asked him, \'Are you with us or not?\' and he walked off," Graham said.', [
    "I asked him, 'Are you with us or not?' and he walked off,",
    'Graham',
    'said',
  ]),
  told('"He told me, ‘You are fired,’ and that was it," Comey testified on Thursday.', [
    'He told me, ‘You are fired,’ and that was it,',
    'Comey',
    'testified',
  ]),
  told(
    '"We started this campaign with nothing.\n\n"Today we are leading in three states," said Bernie Sanders.',
    ['We started this campaign with nothing.', 'Bernie Sanders', null],
    ['Today we are leading in three states,', 'Bernie Sanders', 'said'],
  ),
  told('Ryan told "Meet the Press" that Republicans "need to be a party of ideas."', [
    'need to be a party of ideas.',
    'Ryan',
    'told',
  ]),
  told('"The American people deserve better," the statement read.', [
    'The American people deserve better,',
    'the statement',
    'read',
  ]),
  told('"The American people deserve better," read a letter signed by 47 senators.', [
    'The American people deserve better,',
    'a letter',
    'read',
  ]),
  told('The memo says "there was no collusion with anyone."', [
    'there was no collusion with anyone.',
    'memo',
    'says',
  ]),
  told('"It’s a sad day," lamented Sen. John McCain.', [
    'It’s a sad day,',
    'John McCain',
    'lamented',
  ]),
  told('"You can’t make this up," Kasich quipped.', [
    'You can’t make this up,',
    'Kasich',
    'quipped',
  ]),
  told('"Who does he think he is?" asked Dolores Ruiz, 62, a retired teacher from Waterloo.', [
    'Who does he think he is?',
    'Dolores Ruiz',
    'asked',
  ]),
  told('"I’ll vote for him because he’s honest," said Ruiz, who works at a diner in Dubuque.', [
    'I’ll vote for him because he’s honest,',
    'Ruiz',
    'said',
  ]),
  told('According to Paul Manafort, "the numbers are moving our way."', [
    'the numbers are moving our way.',
    'Paul Manafort',
    'According to',
  ]),
  told('"The numbers are moving our way," per a senior Trump aide.', [
    'The numbers are moving our way,',
    'a senior Trump aide',
    'per',
  ]),
  told(
    '"My good friends," said O’Malley, the former Maryland governor, "the hour is late."',
    ['My good friends,', 'O’Malley', 'said'],
    ['the hour is late.', 'O’Malley', 'said'],
  ),
  told(
    'White House press secretary Josh Earnest took questions. "The president has been clear," Earnest said Tuesday. "He will veto it."',
    ['The president has been clear,', 'Josh Earnest', 'said'],
    ['He will veto it.', 'Josh Earnest', null],
  ),
  told(
    'President Barack Obama signed the order. "We can’t wait for Congress," the president said.',
    ['We can’t wait for Congress,', 'Barack Obama', 'said'],
  ),
  told('Speaker Paul Ryan met members on Tuesday. "We will get this done," the speaker said.', [
    'We will get this done,',
    'Paul Ryan',
    'said',
  ]),
  told('Gov. Scott Walker, R-Wis., argued that the deal "would put our allies at risk."', [
    'would put our allies at risk.',
    'Scott Walker',
    'argued',
  ]),
  told(
    'Huckabee doubled down, saying the president was leading Israelis "to the door of the oven."',
    ['to the door of the oven.', 'Huckabee', 'saying'],
  ),
  told(
    '"I have a message for Wall Street," Sanders thundered, pausing for applause. "Your greed is over."',
    ['I have a message for Wall Street,', 'Sanders', 'thundered'],
    ['Your greed is over.', 'Sanders', null],
  ),
  told('"That’s just not true," countered Kaine.', ['That’s just not true,', 'Kaine', 'countered']),
  told('"That’s just not true," Pence shot back.', ['That’s just not true,', 'Pence', 'shot back']),
  told(
    '"No comment at this time," a Justice Department official, who was not authorized to speak publicly, told NBC News.',
    ['No comment at this time,', 'a Justice Department official', 'told'],
  ),
  told('"It’s about trust," Clinton says in the ad.', ['It’s about trust,', 'Clinton', 'says']),
  told(
    'John Kasich shook his head. "We’re not for sale," he added.\n\nTrump, meanwhile, mocked the crowd.\n\n"Nobody goes to his rallies," he said.',
    ['We’re not for sale,', 'John Kasich', 'added'],
    ['Nobody goes to his rallies,', 'Trump', 'said'],
  ),
  told('Asked if he would drop out, Carson replied: "Not a chance in the world."', [
    'Not a chance in the world.',
    'Carson',
    'replied',
  ]),
  told('"He’s a loser, folks," Trump said of McCain.', ['He’s a loser, folks,', 'Trump', 'said']),
  told('Trump said of McCain that he was "a hero because he was captured."', [
    'a hero because he was captured.',
    'Trump',
    'said',
  ]),
  told('"Now is the time," Mr. Biden said, according to two people who were in the room.', [
    'Now is the time,',
    'Biden',
    'said',
  ]),
  told('His wife was blunter: "People are sick of it."', [
    'People are sick of it.',
    'His wife',
    null,
  ]),
  told(
    '"We feel very good about where we are," Robby Mook, Clinton\'s campaign manager, told donors.',
    ['We feel very good about where we are,', 'Robby Mook', 'told'],
  ),
  told(
    '"That\'s spin," Tad Devine, a senior adviser to Sanders, said on Sunday. "They ought to be nervous."',
    ['They ought to be nervous.', 'Tad Devine', null],
  ),
  told(
    'Hillary Clinton came to Flint. The former first lady told worshippers that those responsible "will be held to account."',
    ['will be held to account.', 'Hillary Clinton', 'told'],
  ),
]

/** Titles, names and single words, and marks that quote nobody. */
export const NO_POLITICS: readonly string[] = [
  'Clinton appeared on "The Late Show with Stephen Colbert" on Tuesday.',
  'The super PAC "Right to Rise" spent $20 million.',
  'His book, "The Art of the Deal," sold well.',
  'Supporters of "Medicare for All" cheered.',
  'The so-called "birther" movement is over.',
  'The band played "Born in the U.S.A." as he left.',
]
