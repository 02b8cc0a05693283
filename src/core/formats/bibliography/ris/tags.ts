/** CSL types of the reference types of RIS, the usual one for a CSL type first. */
const types = `
  BLOG post-weblog
  ELEC webpage  WEB webpage  ICOMM webpage
  GEN document  UNPB manuscript  MANSCPT manuscript
  JOUR article-journal  EJOUR article-journal  JFULL periodical  ABST article-journal  INPR article-journal
  MGZN article-magazine  NEWS article-newspaper
  BOOK book  EBOOK book  EDBOOK book  WHOLE book  SER book  CLSWK book
  CHAP chapter  ECHAP chapter  CONF paper-conference  CPAPER paper-conference
  ENCYC entry-encyclopedia  DICT entry-dictionary
  RPRT report  GOVDOC report  STAND standard  THES thesis  PAT patent
  PAMP pamphlet  DATA dataset  AGGR dataset  COMP software  MPCT motion_picture  VIDEO motion_picture  ADVS motion_picture
  SOUND song  MUSIC musical_score  MAP map  ART graphic  FIGURE figure  SLIDE speech  PCOMM personal_communication
  CASE legal_case  HEAR hearing  BILL bill  STAT legislation  LEGAL legislation  UNBILL bill
`;

const rows = types
  .trim()
  .split(/\s{2,}/)
  .map(row => row.split(' ') as [string, string]);

export const cslTypes: ReadonlyMap<string, string> = new Map(rows);
export const risTypes: ReadonlyMap<string, string> = new Map(
  [...rows].reverse().map(([ris, csl]) => [csl, ris]),
);

/** Tags that hold one text for a CSL variable, in the order of precedence; the first of a variable is written. */
export const textTags: readonly (readonly [tag: string, variable: string])[] = [
  ['TI', 'title'],
  ['T1', 'title'],
  ['CT', 'title'],
  ['ID', 'id'],
  ['T2', 'container-title'],
  ['JF', 'container-title'],
  ['JO', 'container-title'],
  ['BT', 'container-title'],
  ['J2', 'container-title-short'],
  ['JA', 'container-title-short'],
  ['T3', 'collection-title'],
  ['ST', 'title-short'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['PP', 'publisher-place'],
  ['ET', 'edition'],
  ['NV', 'number-of-volumes'],
  ['M3', 'genre'],
  ['DB', 'source'],
  ['CN', 'call-number'],
  ['LA', 'language'],
];

/** Tags of names, in the order in which they are read. */
export const nameTags: readonly (readonly [tag: string, variable: string])[] = [
  ['AU', 'author'],
  ['A1', 'author'],
  ['ED', 'editor'],
  ['A2', 'editor'],
  ['A3', 'collection-editor'],
  ['A4', 'translator'],
];

/** All tags that a variable is read from: these lines go when the variable is said anew. */
export const tagsOfVariable: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...[...textTags, ...nameTags].map(
    ([, variable]) =>
      [variable, [...textTags, ...nameTags].filter(row => row[1] === variable).map(([tag]) => tag)] as const,
  ),
  ['type', ['TY']],
  ['issued', ['DA', 'PY', 'Y1']],
  ['accessed', ['Y2']],
  ['URL', ['UR', 'L2']],
  ['DOI', ['DO']],
  ['page', ['SP', 'EP']],
  ['ISBN', ['SN']],
  ['ISSN', ['SN']],
  ['keyword', ['KW']],
  ['abstract', ['AB', 'N2']],
  ['note', ['N1', 'RN']],
  ['custom', ['C8']],
]);
