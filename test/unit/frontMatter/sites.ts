/** What is expected of a post: its file's path, address below `base`, ISO date, authors and topics; all else of it in words. */
export type ExpectedPost = readonly [
  path: string,
  title: string,
  url: string | undefined,
  issued: string | undefined,
  authors: string,
  topics: string,
];

export interface Site {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The folder that is read, from where the files stand. */
  readonly root?: string;
  readonly baseUrl?: string;
  readonly posts: readonly ExpectedPost[];
}

/** One small site per generator, with what its documentation says of dates, slugs, authors, topics and addresses. */
export const sites: readonly Site[] = [
  {
    name: 'Hugo',
    files: {
      'hugo.toml': `baseURL = "https://hugo.example/"
title = "Notes from the Mill"
languageCode = "en-gb"
[params]
author = "Mill Team"
[permalinks]
journal = "/:year/:month/:slug/"
[languages.en]
[languages.de]
[languages.pt-br]
`,
      'content/about.md': '---\ntitle: About\n---\nWho we are.',
      'content/_index.md': '---\ntitle: Home\n---',
      'content/posts/_index.md': '---\ntitle: All posts\ndate: 2020-01-01\n---',
      'content/posts/Grinding Flour.md':
        '+++\ntitle = "Grinding flour"\ndate = 2021-03-04T23:30:00-05:00\ntags = ["mills", "Flour"]\ncategories = ["How to"]\n[author]\nname = "Ada Miller"\n+++\n# Not this\n\nThe *stone* turns.',
      'content/posts/waterwheel/index.md':
        '---\nTitle: The wheel\nDate: 2021-05-06\nlastmod: 2022-01-01\nauthors: [Ben Brook, "Ada Miller"]\n---\n',
      'content/posts/waterwheel/index.de.md': '---\ntitle: Das Rad\ndate: 2021-05-06\n---\n',
      'content/posts/waterwheel/notes.md': '---\ntitle: A leaf of the bundle\ndate: 2021-05-06\n---',
      'content/posts/renamed.md':
        '{"title": "Renamed", "slug": "other-name", "date": "2021-07-08", "tags": "one"}\n\nText.',
      'content/posts/moved.md': '---\ntitle: Moved\nurl: /somewhere/else/\ndate: 2021-07-09\n---',
      'content/posts/muehle.de.md': '---\ntitle: Die Mühle\ndate: 2021-07-10\n---',
      'content/posts/moinho.pt-br.md': '---\ntitle: O moinho\ndate: 2021-07-11\n---\n',
      'content/journal/day-one.md':
        '---\ntitle: "Day one: a start"\ndate: 2020-02-03\nparams:\n  author: Cy Weir\n---',
      'content/posts/future.md': '---\ntitle: Future\ndate: 2150-01-01\n---',
      'content/posts/draft.md': '---\ntitle: Draft\ndraft: true\n---',
      'archetypes/default.md': '---\ntitle: "{{ .Name }}"\n---',
      'themes/mill/README.md': '# Theme',
      'README.md': '# The site',
    },
    posts: [
      [
        'content/journal/day-one.md',
        'Day one: a start',
        'https://hugo.example/2020/02/day-one-a-start/',
        '2020-02-03',
        'Cy Weir',
        '',
      ],
      [
        'content/posts/Grinding Flour.md',
        'Grinding flour',
        'https://hugo.example/posts/grinding-flour/',
        '2021-03-04',
        'Ada Miller',
        'mills, Flour, How to',
      ],
      [
        'content/posts/moinho.pt-br.md',
        'O moinho',
        'https://hugo.example/pt-br/posts/moinho/',
        '2021-07-11',
        'Mill Team',
        '',
      ],
      [
        'content/posts/moved.md',
        'Moved',
        'https://hugo.example/somewhere/else/',
        '2021-07-09',
        'Mill Team',
        '',
      ],
      [
        'content/posts/muehle.de.md',
        'Die Mühle',
        'https://hugo.example/de/posts/muehle/',
        '2021-07-10',
        'Mill Team',
        '',
      ],
      [
        'content/posts/renamed.md',
        'Renamed',
        'https://hugo.example/posts/other-name/',
        '2021-07-08',
        'Mill Team',
        'one',
      ],
      [
        'content/posts/waterwheel/index.de.md',
        'Das Rad',
        'https://hugo.example/de/posts/waterwheel/',
        '2021-05-06',
        'Mill Team',
        '',
      ],
      [
        'content/posts/waterwheel/index.md',
        'The wheel',
        'https://hugo.example/posts/waterwheel/',
        '2021-05-06',
        'Ben Brook and Ada Miller',
        '',
      ],
    ],
  },
  {
    name: 'Hugo, one section of it, at an address of the user’s',
    root: 'content/blog',
    baseUrl: 'https://other.example/blog/',
    files: {
      '.git/HEAD': '',
      'config/_default/config.yaml': 'baseURL: https://hugo.example/\n',
      'config/_default/params.yaml': 'author: Mill Team\n',
      'content/blog/first.md': '---\ntitle: First\n---\n',
      'content/blog/_index.md': '---\ntitle: Blog\n---',
    },
    posts: [['first.md', 'First', 'https://other.example/blog/first/', undefined, 'Mill Team', '']],
  },
  {
    name: 'Jekyll',
    files: {
      '_config.yml':
        'title: Tide Log\nurl: "https://jekyll.example"\nbaseurl: /log\nauthor:\n  name: Dora Quay\n',
      '_data/authors.yml': 'eve:\n  name: Eve Shore\n  url: https://eve.example\n',
      '_posts/2019-08-01-High-tide.md':
        '---\nlayout: post\ntitle: High tide\ntags: sea moon\nauthor: eve\n---\nWater.',
      '_posts/2019-08-02-low-tide.markdown':
        '---\ntitle: "Low tide"\ndate: 2019-08-03 10:00:00 +0200\ncategories: [Sea, Days]\n---\n',
      'news/_posts/2019-09-01-harbour.md': '---\ntitle: Harbour\n---\n',
      '_posts/2019-10-01-fixed.md': '---\ntitle: Fixed\npermalink: /fixed/place/\nslug: unused\n---\n',
      '_posts/2019-10-03-rock-pool.md': '---\nlayout: post\n---\nNo title.',
      '_posts/2019-10-02-hidden.md': '---\ntitle: Hidden\npublished: false\n---\n',
      '_drafts/soon.md': '---\ntitle: Soon\n---\n',
      'about.md': '---\ntitle: About\npermalink: /about/\n---\n',
      'index.md': '---\nlayout: home\n---\n',
    },
    posts: [
      [
        '_posts/2019-08-01-High-tide.md',
        'High tide',
        'https://jekyll.example/log/2019/08/01/High-tide.html',
        '2019-08-01',
        'Eve Shore',
        'sea, moon',
      ],
      [
        '_posts/2019-08-02-low-tide.markdown',
        'Low tide',
        'https://jekyll.example/log/sea/days/2019/08/03/low-tide.html',
        '2019-08-03',
        'Dora Quay',
        'Sea, Days',
      ],
      [
        '_posts/2019-10-01-fixed.md',
        'Fixed',
        'https://jekyll.example/log/fixed/place/',
        '2019-10-01',
        'Dora Quay',
        '',
      ],
      [
        '_posts/2019-10-03-rock-pool.md',
        'Rock Pool',
        'https://jekyll.example/log/2019/10/03/rock-pool.html',
        '2019-10-03',
        'Dora Quay',
        '',
      ],
      [
        'news/_posts/2019-09-01-harbour.md',
        'Harbour',
        'https://jekyll.example/log/news/2019/09/01/harbour.html',
        '2019-09-01',
        'Dora Quay',
        '',
      ],
    ],
  },
  {
    name: 'Jekyll with a pattern and defaults',
    files: {
      '_config.yml':
        'url: https://jekyll.example\npermalink: /:year/:i_month/:title/\ndefaults:\n  - scope: {path: "", type: posts}\n    values: {author: Finn Oar}\n  - scope: {path: "_posts/old"}\n    values: {tags: [archive]}\n',
      '_posts/2018-03-09-oars.md': '---\ntitle: Oars\n---\n',
      '_posts/old/2008-03-09-sails.md': '---\ntitle: Sails\n---\n',
    },
    posts: [
      [
        '_posts/2018-03-09-oars.md',
        'Oars',
        'https://jekyll.example/2018/3/oars/',
        '2018-03-09',
        'Finn Oar',
        '',
      ],
      [
        '_posts/old/2008-03-09-sails.md',
        'Sails',
        'https://jekyll.example/2008/3/sails/',
        '2008-03-09',
        'Finn Oar',
        'archive',
      ],
    ],
  },
  {
    name: 'Hexo',
    files: {
      '_config.yml':
        'title: Ink\nurl: https://hexo.example\nauthor: Gus Penn\nsource_dir: source\npermalink: :year/:month/:day/:title/\n',
      'source/_posts/dry-ink.md':
        '---\ntitle: Dry ink\ndate: 2020-12-31 23:59:00\ntags:\n- ink\n- [paper, quill]\n---\n',
      'source/_posts/no-fence.md': 'title: No fence\ndate: 2020-12-30\n---\nText.',
      'source/about/index.md': '---\ntitle: About\n---\n',
      'source/_drafts/later.md': '---\ntitle: Later\n---\n',
    },
    posts: [
      [
        'source/_posts/dry-ink.md',
        'Dry ink',
        'https://hexo.example/2020/12/31/dry-ink/',
        '2020-12-31',
        'Gus Penn',
        'ink, paper, quill',
      ],
      [
        'source/_posts/no-fence.md',
        'No fence',
        'https://hexo.example/2020/12/30/no-fence/',
        '2020-12-30',
        'Gus Penn',
        '',
      ],
    ],
  },
  {
    name: 'Docusaurus',
    files: {
      'docusaurus.config.ts': `// url: 'https://wrong.example'
const config = {
  title: 'Lantern',
  url: 'https://docs.example',
  baseUrl: '/lantern/',
  presets: [['classic', { docs: { path: 'docs' }, blog: { showReadingTime: true } }]],
  plugins: [['@docusaurus/plugin-content-blog', { id: 'news', routeBasePath: 'news', path: './news' }]],
};
export default config;`,
      'blog/authors.yml':
        'hal:\n  name: Hal Wick\n  title: Keeper\n  url: https://hal.example\nida:\n  name: Ida Flame\n',
      'blog/tags.yml': 'oil:\n  label: Lamp oil\n  permalink: /oil\n',
      'blog/2021-01-03-first-light.md':
        '---\nauthors: [hal, {name: Jo Glow, title: Guest}]\ntags: [oil, {label: Wicks, permalink: /wicks}]\n---\n# First light\n\nIt burns.\n\n<!-- truncate -->\n',
      'blog/2021/02/04-second/index.mdx':
        '---\ntitle: Second\nauthors: ida\n---\nimport A from "a";\n\n<A />\n',
      'blog/2021-03-05/third.md': '---\ntitle: Third\nslug: three\nauthor: Old Style\n---\n',
      'blog/undated.md': '---\ntitle: Undated\nslug: /undated-post\n---\n',
      'blog/_partial.md': 'part',
      'blog/hidden.md': '---\ntitle: Hidden\nunlisted: true\n---\n',
      'news/2022-01-01-news.md': '---\ntitle: News\n---\n',
      'docs/intro.md': '---\ntitle: Intro\n---\n',
    },
    posts: [
      [
        'blog/2021-01-03-first-light.md',
        'First light',
        'https://docs.example/lantern/blog/2021/01/03/first-light',
        '2021-01-03',
        'Hal Wick and Jo Glow',
        'Lamp oil, Wicks',
      ],
      [
        'blog/2021-03-05/third.md',
        'Third',
        'https://docs.example/lantern/blog/three',
        '2021-03-05',
        'Old Style',
        '',
      ],
      [
        'blog/2021/02/04-second/index.mdx',
        'Second',
        'https://docs.example/lantern/blog/2021/02/04/second',
        '2021-02-04',
        'Ida Flame',
        '',
      ],
      ['blog/undated.md', 'Undated', 'https://docs.example/lantern/blog/undated-post', undefined, '', ''],
      [
        'news/2022-01-01-news.md',
        'News',
        'https://docs.example/lantern/news/2022/01/01/news',
        '2022-01-01',
        '',
        '',
      ],
    ],
  },
  {
    name: 'Astro',
    files: {
      'astro.config.mjs': `import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'https://astro.example/', base: '/b', integrations: [] });`,
      'src/content.config.ts': `const blog = defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/blog' }) });`,
      'src/pages/posts/[...slug].astro': '',
      'src/pages/tags/[tag].astro': '',
      'src/content/blog/Star Map.md':
        '---\ntitle: Star map\npubDate: "Jul 08 2022"\nauthor: kim-north\ntags: ["sky"]\nheroImage: a.jpg\n---\n',
      'src/content/blog/moons/index.mdx':
        '---\ntitle: Moons\npubDatetime: 2022-07-09T10:00:00Z\nmodDatetime: 2023-01-01T10:00:00Z\ndraft: false\n---\n',
      'src/content/blog/comet.md': '---\ntitle: Comet\npublishDate: 2022-07-10\nslug: halley\n---\n',
      'src/content/authors/kim-north.json': '{"name": "Kim North", "bio": "Looks up."}',
      'src/content/blog/_template.md': '---\ntitle: Template\n---\n',
      'README.md': '# Astro',
    },
    posts: [
      [
        'src/content/blog/Star Map.md',
        'Star map',
        'https://astro.example/b/posts/star-map/',
        '2022-07-08',
        'Kim North',
        'sky',
      ],
      ['src/content/blog/comet.md', 'Comet', 'https://astro.example/b/posts/halley/', '2022-07-10', '', ''],
      [
        'src/content/blog/moons/index.mdx',
        'Moons',
        'https://astro.example/b/posts/moons/',
        '2022-07-09',
        '',
        '',
      ],
    ],
  },
  {
    name: 'Eleventy',
    files: {
      'eleventy.config.js': `export default function (config) { return { dir: { input: "src", output: "_site" } }; }`,
      'src/_data/metadata.js': `export default { title: "Kiln", url: "https://kiln.example/", language: "en" };`,
      'src/posts/posts.json': '{ "tags": "posts", "author": "Lea Clay" }',
      'src/posts/glaze.md': '---\ntitle: Glaze\ndate: 2020-04-05\ntags: [colour, posts]\n---\n',
      'src/posts/bowl/bowl.md': '---\ntitle: Bowl\ndate: 2020-04-06\n---\n',
      'src/posts/2020-04-07-pot.md': '---\ntitle: Pot\npermalink: "/pots/{{ page.fileSlug }}/"\n---\n',
      'src/posts/secret.md': '---\ntitle: Secret\npermalink: false\n---\n',
      'src/links/links.11tydata.js':
        'export default {\n  author: "Max Clay",\n  permalink: data => make(data),\n};\n',
      'src/links/wheel.md': '---\ntitle: Wheel\ndate: 2020-04-08\n---\n',
      'src/about.md': '---\ntitle: About\n---\n',
      'src/_includes/note.md': 'x',
    },
    posts: [
      ['src/links/wheel.md', 'Wheel', undefined, '2020-04-08', 'Max Clay', ''],
      ['src/posts/2020-04-07-pot.md', 'Pot', 'https://kiln.example/pots/pot/', '2020-04-07', 'Lea Clay', ''],
      ['src/posts/bowl/bowl.md', 'Bowl', 'https://kiln.example/posts/bowl/', '2020-04-06', 'Lea Clay', ''],
      [
        'src/posts/glaze.md',
        'Glaze',
        'https://kiln.example/posts/glaze/',
        '2020-04-05',
        'Lea Clay',
        'colour',
      ],
    ],
  },
  {
    name: 'Zola',
    files: {
      'config.toml':
        'base_url = "https://zola.example"\ntitle = "Moss"\ndefault_language = "en"\nauthor = "Moss Team"\n[languages.fr]\n',
      'content/_index.md': '+++\ntitle = "Home"\n+++\n',
      'content/blog/_index.md': '+++\nsort_by = "date"\n+++\n',
      'content/blog/2023-02-01_Wet_stones.md':
        '+++\ntitle = "Wet stones"\n[taxonomies]\ntags = ["moss", "stone"]\nauthors = ["Max Fern"]\n+++\n',
      'content/blog/peat/index.md':
        '+++\ntitle = "Peat"\ndate = 2023-02-03\n[extra]\nauthor = "Nan Bog"\n+++\n',
      'content/blog/peat/asset.md': '+++\ntitle = "Asset"\n+++\n',
      'content/blog/bog.fr.md': '+++\ntitle = "Tourbe"\ndate = 2023-02-04\nslug = "tourbe"\n+++\n',
      'content/blog/far.md': '+++\ntitle = "Far"\ndate = 2023-02-05\npath = "far/away"\n+++\n',
      'content/blog/unready.md': '+++\ntitle = "Unready"\ndraft = true\n+++\n',
    },
    posts: [
      [
        'content/blog/2023-02-01_Wet_stones.md',
        'Wet stones',
        'https://zola.example/blog/wet-stones/',
        '2023-02-01',
        'Max Fern',
        'moss, stone',
      ],
      [
        'content/blog/bog.fr.md',
        'Tourbe',
        'https://zola.example/fr/blog/tourbe/',
        '2023-02-04',
        'Moss Team',
        '',
      ],
      ['content/blog/far.md', 'Far', 'https://zola.example/far/away/', '2023-02-05', 'Moss Team', ''],
      ['content/blog/peat/index.md', 'Peat', 'https://zola.example/blog/peat/', '2023-02-03', 'Nan Bog', ''],
    ],
  },
  {
    name: 'Material for MkDocs',
    files: {
      'mkdocs.yml':
        'site_name: Loom\nsite_url: https://loom.example/\ntheme:\n  name: material\nplugins:\n  - search\n  - blog\nmarkdown_extensions:\n  - x:\n      slugify: !!python/name:a.b\n',
      'docs/blog/.authors.yml':
        'authors:\n  ora:\n    name: Ora Weft\n    description: Weaver\n    avatar: https://ora.example/a.png\n',
      'docs/blog/posts/warp.md':
        '---\ndate: 2024-05-06\nauthors:\n  - ora\ncategories:\n  - Threads\ntags:\n  - Warp\n---\n\n# Warp & weft, explained!\n\nThreads cross.\n\n<!-- more -->\n\nMore.',
      'docs/blog/posts/dye.md':
        '---\ndate:\n  created: 2024-05-07\n  updated: 2024-06-07\nslug: dyeing\n---\n# Dye\n',
      'docs/blog/posts/draft.md': '---\ndate: 2024-05-08\ndraft: true\n---\n# Draft\n',
      'docs/blog/index.md': '# Blog\n',
      'docs/index.md': '# Home\n',
      'docs/guide/start.md': '# Start\n',
    },
    posts: [
      ['docs/blog/posts/dye.md', 'Dye', 'https://loom.example/blog/2024/05/07/dyeing/', '2024-05-07', '', ''],
      [
        'docs/blog/posts/warp.md',
        'Warp & weft, explained!',
        'https://loom.example/blog/2024/05/06/warp--weft-explained/',
        '2024-05-06',
        'Ora Weft',
        'Warp, Threads',
      ],
    ],
  },
  {
    name: 'Quarto',
    files: {
      '_quarto.yml':
        'project:\n  type: website\nwebsite:\n  title: Prism\n  site-url: https://prism.example/\n',
      'index.qmd': '---\ntitle: Prism\nlisting:\n  contents: posts\n---\n',
      'about.qmd': '---\ntitle: About\n---\n',
      'posts/_metadata.yml': 'freeze: true\nauthor: Pia Lens\n',
      'posts/red/index.qmd':
        '---\ntitle: Red\nauthor:\n  - name:\n      given: Quin\n      family: von Hue\n    orcid: 0000\n  - Ray Beam\ndate: 2022-11-12\ncategories: [light, colour]\nabstract: Of red.\n---\n',
      'posts/blue.qmd': '---\ntitle: Blue\ndate: 11/13/2022\n...\nText.',
      'posts/draft/index.qmd': '---\ntitle: Draft\ndraft: true\n---\n',
    },
    posts: [
      ['posts/blue.qmd', 'Blue', 'https://prism.example/posts/blue.html', '2022-11-13', 'Pia Lens', ''],
      [
        'posts/red/index.qmd',
        'Red',
        'https://prism.example/posts/red/',
        '2022-11-12',
        'Quin von Hue and Ray Beam',
        'light, colour',
      ],
    ],
  },
  {
    name: 'Jekyll whose configuration is elsewhere',
    root: 'site/_posts',
    baseUrl: 'https://jekyll.example/log/',
    files: { 'site/_posts/2019-08-01-tide.md': '---\ntitle: Tide\ncategories: [sea]\n---\n' },
    posts: [
      [
        '2019-08-01-tide.md',
        'Tide',
        'https://jekyll.example/log/sea/2019/08/01/tide.html',
        '2019-08-01',
        '',
        'sea',
      ],
    ],
  },
  {
    name: 'VitePress',
    files: {
      'package.json': '{}',
      'docs/.vitepress/config.mts':
        "export default defineConfig({ lang: 'en-GB', title: 'Quay', base: '/quay/', sitemap: { hostname: 'https://vite.example/quay/' } });",
      'docs/index.md': '---\nlayout: home\n---\n',
      'docs/guide/start.md': '---\ntitle: Start\n---\n',
      'docs/blog/index.md': '---\ntitle: Blog\n---\n',
      'docs/blog/ropes.md': '---\ntitle: Ropes\ndate: 2023-04-05\nauthor: Ada Quay\n---\n',
      'docs/blog/knots/index.md': '---\ntitle: Knots\ndate: 2023-04-06\nlink: https://other.example\n---\n',
    },
    posts: [
      ['docs/blog/knots/index.md', 'Knots', 'https://vite.example/quay/blog/knots/', '2023-04-06', '', ''],
      [
        'docs/blog/ropes.md',
        'Ropes',
        'https://vite.example/quay/blog/ropes.html',
        '2023-04-05',
        'Ada Quay',
        '',
      ],
    ],
  },
  {
    name: 'VitePress with addresses without endings',
    files: {
      '.vitepress/config/index.ts':
        "export default { srcDir: './src', cleanUrls: true, sitemap: { hostname: 'https://vite.example' } };",
      'src/posts/tar.md': '# Tar\n',
      'README.md': '# Site\n',
    },
    posts: [['src/posts/tar.md', 'Tar', 'https://vite.example/posts/tar', undefined, '', '']],
  },
  {
    name: 'Nuxt Content',
    files: {
      'nuxt.config.ts':
        "export default defineNuxtConfig({ $development: { site: { url: 'http://localhost:3000' } }, image: { url: 'https://other.example', baseURL: '/x' }, app: { baseURL: '/f/' }, site: { url: 'https://nuxt.example', name: 'Fells' } });",
      'content/index.md': '# Home\n',
      'content/2.blog/01.First Fell.md': '---\ntitle: First fell\ndate: 2024-02-03\ntags: [walks]\n---\n',
      'content/2.blog/2024.md': '---\ntitle: A year\ndate: 2024-12-31\n---\n',
      'content/3.about.md': '---\ntitle: About\n---\n',
      'docs/a.md': '# A\n',
    },
    posts: [
      [
        'content/2.blog/01.First Fell.md',
        'First fell',
        'https://nuxt.example/f/blog/first-fell',
        '2024-02-03',
        '',
        'walks',
      ],
      ['content/2.blog/2024.md', 'A year', 'https://nuxt.example/f/blog/2024', '2024-12-31', '', ''],
    ],
  },
  {
    name: 'Next.js with posts as pages',
    files: {
      'next.config.mjs': "export default { basePath: '/n', pageExtensions: ['mdx', 'tsx'] };",
      'next-sitemap.config.js':
        "module.exports = { siteUrl: process.env.SITE_URL || 'https://next.example' };",
      'app/(site)/blog/sand/page.mdx':
        "export const metadata = {\n  title: 'Sand',\n  date: '2025-01-02',\n};\n\nGrains.",
      'pages/posts/silt.mdx': '---\ntitle: Silt\ndate: 2025-01-03\n---\n',
      'app/about/page.mdx': '# About\n',
    },
    posts: [
      ['app/(site)/blog/sand/page.mdx', 'Sand', 'https://next.example/n/blog/sand', '2025-01-02', '', ''],
      ['pages/posts/silt.mdx', 'Silt', 'https://next.example/n/posts/silt', '2025-01-03', '', ''],
    ],
  },
  {
    name: 'Next.js with posts in a folder of their own',
    files: {
      'next.config.js': 'module.exports = {};',
      'data/siteMetadata.js':
        "module.exports = { title: 'Delta', siteUrl: 'https://next.example/', language: 'en' };",
      'src/app/(site)/journal/[slug]/page.tsx': '',
      'src/app/tags/[tag]/page.tsx': '',
      'src/app/api/[id]/route.ts': '',
      'data/journal/2025/reeds.mdx': '---\ntitle: Reeds\ndate: 2025-01-05\n---\n',
      '_posts/2025-01-04-mud.md': '---\ntitle: Mud\nauthor: {name: Bo Reed}\n---\n',
    },
    posts: [
      [
        '_posts/2025-01-04-mud.md',
        'Mud',
        'https://next.example/journal/2025-01-04-mud',
        '2025-01-04',
        'Bo Reed',
        '',
      ],
      [
        'data/journal/2025/reeds.mdx',
        'Reeds',
        'https://next.example/journal/2025/reeds',
        '2025-01-05',
        '',
        '',
      ],
    ],
  },
  {
    name: 'Next.js whose posts nothing says where to find',
    files: {
      'next.config.js': 'module.exports = {};',
      'content/a.md': '---\ntitle: A\ndate: 2025-01-04\n---\n',
    },
    posts: [['content/a.md', 'A', undefined, '2025-01-04', '', '']],
  },
  {
    name: 'Pelican',
    files: {
      'pelicanconf.py':
        "AUTHOR = 'Cara Beak'\nSITENAME = 'Nest'\nSITEURL = ''\n# SITEURL = 'https://wrong.example'\nPATH = 'content'\nARTICLE_URL = '{category}/{date:%Y}/{date:%m}/{slug}/'\n",
      'publishconf.py': "import os\nfrom pelicanconf import *\nSITEURL = 'https://pelican.example'\n",
      'content/birds/gull.md':
        'Title: The gull’s "cry": notes\nDate: 2010-12-03 10:20\nModified: 2011-01-01\nTags: gulls, cries\nAuthors: Dan Wing; Eva Down\n\nIt calls.',
      'content/tern.md':
        'Title: Tern\nDate: 2010-12-04\nCategory: Sea Birds\nSlug: the-tern\nSummary: In short.\n\nText.',
      'content/egg.md': 'Title: Egg\nDate: 2010-12-05\nStatus: draft\n\nText.',
      'content/pages/about.md': 'Title: About\nDate: 2010-12-06\n\nText.',
      'README.md': '# Nest\n',
    },
    posts: [
      [
        'content/birds/gull.md',
        'The gull’s "cry": notes',
        'https://pelican.example/birds/2010/12/the-gulls-cry-notes/',
        '2010-12-03',
        'Dan Wing and Eva Down',
        'gulls, cries',
      ],
      [
        'content/tern.md',
        'Tern',
        'https://pelican.example/sea-birds/2010/12/the-tern/',
        '2010-12-04',
        'Cara Beak',
        'Sea Birds',
      ],
    ],
  },
  {
    name: 'Hugo with a file for each language',
    files: {
      'config/_default/hugo.toml':
        'baseURL = "https://tongues.example/"\ndefaultContentLanguage = "en"\n[uglyURLs]\npost = true\n[permalinks]\npost = "/:year/:month/:slug/"\n',
      'config/_default/languages.en.toml': 'title = "Tongues"\ncontentDir = "content/en"\n',
      'config/_default/languages.pt-br.toml': 'title = "Línguas"\ncontentDir = "content/pt-br"\n',
      'content/en/post/vowel.md':
        '---\ntitle: Vowel\ndate: 2021-05-03\nauthor: "[Ann Lee](https://a.example) Kestrel Labs, [Bo Katz](https://b.example) Mill"\n---\n',
      'content/pt-br/notas/vogal.md': '---\ntitle: Vogal\ndate: 2021-05-04\n---\n',
    },
    posts: [
      [
        'content/en/post/vowel.md',
        'Vowel',
        'https://tongues.example/2021/05/vowel.html',
        '2021-05-03',
        'Ann Lee and Bo Katz',
        '',
      ],
      [
        'content/pt-br/notas/vogal.md',
        'Vogal',
        'https://tongues.example/pt-br/notas/vogal/',
        '2021-05-04',
        '',
        '',
      ],
    ],
  },
  {
    name: 'Hugo with its content mounted from a folder below',
    files: {
      'hugo.yaml':
        'baseURL: https://mount.example/\nmodule:\n  mounts:\n    - source: content/en\n      target: content\n    - source: assets\n      target: assets\npermalinks:\n  blog: /:section/:year/:slug/\n',
      'content/en/blog/first.md': '---\ntitle: First one\ndate: 2021-05-03\n---\n',
    },
    posts: [
      [
        'content/en/blog/first.md',
        'First one',
        'https://mount.example/blog/2021/first-one/',
        '2021-05-03',
        '',
        '',
      ],
    ],
  },
  {
    name: 'Eleventy whose layouts have the addresses of its posts',
    baseUrl: 'https://eleven.example/',
    files: {
      '.eleventy.js': 'module.exports = () => {};\n',
      '_posts/2021-05-03-first.md': '---\ntitle: First\nlayout: post\n---\n',
    },
    posts: [['_posts/2021-05-03-first.md', 'First', undefined, '2021-05-03', '', '']],
  },
  {
    name: 'Starlight',
    files: {
      'astro.config.mjs':
        "import starlight from '@astrojs/starlight';\nconst authors = {\n  ann: {\n    name: 'Ann Lee',\n    url: 'https://a.example',\n  },\n  bo: { name: \"Bo O'Katz\" },\n};\nexport default { site: 'https://star.example', integrations: [starlight({ plugins: [blog({ authors })] })] };\n",
      'src/content/docs/guide.md': '---\ntitle: Guide\n---\n',
      'src/content/docs/blog/first.md': '---\ntitle: First\ndate: 2024-05-03\nauthors: [ann, bo]\n---\n',
      'src/pages/og/[...path].ts': '',
    },
    posts: [
      [
        'src/content/docs/blog/first.md',
        'First',
        'https://star.example/blog/first/',
        '2024-05-03',
        "Ann Lee and Bo O'Katz",
        '',
      ],
    ],
  },
  {
    name: 'Jekyll with the address of a collection among its defaults',
    files: {
      '_config.yml':
        'url: https://shelf.example\ncollections:\n  releases:\n    output: true\ndefaults:\n  - scope: { path: "", type: releases }\n    values: { permalink: "/:year/:title/" }\n',
      '_releases/2020-05-03-first.md': '---\ntitle: First\n---\n',
    },
    posts: [
      ['_releases/2020-05-03-first.md', 'First', 'https://shelf.example/2020/first/', '2020-05-03', '', ''],
    ],
  },
  {
    name: 'Next.js with posts among what it serves',
    baseUrl: 'https://served.example/',
    files: {
      'next.config.js': 'module.exports = {};\n',
      'app/[slug]/page.tsx': '',
      'public/first/index.md': '---\ntitle: First\ndate: 2019-05-03\n---\n',
    },
    posts: [['public/first/index.md', 'First', 'https://served.example/first', '2019-05-03', '', '']],
  },
  {
    name: 'Distill',
    baseUrl: 'https://distill.example/',
    files: {
      '_posts/2021-05-03-first/first.Rmd': '---\ntitle: First\nauthor:\n  - name: Ann Lee\n---\n',
    },
    posts: [
      [
        '_posts/2021-05-03-first/first.Rmd',
        'First',
        'https://distill.example/posts/2021-05-03-first/',
        '2021-05-03',
        'Ann Lee',
        '',
      ],
    ],
  },
  {
    name: 'no generator',
    baseUrl: 'https://plain.example/notes',
    files: {
      'authors.yml': 'sam: Sam Plain\n',
      '2021-01-03-one.md': '# One thing\n\nIt is *so*.',
      'sub/two.md': '---\nauthor: sam\nslug: second\ntags: "a, b; c"\n---\nNo heading.',
      'three.md': '---\ntitle: Three\ncanonical_url: https://elsewhere.example/three?utm_source=x\n---\n',
      'clipped.md':
        '---\ntitle: Clipped\nsource: https://elsewhere.example/clipped\nauthor:\n  - "[[Uma Vale]]"\npublished: 2024-05-06\ncreated: 2025-01-01\n---\n',
      'README.md': '# Read me\n',
      'node_modules/a/readme-like.md': '# No\n',
      '.hidden/four.md': '# No\n',
      'picture.png': '',
    },
    posts: [
      ['2021-01-03-one.md', 'One thing', 'https://plain.example/notes/2021-01-03-one', '2021-01-03', '', ''],
      ['clipped.md', 'Clipped', 'https://elsewhere.example/clipped', '2024-05-06', 'Uma Vale', ''],
      ['sub/two.md', 'Two', 'https://plain.example/notes/second', undefined, 'Sam Plain', 'a, b, c'],
      ['three.md', 'Three', 'https://elsewhere.example/three', undefined, '', ''],
    ],
  },
];
