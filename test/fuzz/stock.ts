import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import type { Stock } from './mutants.ts'

// What the readers of untrusted input meet: real-looking files, and the words that mean something in them.

const XML_WORDS = [
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&amp;',
  '&lt;',
  '&#x41;',
  '&#0;',
  '&#xD800;',
  '&#99999999;',
  '&x;',
  '"',
  "'",
  '=',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml',
  '?>',
  '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]>',
  '<!ENTITY',
  'xmlns:a="b"',
  'xml:base="',
  '__proto__',
  'constructor',
  '<constructor>',
  '<__proto__>x</__proto__>',
  '\u0000',
  '\ufeff',
  '\ud83d',
  '\u2028',
  '\r\n',
  '\t',
  ' ',
  'encoding="windows-1256"',
  'encoding="utf-16"',
  'encoding="x"',
]

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Example – World</title><link>https://news.example/</link><description>News &amp; more</description><language>en-gb</language>
<atom:link href="https://news.example/feed.xml" rel="self" type="application/rss+xml"/><atom:link rel="next" href="?page=2"/>
<item><title>Strike on market kills 12, monitor says</title><link>https://news.example/2016/05/01/strike?utm_source=rss</link><guid isPermaLink="false">n-1</guid><pubDate>Sun, 01 May 2016 10:00:00 +0300</pubDate><description><![CDATA[<p>At least <b>12</b> people…</p>]]></description><media:content url="https://news.example/i.jpg" type="image/jpeg"/></item>
<item><title><![CDATA[Syria’s truce: Q&A]]></title><link>/2016/05/02/truce</link><dc:date>2016-05-02T08:00:00Z</dc:date><dc:creator>A. Reporter</dc:creator><content:encoded>&lt;p&gt;text&lt;/p&gt;</content:encoded></item>
<item><title>حلب: مقتل مدنيين</title><link>https://news.example/ar/1</link><pubDate>Mon, 2 May 2016 09:00 GMT</pubDate></item>
</channel></rss>`

const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/a/"><title type="html">The Example &amp;amp; more</title><id>tag:news.example,2016:f</id><updated>2016-05-02T08:00:00Z</updated><link rel="self" href="atom.xml"/><link rel="prev-archive" href="2016-04.xml"/>
<entry><id>tag:news.example,2016:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>truce</em></div></title><link rel="alternate" type="text/html" href="1"/><published>2016-05-01T10:00:00+03:00</published><updated>2016-05-02T08:00:00Z</updated><summary>s</summary></entry>
<entry xml:base="b/"><id>https://news.example/2</id><title>Two</title><link href="2"/><updated>2016-05-02</updated></entry></feed>`

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>Example</title><items><rdf:Seq><rdf:li resource="https://news.example/1"/></rdf:Seq></items></channel><item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><dc:date>2016-05-01T10:00+03:00</dc:date></item></rdf:RDF>`

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Example',
  home_page_url: 'https://news.example/',
  next_url: 'https://news.example/feed.json?page=2',
  items: [
    {
      id: '1',
      url: 'https://news.example/1',
      title: 'Strike',
      date_published: '2016-05-01T10:00:00+03:00',
      date_modified: '2016-05-02T08:00:00Z',
      content_html: '<p>x</p>',
    },
    { id: 'https://news.example/2', external_url: 'https://other.example/2', title: 'Two' },
  ],
})

export const FEEDS: Stock = {
  seeds: [
    RSS,
    ATOM,
    RDF,
    JSON_FEED,
    `<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>`,
    Buffer.from(RSS, 'utf16le'),
    Buffer.from(ATOM, 'latin1'),
  ],
  words: [
    ...XML_WORDS,
    '<item>',
    '</item>',
    '<entry>',
    '</entry>',
    '<rss version="2.0">',
    '</channel>',
    '<link>',
    '</link>',
    '<title>',
    '</title>',
    '<pubDate>',
    '<guid>',
    '<feed>',
    '<link href="',
    'rel="next"',
    'type="xhtml"',
    '<div>',
    '<dc:date>',
    'Sun, 01 May 2016 10:00:00 GMT',
    '2016-05-01T10:00:00Z',
    '9999-99-99',
    '-1',
    '1e999',
    'https://news.example/3',
    'javascript:alert(1)',
    '//',
    'http://[',
    '{"items":[',
    '"url":',
    'null',
    '[',
    '{',
    ']',
    '}',
    '"version":"https://jsonfeed.org/version/1"',
  ],
}

const NEWS_SITEMAP = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example/2016/05/01/strike?a=1&amp;b=2</loc><lastmod>2016-05-01T10:00:00+03:00</lastmod><changefreq>hourly</changefreq><priority>0.8</priority><news:news><news:publication><news:name>The Example</news:name><news:language>en</news:language></news:publication><news:publication_date>2016-05-01</news:publication_date><news:title>Strike on market kills 12</news:title></news:news><image:image><image:loc>https://news.example/i.jpg</image:loc></image:image></url>
<url><loc><![CDATA[https://news.example/2]]></loc><lastmod>2016-04-30</lastmod></url>
<url><loc>https://news.example/3</loc></url></urlset>`

