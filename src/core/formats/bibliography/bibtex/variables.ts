/** Fields that hold one text for a CSL variable; of several for one variable, the first that is there. */
const table = `
  publisher publisher
  institution publisher
  school publisher
  organization publisher
  location publisher-place
  address publisher-place
  city publisher-place
  volume volume
  volumes number-of-volumes
  edition edition
  series collection-title
  chapter chapter-number
  isbn ISBN
  issn ISSN
  pmid PMID
  pmcid PMCID
  version version
  type genre
  pagetotal number-of-pages
  numpages number-of-pages
  part part-number
  shorttitle title-short
  shortjournal container-title-short
  eventtitle event-title
  venue event-place
  library call-number
  pubstate status
  annotation annote
  annote annote
  scale scale
`;

const rows = table
  .trim()
  .split('\n')
  .map(row => row.trim().split(' ') as [string, string]);

/** The rows as [field, variable], in the order of precedence. */
export const textVariables: readonly (readonly [field: string, variable: string])[] = rows;

/** Lists of names, as [field, variable]. */
export const nameVariables: readonly (readonly [field: string, variable: string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['bookauthor', 'container-author'],
  ['director', 'director'],
];

/**
 * All fields that a variable was read from: they go when the variable is said anew. `URL` stands beside `DOI` and
 * `archive_location`, which it may have been made of.
 */
export const fieldsOfVariable: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...rows.map(
    ([, variable]) => [variable, rows.filter(row => row[1] === variable).map(([field]) => field)] as const,
  ),
  ...nameVariables.map(([field, variable]) => [variable, [field]] as const),
  ['title', ['title', 'subtitle']],
  [
    'container-title',
    ['blogtitle', 'journaltitle', 'journalsubtitle', 'journal', 'booktitle', 'booksubtitle', 'maintitle'],
  ],
  ['issued', ['date', 'year', 'month', 'day']],
  ['accessed', ['urldate', 'lastaccessed', 'lastchecked']],
  ['original-date', ['origdate']],
  ['event-date', ['eventdate']],
  ['URL', ['url', 'link', 'ee']],
  ['DOI', ['doi']],
  ['archive', ['eprinttype', 'archiveprefix']],
  ['archive_location', ['eprint']],
  ['page', ['pages', 'eid']],
  ['issue', ['issue', 'number']],
  ['number', ['number']],
  ['collection-number', ['number']],
  ['keyword', ['keywords', 'keyword']],
  ['abstract', ['abstract']],
  ['note', ['note']],
  ['medium', ['howpublished']],
  ['language', ['langid', 'hyphenation', 'language']],
  ['type', ['entrysubtype']],
  ['custom', ['byline']],
]);
