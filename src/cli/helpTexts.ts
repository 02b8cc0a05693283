import { defaultSeverities, findingCodes } from '../core/health';
import { rules } from './sarif';

/** What a command's help says of it. */
export interface CommandHelp {
  /** The words behind the command's name; one line a way of calling it. */
  readonly usage: readonly string[];
  /** In one line of the list of commands. */
  readonly summary: string;
  /** What there is to know beyond that, paragraph by paragraph; "~" is a blank that does not break. */
  readonly about?: readonly string[];
  /** As typed, and what it means; those that are always needed first. */
  readonly options: readonly (readonly [option: string, text: string])[];
  /** When it ends with 0, and when with 1; 2 is the same for all. */
  readonly codes: readonly [done: string, failed: string];
  readonly example: string;
}

const from = ['--from WHERE', 'where the posts are; may be given several times'] as const;
const loading = [
  [
    '--base URL',
    'the page’s own address, which relative addresses resolve against; of a folder, the address at which its posts are published',
  ],
  [
    '--allow-host HOST',
    'reads addresses of this host, though it is this computer or in a private network; HOST:PORT for another port; may be given several times',
  ],
] as const;
const json = ['--format text|json', 'json is for programs; text unless said'] as const;
const locale = ['--locale LANGUAGE', 'the language that the style speaks, a tag such as de-DE'] as const;

const where =
  'WHERE is a file, an address (http, https), a folder of Markdown posts, or - for standard input. Files and addresses may be feeds (RSS, Atom, JSON Feed), pages that list posts (HTML, text, Markdown), the page of one post, bibliographies (CSL-JSON, CSL-YAML, BibTeX, RIS) and OPML outlines, whose feeds are named and not read. Only addresses that are given are requested, two at once of a host.';
const style =
  'STYLE is apa, chicago-author-date, chicago-fullnote-bibliography, chicago-note-bibliography, ieee or a .csl file.';

