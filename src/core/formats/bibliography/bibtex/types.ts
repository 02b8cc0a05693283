/** CSL types of the entry types of BibTeX, BibLaTeX and programs that export it, the usual one for a CSL type first. */
const table = `
  article article-journal
  magazine_article article-magazine
  newspaper_article article-newspaper
  newspaper article-newspaper
  periodical periodical
  suppperiodical article-journal
  review review
  book book
  mvbook book
  ebook book
  collection book
  mvcollection book
  reference book
  mvreference book
  proceedings book
  mvproceedings book
  booklet pamphlet
  inbook chapter
  bookinbook chapter
  suppbook chapter
  book_section chapter
  incollection chapter
  suppcollection chapter
  inreference entry-encyclopedia
  inproceedings paper-conference
  conference paper-conference
  conference_proceedings paper-conference
  online webpage
  electronic webpage
  www webpage
  web_page webpage
  webpage webpage
  misc document
  generic document
  techreport report
  report report
  manual book
  standard standard
  thesis thesis
  phdthesis thesis
  mastersthesis thesis
  bachelorsthesis thesis
  unpublished manuscript
  talk speech
  patent patent
  software software
  softwareversion software
  softwaremodule software
  dataset dataset
  jurisdiction legal_case
  legislation legislation
  legal bill
  letter personal_communication
  artwork graphic
  image figure
  audio song
  music song
  performance performance
  movie motion_picture
  film motion_picture
  video motion_picture
  map map
  set document
  xdata document
`;

const rows = table
  .trim()
  .split('\n')
  .map(row => row.trim().split(' ') as [string, string]);

/** By entry type in lower case. */
export const cslTypes: ReadonlyMap<string, string> = new Map(rows);

/** By CSL type. */
export const entryTypes: ReadonlyMap<string, string> = new Map(
  [...rows].reverse().map(([entry, csl]) => [csl, entry]),
);
