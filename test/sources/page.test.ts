import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { bytesOf, outline, P1, page, PAGES, read } from './page-fixtures.ts'

// After a change that means pages to be read otherwise: npm run test:only -- test/sources/page.test.ts -u, and read the difference.
test.each(PAGES)('a page in the manner of $name', async ({ name, address }) => {
  const told = outline(read(bytesOf(name), { address }))
  await expect(told).toMatchFileSnapshot(`../golden/pages/${name}.txt`)
})

const kept = (story: string, head?: string): readonly string[] =>
  (read(page(story, head)).blocks ?? []).slice(2, -1).map(({ kind, text }) => `${kind}: ${text}`)

describe('what of a page is its story', () => {
  test.each([
    [
      'a paragraph',
      '<p>Ten\n  people\u00A0fled the\ttown.</p>',
      ['body: Ten people fled the town.'],
    ],
    ['a heading', '<h2>Hospital hit</h2>', ['cross-heading: Hospital hit']],
    [
      'a paragraph in bold that is no sentence',
      '<p><b>Hospital hit</b></p>',
      ['cross-heading: Hospital hit'],
    ],
    [
      'a sentence in bold',
      '<p><b>The hospital was hit twice, the director of the place said.</b></p>',
      ['body: The hospital was hit twice, the director of the place said.'],
    ],
    [
      'a list',
      '<ul><li>Two were children of one family.</li><li>Four were nurses.</li></ul>',
      ['body: Two were children of one family.', 'body: Four were nurses.'],
    ],
    [
      'a caption',
      '<figure><img alt="x"><figcaption>Men dig in the rubble. <span class="credit">Photo: AFP</span></figcaption></figure>',
      ['caption: Men dig in the rubble. Photo: AFP'],
    ],
    [
      'a caption by its class',
      '<div class="wp-caption"><img><p class="wp-caption-text">Men dig in the rubble</p></div>',
      ['caption: Men dig in the rubble'],
    ],
    [
      'a caption that is there twice',
      '<figure><figcaption>Men dig in the rubble of the market</figcaption></figure><figure><figcaption>Men dig in the rubble of the market</figcaption></figure>',
      ['caption: Men dig in the rubble of the market'],
    ],
    [
      'a statement set apart',
      '<blockquote><p>We strongly condemn the attack, and we ask all parties to respect the law.</p></blockquote>',
      ['body: We strongly condemn the attack, and we ask all parties to respect the law.'],
    ],
    [
      'text in a box without paragraphs',
      '<div>The first came at noon, witnesses said.<br><br>The second came an hour later, they added.</div>',
      [
        'body: The first came at noon, witnesses said.',
        'body: The second came an hour later, they added.',
      ],
    ],
    [
      'words in a link',
      '<p>The strike was <a href="/x">the third in a week</a>, residents said.</p>',
      ['body: The strike was the third in a week, residents said.'],
    ],
    [
      'quotation marks that are elements',
      '<p>He said: <q>It has to stop.</q> Nobody answered him then.</p>',
      ['body: He said: “It has to stop.” Nobody answered him then.'],
    ],
    [
      'struck words are gone',
      '<p>At least <del>12</del> 19 people died there, they said.</p>',
      ['body: At least 19 people died there, they said.'],
    ],
    [
      'references',
      '<p>The town&#8217;s mayor &amp; his son died, &quot;both&quot; at home.</p>',
      ['body: The town’s mayor & his son died, "both" at home.'],
    ],
    [
      'a box of facts',
      '<aside class="factbox"><p>More than 250,000 people have been killed in the war since 2011.</p></aside>',
      ['body: More than 250,000 people have been killed in the war since 2011.'],
    ],
    [
      'paragraphs that nobody closes',
      '<p>The first fell at noon, witnesses said.<p>The second fell at one, they added.',
      [
        'body: The first fell at noon, witnesses said.',
        'body: The second fell at one, they added.',
      ],
    ],
  ])('%s', (_, story, expected) => expect(kept(story)).toEqual(expected))
})