const INDEX = `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://news.example/2016-05.xml.gz</loc><lastmod>2016-05-02</lastmod></sitemap><sitemap><loc>/2016-04.xml</loc></sitemap></sitemapindex>`

export const SITEMAPS: Stock = {
  seeds: [
    NEWS_SITEMAP,
    INDEX,
    gzipSync(NEWS_SITEMAP),
    'https://news.example/1\nhttps://news.example/2\n',
    NEWS_SITEMAP.replaceAll(/<(\/?)(?=url|loc|lastmod)/gu, '<$1s:'),
  ],
  words: [
    ...XML_WORDS,
    '<url>',
    '</url>',
    '<loc>',
    '</loc>',
    '<lastmod>',
    '<urlset>',
    '</urlset>',
    '<sitemap>',
    '<sitemapindex>',
    '<news:news>',
    '<news:title>',
    '<url><loc>https://news.example/9</loc></url>',
    '2016-05-01',
    '9999',
    '\n',
    '\u001f\u008b',
  ],
}

const COVERAGE = `# what we follow
feeds:
  - https://www.example.org/world/rss.xml
  - address: https://agency.example/en/feed
    name: "Agency, English"
    outlet: Example News Agency
    kind: agency
    every: 5m
  - &one
    address: https://two.example/feed
    kind: state media
sitemaps:
  - https://www.example.org/news-sitemap.xml
contact: desk@example.org
pace: 1s
allow:
  - intranet.example
  - "cms.example:8080"
may_add:
  people: [U0123ABCDEF]
  channels: [C0123ABCDEF]
`

const YAML_WORDS = [
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\n\t',
  '#',
  '"',
  "'",
  '|',
  '>',
  '>-',
  '&a ',
  '*a',
  '<<: *a',
  '!!binary ',
  '!!js/function ',
  '!!set',
  '? ',
  '[',
  ']',
  '{',
  '}',
  '{}',
  '[]',
  ', ',
  '~',
  'null',
  'true',
  '---',
  '...',
  '%YAML 1.2',
  '\\u',
  '"\\x',
  '1e999',
  '0x7f',
  '2016-05-01',
  '.nan',
  '__proto__: ',
  'constructor: ',
  '\u0000',
  '\ufeff',
  '\ud83d',
]

export const COVERAGE_FILES: Stock = {
  seeds: [
    COVERAGE,
    'feeds:\n  - https://example.org/a\n',
    '{"feeds": ["https://example.org/a"], "pace": "2s"}',
    Buffer.from(COVERAGE, 'utf16le'),
  ],
  words: [
    ...YAML_WORDS,
    'feeds:',
    'address: ',
    'kind: independent',
    'every: 10m',
    'every: 1s',
    'https://example.org/b',
    'http://10.0.0.1/',
    'https://a:b@c/',
    'allow: ["10.0.0.1"]',
    'may_add:',
    'U0123ABC',
    '[::1]:8',
  ],
}

const HEADER = `---
headline: "Strike on market kills 12: monitor"
outlet: { value: Reuters, how: inferred, from: the logo }
date: 2016-05-01
byline: A. Reporter
credit: { how: unknown }
place: Aleppo
url: https://news.example/1
---
At least 12 people were killed on Sunday, the monitor said.

“We buried them,” he said.
`

export const HEADERS: Stock = {
  seeds: [
    HEADER,
    HEADER.replaceAll('\n', '\r\n'),
    '---\ndate: 1 May 2016\n---\nText.\n',
    '---\n\n---\nText',
    '-----\nA rule, and no header.\n',
  ],
  words: [
    ...YAML_WORDS,
    '---\n',
    '\n---\n',
    'headline: ',
    'published: ',
    'date: 31 February 2016',
    'how: stated',
    'from: x',
    'value: ',
    'outlet: {',
  ],
}