/** In the order in which the list of commands has them. */
export const commandHelps = {
  read: {
    usage: ['WHERE…'],
    summary: 'The posts of files, folders and addresses, and what each of these was taken for.',
    about: [
      where,
      'Posts are told by key, date, title, authors and address, parted by tabs; in JSON they are CSL-JSON.',
    ],
    options: [['--from WHERE', 'the same as the word WHERE'], ...loading, json],
    codes: ['posts were found, or feeds of an outline', 'nothing usable was found'],
    example: 'byline read archive.html --base https://example.com/blog/ --format json > posts.json',
  },
  list: {
    usage: ['--from WHERE…'],
    summary: 'The posts in groups.',
    about: [where],
    options: [
      from,
      ['--by author|topic|publication|year', 'what to group by; author unless said'],
      ...loading,
      json,
    ],
    codes: ['there are posts', 'there are none'],
    example: 'byline list --by topic --from posts.json',
  },
  search: {
    usage: ['QUERY… --from WHERE…'],
    summary: 'The posts that a query finds, best first.',
    about: [
      'Words may be sloppy. Operators: author:kim topic:security in:netflix from:medium.com year:2019..2021 is:provisional has:url "two words" -word.',
      where,
    ],
    options: [from, ['--limit N', 'how many at most; 10 unless said'], ...loading, json],
    codes: ['posts were found', 'none was found'],
    example: 'byline search netflx consolme --from posts.json',
  },
  cite: {
    usage: [
      'KEY-OR-QUERY… --from WHERE…',
      'KEY-OR-QUERY… --from WHERE… --in DOCUMENT [--at LINE:COLUMN] [--write]',
    ],
    summary: 'The Markdown that cites a post, or a document with the citation in it.',
    about: ['Of a query, the best post is cited. A document may be - for standard input.', where, style],
    options: [
      from,
      [
        '--as inlineLink|referenceLink|footnote|pandoc|csl',
        'the form of the citation; inlineLink unless said, csl with --style or --locale',
      ],
      ['--style STYLE', 'the citation style of csl; apa unless said'],
      locale,
      ['--in DOCUMENT', 'the document to cite in: at its end, or at --at'],
      [
        '--at LINE:COLUMN',
        'both from 1; a column is a UTF-16 unit, as editors count, so that most emoji take two',
      ],
      ['--write', 'changes the document instead of printing it'],
      ...loading,
      json,
    ],
    codes: ['the post is cited', 'no post was found, or the format cannot cite it'],
    example: 'byline cite netflx consolme --from posts.json --as footnote --in notes.md --write',
  },
  bibliography: {
    usage: ['DOCUMENT --from WHERE…'],
    summary: 'A document with its list of references brought up to date.',
    about: [
      'The list stands between the lines <!--~bibliography~--> and <!--~/bibliography~--> (in MDX {/*~…~*/}); the numbers of a numeric style are put right too. --write changes the file instead of printing it, and adds the posts that are cited as [@key] to the bibliography that the document or its Quarto project names. The document may be - for standard input.',
      where,
      style,
    ],
    options: [
      from,
      ['--style STYLE', 'the citation style; apa unless said'],
      locale,
      ['--write', 'changes the files instead of printing the document'],
      ...loading,
    ],
    codes: ['the document is up to date', 'something in it has to be mended first, or nothing was found'],
    example: 'byline bibliography notes.md --from posts.json --style ieee --write',
  },
  check: {
    usage: ['DOCUMENT… --from WHERE…'],
    summary: 'What is wrong with the citations of documents.',
    about: [
      "Documents are files, folders (all Markdown files and notebooks in them), patterns such as 'docs/**/*.md', or - for standard input. Each finding is a line: path:line:column: severity code message.",
      '<!--~byline-ignore~--> before a block, a list being one, or at the end of a line, or <!--~byline-ignore-file~-->, ignores findings, or only those of the codes behind it.',
      where,
      style,
    ],
    options: [
      from,
      ['--level error|warning|information|hint', 'the least that counts; information unless said'],
      ['--severity CODE=SEVERITY', 'how much a code counts (off: not at all); may be given several times'],
      ['--fix', 'mends in the files what has one right answer'],
      ['--style STYLE', 'finds lists of references that “byline bibliography” would change in this style'],
      locale,
      ...loading,
      ['--format text|json|sarif', 'json and sarif are for programs; text unless said'],
    ],
    codes: ['nothing is wrong', 'there are findings, or there is nothing to check against'],
    example: "byline check 'docs/**/*.md' --from posts.json --format sarif > citations.sarif",
  },
  export: {
    usage: ['[QUERY…] --from WHERE… --as FORMAT'],
    summary: 'The posts, or those that a query finds, in another format.',
    about: [
      'An outline (opml) names the feeds that the posts came from, as far as they are among WHERE: as addresses of feeds, or in an outline. A reading list (markdown) has a link to each post, newest first. What is written does not say where Byline read the posts.',
      where,
    ],
    options: [
      from,
      ['--as csl-json|bibtex|ris|opml|markdown', 'the format'],
      ['--by author|topic|publication|year', 'the groups of a reading list; none unless said'],
      ['--out FILE', 'writes this file, over the one that is there, instead of printing the text'],
      ...loading,
    ],
    codes: ['posts were exported', 'no post was found, or no feed of an outline'],
    example: 'byline export topic:security year:2020.. --from posts.json --as bibtex --out security.bib',
  },
  mcp: {
    usage: ['--from FILE…'],
    summary: 'Serves assistants over the Model Context Protocol, until its input ends.',
    about: [
      'On standard input and output, assistants search and cite the posts of library files and bibliographies (CSL-JSON, CSL-YAML, BibTeX, RIS), which are read again when they change, and check what they wrote, in Markdown files in the current folder and below.',
      style,
    ],
    options: [
      ['--from FILE', 'a library file or bibliography; may be given several times'],
      [
        '--as inlineLink|referenceLink|footnote|pandoc|csl',
        'how to cite where nobody says it; inlineLink unless said',
      ],
      ['--style STYLE', 'the citation style of csl; apa unless said'],
      locale,
      ['--link-text TEMPLATE', 'the text of links, as in the setting byline.wording.linkText'],
      ['--note TEMPLATE', 'footnotes and posts without address, as in byline.wording.note'],
      [
        '--severity CODE=SEVERITY',
        'how much a code counts, as for “byline check”; may be given several times',
      ],
    ],
    codes: ['its input ended', ''],
    example: 'byline mcp --from posts.json --as footnote',
  },
} as const satisfies Readonly<Record<string, CommandHelp>>;

/** What `check` finds, with what each says and how much it counts. */
export const findingHelps = findingCodes.map(
  code => [code, `${rules[code]} (${defaultSeverities[code]})`] as const,
);