describe('what of a page is its frame', () => {
  test.each([
    [
      'an advertisement',
      '<div class="ad-slot"><p>Advertisement</p><p>Buy the best olive oil of the region now.</p></div>',
    ],
    ['its label alone', '<p>Advertisement</p>'],
    [
      'a newsletter',
      '<div class="box-7"><h3>The day in brief</h3><p>A round-up of the stories that matter, every morning.</p><form action="/s"><input type="email"><button>Go</button></form></div>',
    ],
    [
      'a newsletter by its name',
      '<section class="newsletter-promo"><p>Our reporters explain what matters in your inbox.</p></section>',
    ],
    [
      'related stories',
      '<div class="related-stories"><h3>Related</h3><ul><li><a href="/a">Envoy says talks go on</a></li></ul></div>',
    ],
    [
      'a list of links by any name',
      '<div class="x1"><h3>From the region</h3><ul><li><a href="/a">Envoy says talks go on</a></li><li><a href="/b">Convoy reaches suburb</a></li></ul></div>',
    ],
    [
      'a teaser with its first words',
      '<div><h3><a href="/a">Wheat burns in the south</a></h3><p>Farmers there lost their harvest for the third year in a row.</p></div>',
    ],
    ['read more', '<p><strong>READ MORE: <a href="/a">The doctors who stayed</a></strong></p>'],
    ['a link on its own', '<p><a href="/a">Who are the rebels of eastern Aleppo?</a></p>'],
    [
      'a share bar',
      '<ul class="social-share"><li><a href="#">Facebook</a></li><li>Tweet</li></ul>',
    ],
    [
      'comments',
      '<section id="comments"><h3>2 comments</h3><p>Why does nobody stop this? It was 300 dead last week.</p></section>',
    ],
    [
      'a cookie notice',
      '<div role="dialog"><p>We use cookies to make the site better for all of our readers.</p></div>',
    ],
    [
      'navigation',
      '<nav><ul><li>World</li><li>Markets and the economy of the region.</li></ul></nav>',
    ],
    [
      'what is hidden',
      '<p hidden>Ten people were killed in a place that is not shown.</p><div style="display:none"><p>Nor this one, with its 11 dead.</p></div>',
    ],
    ['tags', '<div class="article-tags"><a href="/t">Syria</a> <a href="/u">Aleppo</a></div>'],
    [
      'who the author is',
      '<div class="author-bio"><p>Leila Haddad has covered the region for twelve years.</p></div>',
    ],
    [
      'a pull quote',
      '<aside class="pullquote"><p>the toll was likely to rise, as dozens of people had been wounded</p><cite>A monitor</cite></aside>',
    ],
    [
      'a pull quote in a plain blockquote',
      '<blockquote>jets struck a market in the town on Thursday</blockquote>',
    ],
    ['a paragraph again', P1],
    ['the headline again', '<p>Strike on market kills 12</p>'],
    [
      'scripts and styles',
      '<script>document.write("<p>Ten people were killed, it wrote.</p>")</script><style>p { color: red }</style>',
    ],
    ['markup in a comment', '<!-- <p>Ten people were killed, it said once.</p> -->'],
  ])('%s', (_, story) => expect(kept(story)).toEqual([]))

  test('is left out however much of it there is', () => {
    const comments = `<div class="comments">${'<p>They lie: it was 500 dead, and the world does nothing about it at all.</p>'.repeat(60)}</div>`
    const { blocks = [] } = read(page('').replace('</main>', `${comments}</main>`))
    expect(blocks.map(({ kind }) => kind)).toEqual(['headline', 'body', 'body'])
  })

  test('is a heading below the last paragraph', () => {
    const { blocks = [] } = read(page('').replace('</article>', '<h2>Comments</h2></article>'))
    expect(blocks.map(({ kind }) => kind)).toEqual(['headline', 'body', 'body'])
  })

  test('names of boxes do not count where they hold the whole story', () => {
    const wrapped = page('').replace(
      '<article>',
      '<form id="aspnetForm"><div class="share-and-comments">',
    )
    expect(read(wrapped).blocks?.length).toBe(3)
  })
})

