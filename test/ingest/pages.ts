import type { ParagraphKind } from '../../src/model/article.ts'

/** A saved page, made up after the look of a kind of site, and what is to be read out of it. */
export interface SavedPage {
  readonly look: string
  readonly text: string
  /** Kind and first words of each paragraph. */
  readonly paragraphs: readonly (readonly [ParagraphKind, string])[]
  readonly published?: string
  readonly outlet?: string
  readonly byline?: string
  readonly credit?: string
}

export const PAGES: readonly SavedPage[] = [
  {
    look: 'an AFP story on a portal: dateline, picture credit, share bar, copyright',
    text: `Air strike kills 14 in rebel-held Idlib: monitor

Share
Tweet
Email

A man walks past a destroyed building in Ariha (AFP/Omar Haj Kadour)

Beirut (AFP) - At least 14 people, six of them children, were killed on Tuesday in an air strike on a market in the town of Ariha, a monitor said.

The Syrian Observatory for Human Rights could not say whether the planes were Syrian or Russian.

"The toll may rise because some of the wounded are in a critical condition," its head Rami Abdel Rahman said.

© 2016 AFP`,
    paragraphs: [
      ['headline', 'Air strike kills'],
      ['caption', 'A man walks'],
      ['body', 'Beirut (AFP) - At'],
      ['body', 'The Syrian Observatory'],
      ['body', '"The toll may'],
    ],
    credit: 'AFP',
  },
  {
    look: 'a Guardian page: section, standfirst, names and date, photograph credit',
    text: `World

Dozens killed as hospital bombed in northern Syria
Aid agency says strikes on the clinic were deliberate as talks in Geneva stall

Kareem Shaheen in Beirut and Ian Black
Thursday 28 April 2016 18.44 BST

Share on Facebook
Share on Twitter
Share via Email

Residents inspect the ruins of the hospital. Photograph: Karam al-Masri/AFP/Getty Images

At least 27 people, including three doctors, were killed when a hospital was hit late on Wednesday, rescuers said.

‘We lost our best’

A spokesman for the charity said the building had been “levelled”.

Most popular
Ten things to do in Lisbon
The best films of the year so far`,
    paragraphs: [
      ['headline', 'Dozens killed as'],
      ['standfirst', 'Aid agency says'],
      ['byline', 'Kareem Shaheen in'],
      ['caption', 'Residents inspect the'],
      ['body', 'At least 27'],
      ['cross-heading', '‘We lost our'],
      ['body', 'A spokesman for'],
    ],
    published: '2016-04-28',
    byline: 'Kareem Shaheen in Beirut and Ian Black',
  },
  {
    look: 'a SANA report: date line, dateline, names at the end',
    text: `8 persons killed, 58 others injured in terrorist rocket attacks on Aleppo city
6 October 2016

Aleppo, SANA – Terrorist organizations fired tens of shells on the residential neighborhoods in Aleppo city, claiming the lives of 8 persons and injuring more than 58 others.

A source at Police Command told SANA that most of the injured are children and women.

Manar al-Freih / Hazem Sabbagh`,
    paragraphs: [
      ['headline', '8 persons killed,'],
      ['body', 'Aleppo, SANA –'],
      ['body', 'A source at'],
      ['byline', 'Manar al-Freih /'],
    ],
    published: '2016-10-06',
    byline: 'Manar al-Freih / Hazem Sabbagh',
    credit: 'SANA',
  },
  {
    look: 'a BBC page: site name, player notice, image labels, related links',
    text: `BBC News

Syria conflict: Aleppo truce 'extended by 48 hours'

2 May 2016
From the section Middle East

Media playback is unsupported on your device
Image copyright Reuters
Image caption Fighting in the city has killed more than 250 civilians in ten days

A truce around Damascus has been extended by two days, the army says.

More than 250 people have died in Aleppo, activists say.

What is happening in Aleppo?

The city has been divided since 2012.

More on this story
Syria: The story of the conflict
Why is there a war in Syria?`,
    paragraphs: [
      ['headline', 'Syria conflict: Aleppo'],
      ['caption', 'Image copyright Reuters'],
      ['caption', 'Image caption Fighting'],
      ['body', 'A truce around'],
      ['body', 'More than 250'],
      ['cross-heading', 'What is happening'],
      ['body', 'The city has'],
    ],
    published: '2016-05-02',
    outlet: 'BBC News',
  },
  {
    look: 'a blog post in Markdown, wrapped at a column',
    text: `# A week in the east of the city

*Posted on 3 May 2016*

We went back to the eastern districts on Monday, for the first time since the
fighting began again. The road was open for an hour, and the driver did not want
to stop. At least nine people had been killed on it since Friday, he told us, two
of them from his own street.

## Water

The pumps work for two hours on most days. Nobody could tell us who had hit the
station, and nobody had been there to repair it.`,
    paragraphs: [
      ['headline', 'A week in'],
      [
        'body',
        'We went back to the eastern districts on Monday, for the first time since the fighting began',
      ],
      ['cross-heading', 'Water'],
      ['body', 'The pumps work'],
    ],
    published: '2016-05-03',
  },
  {
    look: 'one paragraph and nothing else',
    text: 'Three people were killed in Homs on Sunday, the governor said.',
    paragraphs: [['body', 'Three people were']],
  },
  {
    look: 'a headline and one paragraph',
    text: 'Three killed in Homs\n\nThree people were killed in Homs on Sunday, the governor said.',
    paragraphs: [
      ['headline', 'Three killed in'],
      ['body', 'Three people were'],
    ],
  },
  {
    look: 'a page that has lost its headline',
    text: `A car bomb killed at least five people in the town of Azaz on Thursday, residents said.

No group said it had carried out the attack.

The town lies near the Turkish border.`,
    paragraphs: [
      ['body', 'A car bomb'],
      ['body', 'No group said'],
      ['body', 'The town lies'],
    ],
  },
  {
    look: 'everything on one line, date first',
    text: 'Published February 18 2015 The Syrian army has captured several villages north of Aleppo. Fighting has blocked the main road into the city. A monitor said 20 soldiers were killed. Rebels lost 30 men. The United Nations is working on a freeze. Talks go on in Damascus. Nobody expects them to end soon.',
    paragraphs: [
      ['body', 'The Syrian army'],
      ['body', 'Rebels lost 30'],
      ['body', 'Talks go on'],
    ],
    published: '2015-02-18',
  },
  {
    look: 'a Reuters story: file photo, dateline, sign-off',
    text: `Death toll in Aleppo raids rises to 76: monitor

FILE PHOTO: Smoke rises from a building in Aleppo, Syria, April 20, 2016. REUTERS/Abdalrhman Ismail

BEIRUT (Reuters) - Seventy-six people, including 28 children, were killed on Sunday when army helicopters dropped barrel bombs on Aleppo, the Syrian Observatory for Human Rights said.

The army could not be reached for comment.

Reporting by Oliver Holmes; Editing by John Stonestreet

Our Standards: The Thomson Reuters Trust Principles.`,
    paragraphs: [
      ['headline', 'Death toll in'],
      ['caption', 'FILE PHOTO: Smoke'],
      ['body', 'BEIRUT (Reuters) -'],
      ['body', 'The army could'],
      ['byline', 'Reporting by Oliver'],
    ],
    byline: 'Oliver Holmes',
    credit: 'Reuters',
  },
  {
    look: 'an AP story: byline, dateline with its date in full',
    text: `Syrian rebels quit talks over Aleppo offensive

By BASSEM MROUE and JAMEY KEATEN

GENEVA, 19 April 2016 (AP) — Syria's main opposition group said it would leave the talks, citing government attacks that have killed dozens of people.

"You cannot talk while you are being bombed," its negotiator said.

____

Associated Press writer Albert Aji in Damascus contributed to this report.`,
    paragraphs: [
      ['headline', 'Syrian rebels quit'],
      ['byline', 'By BASSEM MROUE'],
      ['body', 'GENEVA, 19 April'],
      ['body', '"You cannot talk'],
      ['body', 'Associated Press writer'],
    ],
    published: '2016-04-19',
    byline: 'BASSEM MROUE and JAMEY KEATEN',
    credit: 'AP',
  },
  {
    look: 'a page of a newspaper: headline with its name, update line, links inside the text, advertisement',
    text: `Strike kills 15 near Raqqa — monitor | Jordan Times
By AFP - Apr 09,2017 - Last updated at Apr 09,2017

ADVERTISEMENT

BEIRUT — At least 15 civilians were killed in a suspected coalition air strike on Saturday, a monitor said.

READ MORE: What is left of Raqqa

The coalition said it would look into the report.

Related Articles
Raqqa dam closed after fighting
Turkey says operation is over

Follow us on Twitter`,
    paragraphs: [
      ['headline', 'Strike kills 15'],
      ['body', 'BEIRUT — At'],
      ['body', 'The coalition said'],
    ],
    published: '2017-04-09',
    outlet: 'Jordan Times',
  },
  {
    look: 'a statement of a monitor: no full stop in the headline, source in brackets',
    text: `Syrian Network for Human Rights

At least 1,417 civilians killed in May 2016

Date of publication: 1 June 2016

The Syrian Network for Human Rights documented the killing of 1,417 civilians in May 2016, of whom 498 were killed by government forces.

(Source: Syrian Network for Human Rights)

At least 1,417 civilians killed in May 2016`,
    paragraphs: [
      ['headline', 'At least 1,417'],
      ['body', 'The Syrian Network'],
      ['credit', '(Source: Syrian Network'],
    ],
    published: '2016-06-01',
    outlet: 'Syrian Network for Human Rights',
    credit: 'Syrian Network for Human Rights',
  },
  {
    look: 'a question-and-answer piece: short lines that are sentences stay',
    text: `Five questions on the Aleppo truce

Who agreed to it?

Russia and the United States did, late on Friday.

Will it hold?

No.

"Nobody believes in it," said a resident of Salaheddin.`,
    paragraphs: [
      ['headline', 'Five questions on'],
      ['cross-heading', 'Who agreed to'],
      ['body', 'Russia and the'],
      ['cross-heading', 'Will it hold?'],
      ['body', 'No.'],
      ['body', '"Nobody believes in'],
    ],
  },
  {
    look: 'a region notice, a cookie notice and a newsletter box around the story',
    text: `We use cookies to improve your experience.
This video is no longer available in your country.
Two killed by mine near Palmyra

Two people were killed by a mine near Palmyra on Monday, officials said.

Sign up to our newsletter for daily updates

They were shepherds.

All rights reserved.`,
    paragraphs: [
      ['headline', 'Two killed by'],
      ['body', 'Two people were'],
      ['body', 'They were shepherds.'],
    ],
  },
]