const SIDECAR = `homs:
  headline: Shelling kills 12 in Homs
  outlet: Reuters
  date: { value: 2016-05-02, how: inferred, from: newest day in the text }
idlib.txt:
  outlet: { how: unknown }
  published: 2016-05-01
  url: https://news.example/1
`

export const SIDECARS: Stock = {
  seeds: [SIDECAR, 'homs: { outlet: AFP }\n', '{"homs": {"outlet": "AFP", "date": "2016-05-01"}}'],
  words: [...YAML_WORDS, 'homs:', 'outlet: ', 'date: ', 'how: inferred', 'from: ', 'headline: '],
}

const CSV = `id,headline,text,outlet,date,place,url
1,Strike on market,"At least 12 people were killed on Sunday, the monitor said.

“We buried them,” he said.",Reuters,2016-05-01,Aleppo,https://news.example/1
2,"He said ""no""","Two, three
and four",AFP,2016-05-02,,
3,حلب,مقتل مدنيين,SANA,1 May 2016,,
`

export const TABLES: Stock = {
  seeds: [
    CSV,
    CSV.replaceAll(',', ';'),
    CSV.replaceAll(',', '\t').replaceAll('\n', '\r\n'),
    `\ufeff${CSV}`,
    Buffer.from(CSV, 'latin1'),
    'id,text\n1,one\n',
  ],
  words: [
    ',',
    ';',
    '\t',
    '|',
    '"',
    '""',
    '"""',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\\"',
    "'",
    '\u0000',
    '\ufeff',
    '\ud83d',
    'id',
    'text',
    'date',
    '__proto__',
    '2016-05-01',
    '4/5/2017',
    '1e999',
    '=cmd()',
    ' ',
    ',,,,,,,,',
  ],
}

const LINES = [
  {
    id: 'homs',
    headline: 'Shelling kills 12 in Homs',
    text: 'At least 12 people were killed.\n\n“We buried them,” he said.',
    outlet: 'Reuters',
    date: '2016-05-02',
    place: 'Homs',
    url: 'https://news.example/1',
  },
  { id: 7, headline: null, text: 'Two.', outlet: '', date: null },
  { id: 'حلب', text: 'مقتل مدنيين', date: '1 May 2016', more: { deep: [1, [2, [3]]] } },
].map((line) => JSON.stringify(line))

export const JSON_LINES: Stock = {
  seeds: [...LINES, LINES.join('\n'), Buffer.from(LINES[0] ?? '', 'utf16le')],
  words: [
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\"',
    ':',
    ',',
    '\\u0000',
    '\\ud800',
    '\\',
    '"id":',
    '"text":',
    '"date":',
    'null',
    '1e999',
    '-0',
    '__proto__',
    '"__proto__":{"a":1}',
    '2016-05-01',
    '"31 February 2016"',
    '\u0000',
    '\ufeff',
    ' ',
    '\r',
    '[[[[[[[[',
  ],
}

const ROBOTS = `# robots
User-agent: *
Disallow: /search
Allow: /search/about$
Crawl-delay: 2
Sitemap: https://news.example/sitemap.xml

User-agent: Dateline
User-agent: other
Disallow: /*/print*
Allow: /
`

export const RULES: Stock = {
  seeds: [
    ROBOTS,
    'User-agent: *\nDisallow: /\n',
    '<!DOCTYPE html><html>404</html>',
    ROBOTS.replaceAll('\n', '\r'),
  ],
  words: [
    '*',
    '**',
    '$',
    '/',
    '%',
    '%2',
    '%zz',
    ':',
    '#',
    '\n',
    'User-agent: ',
    'Disallow: ',
    'Allow: ',
    'Crawl-delay: ',
    'Dateline',
    'dateline/1.0',
    '__proto__',
    '1e999',
    '-1',
    'NaN',
    '\u0000',
    '\ufeff',
    '/*a*a*a*a',
    'é',
  ],
}

const PAGE = '<p>At least 12 people were killed.</p>'.repeat(40)

export const PACKED: Stock = {
  seeds: [
    gzipSync(PAGE),
    deflateSync(PAGE),
    deflateRawSync(PAGE),
    brotliCompressSync(PAGE),
    zstdCompressSync(PAGE),
    gzipSync(gzipSync(PAGE)),
    gzipSync(Buffer.alloc(2_000_000)),
    PAGE,
  ],
  words: ['\u001f\u008b\u0008', 'x', '\u0000\u0000\u0000\u0000', '\u0028', PAGE],
}