describe('what is no page of an article', () => {
  test.each([
    ['nothing', '', 'article_empty'],
    [
      'a list of links',
      `<ul>${'<li><a href="/a">Envoy says that the talks go on</a></li>'.repeat(30)}</ul>`,
      'article_empty',
    ],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 400 }, (_, at) => at % 32)]),
      'source_unreadable',
    ],
    ['a PDF', '%PDF-1.7 of something', 'source_unreadable'],
    [
      'more than a page may weigh',
      new Uint8Array(10 * 1024 * 1024 + 1).fill(32),
      'source_unreadable',
    ],
  ])('%s', (_, bytes, code) => {
    const reading = (): unknown => read(bytes)
    expect(reading).toThrow(AppError)
    expect(reading).toThrow(expect.objectContaining({ code }))
  })
})

const told = (html: string): readonly string[] =>
  (read(html).blocks ?? []).map(({ kind, text }) => `${kind}: ${text}`)

describe('pages of other manners', () => {
  const headline = 'headline: Army kills 20 terrorists in Daraa countryside'
  const first = 'body: Units of the armed forces killed 20 terrorists on Friday, a source said.'
  const second = 'body: In Homs, two citizens were injured by a mortar round, it added.'
  const [one, two] = [first.slice(6), second.slice(6)]

  test('older than headings and paragraphs', () => {
    const html = `<TITLE>SANA - Army kills 20 terrorists</TITLE><TABLE><TR><TD><A href=1.htm>Home</A><BR><A href=2.htm>Local</A></TD><TD><FONT size=4><B>${headline.slice(10)}</B></FONT><BR><FONT size=1>Jun 14, 2013</FONT><BR><BR><FONT>${one}<BR><BR>${two}</FONT><BR><BR><A href=x.htm>Back</A> <A href=p.htm>Print</A></TD></TR></TABLE>`
    expect(told(html)).toEqual([headline, first, second])
    expect(read(html).facts.published).toMatchObject({ value: '2013-06-14', from: 'date line' })
  })

  test('a box for each paragraph, and a heading of the second order', () => {
    const html = `<title>${headline.slice(10)} - Post</title><div class="header"><h1>Post</h1></div><div class="x"><h2>${headline.slice(10)}</h2><div><div>${one}</div><div>&nbsp;</div><div>${two}</div></div></div><div class="posts"><article><h3><a href="/a">Wheat burns in the south</a></h3><p>Farmers there lost their harvest for the third year.</p></article></div>`
    expect(told(html)).toEqual([headline, first, second])
  })

  test('a live blog that only its data tell', () => {
    const data = {
      '@type': 'LiveBlogPosting',
      headline: 'Aleppo: live',
      liveBlogUpdate: [
        {
          headline: 'Buses leave',
          datePublished: '2016-12-15T15:20:00Z',
          articleBody: `<p>${one}</p><p>${two}</p>`,
        },
      ],
    }
    const html = `<script type="application/ld+json">${JSON.stringify(data)}</script><div id="app">Loading…</div>`
    expect(told(html)).toEqual([
      'headline: Aleppo: live',
      'cross-heading: 2016-12-15 15:20 UTC',
      'cross-heading: Buses leave',
      first,
      second,
    ])
  })

  test('the date of an embedded post is not that of the page', () => {
    const tweet =
      '<blockquote><p>The delegation will stay in the town until Friday.</p>— Salim (@salim) 18 April 2016</blockquote>'
    expect(read(page(tweet)).facts.published).toBeUndefined()
  })
})
