interface HostileFile {
  readonly name: string;
  readonly text: string;
  /** How many can be read. */
  readonly posts: number;
}

/** Files that grow with a size, by what they hold. */
export const hostile: Readonly<Record<string, (size: number) => HostileFile>> = {
  'doubling @strings': size => ({
    name: 'a.bib',
    text: `@string{s0 = "xxxxxxxxxx"}\n${Array.from({ length: size / 100 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`).join('\n')}\n@misc{a, title = s${Math.floor(size / 100)} # {T}}`,
    posts: 1,
  }),
  'one macro many times': size => ({
    name: 'a.bib',
    text: `@string{s = "${'x'.repeat(10_000)}"}\n@misc{a, title = {T}, note = ${Array(size).fill('s').join('#')}}`,
    posts: 1,
  }),
  'at signs': size => ({ name: 'a.bib', text: '@'.repeat(size), posts: 0 }),
  'at signs and words': size => ({ name: 'a.bib', text: '@a '.repeat(size), posts: 0 }),
  backslashes: size => ({ name: 'a.bib', text: `@misc{a, title = {T${'\\'.repeat(size)}}}`, posts: 1 }),
  'escaped quotation marks': size => ({
    name: 'a.bib',
    text: `@misc{a, title = "T${'\\"'.repeat(size)}o"}`,
    posts: 1,
  }),
  authors: size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, author = {${Array(size).fill('Lee, Ann').join(' and ')}}}`,
    posts: 1,
  }),
  'authors with many commas': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, author = {${'A, '.repeat(size)}}}`,
    posts: 1,
  }),
  'groups in groups': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T${'{'.repeat(size)}${'}'.repeat(size)}}}`,
    posts: 1,
  }),
  'superscripts in superscripts': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T$${'^{'.repeat(size)}${'}'.repeat(size)}$}}`,
    posts: 1,
  }),
  'opening braces': size => ({ name: 'a.bib', text: `@misc{a, title = ${'{'.repeat(size)}`, posts: 0 }),
  'closing braces': size => ({ name: 'a.bib', text: `@misc{a, title = {T}${'}'.repeat(size)}`, posts: 1 }),
  'entries that are not closed': size => ({
    name: 'a.bib',
    text: '@misc{a, title = {T},\n'.repeat(size),
    posts: 0,
  }),
  'entries in parentheses that are not closed': size => ({
    name: 'a.bib',
    text: '@misc(a, title = "T\n'.repeat(size),
    posts: 0,
  }),
  'entries in entries': size => ({
    name: 'a.bib',
    text: `${'@misc{a, title = {'.repeat(size)}${'}}'.repeat(size)}`,
    posts: 1,
  }),
  'entries that nothing is in': size => ({ name: 'a.bib', text: '@misc{}'.repeat(size), posts: 0 }),
  'a long value': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {${'x y '.repeat(size * 10)}}}`,
    posts: 1,
  }),
  'a long word without braces': size => ({
    name: 'a.bib',
    text: `@misc{a, title = ${'x'.repeat(size * 10)}}`,
    posts: 1,
  }),
  'white space': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}${' '.repeat(size)}x${' \n'.repeat(size)}}`,
    posts: 1,
  }),
  'dollar signs': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T${'$'.repeat(size)}\\$${'\\$ $'.repeat(size)}}}`,
    posts: 1,
  }),
  quotes: size => ({ name: 'a.bib', text: `@misc{a, title = {T${"`'``''".repeat(size)}}}`, posts: 1 }),
  'commands without arguments': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T${'\\url{'.repeat(size)}${'}'.repeat(size)}}}`,
    posts: 1,
  }),
  'a loop of crossrefs': size => ({
    name: 'a.bib',
    text: Array.from(
      { length: size },
      (_, at) => `@book{k${at}, title = {T}, crossref = {k${(at + 1) % size}}}`,
    ).join('\n'),
    posts: size,
  }),
  'many heirs of one long entry': size => ({
    name: 'a.bib',
    text: `@book{p, title = {P}, note = {${'x'.repeat(size)}}}\n${Array.from({ length: size / 10 }, (_, at) => `@inbook{k${at}, title = {T}, crossref = {p}}`).join('\n')}`,
    posts: size / 10 + 1,
  }),
  'keys of objects': () => ({
    name: 'a.bib',
    text: '@string{__proto__ = "x"}\n@misc{__proto__, title = __proto__, __proto__ = {polluted}, constructor = {c}, crossref = {__proto__}}\n@constructor{toString, title = {T}, byline = {{"__proto__":{"polluted":1},"custom":{"__proto__":{"polluted":1}}}}}',
    posts: 2,
  }),
  'percent signs': size => ({
    name: 'a.bib',
    text: `%@misc{a\n${'%'.repeat(size)}\n@misc{a, ${'%\n'.repeat(size)} title = {T}}`,
    posts: 1,
  }),
  'plain words': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T${' word'.repeat(size * 4)}}}`,
    posts: 1,
  }),
  'comments between fields': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T},${'%\n'.repeat(size * 10)}}`,
    posts: 1,
  }),
  'white space in RIS': size => ({
    name: 'a.ris',
    text: `TY  - JOUR\nTI  - T\nKW  - a${' '.repeat(size)}b\nUR  - http://a.example${' '.repeat(size)}b\nPY  - 2020${' '.repeat(size)}b\nAU  - ${'a '.repeat(size)},\nER  - \n`,
    posts: 1,
  }),
  'white space behind an entry type': size => ({
    name: 'a',
    text: `- title: T\n@a{${' '.repeat(size)}x @a${' '.repeat(size)}\n`,
    posts: 0,
  }),
  'white space in comments of YAML': size => ({
    name: 'a.yaml',
    text: `references: #${' '.repeat(size)}x\n${'references:\n'.repeat(size / 10)}#${' '.repeat(size)}\n`,
    posts: 0,
  }),
  'RIS tags without a record': size => ({ name: 'a.ris', text: 'AU  - Lee, Ann\n'.repeat(size), posts: 0 }),
  'RIS authors': size => ({
    name: 'a.ris',
    text: `TY  - JOUR\nTI  - T\n${'AU  - Lee, Ann\n'.repeat(size)}ER  - \n`,
    posts: 1,
  }),
  'RIS records without an end': size => ({
    name: 'a.ris',
    text: 'TY  - JOUR\nTI  - T\n'.repeat(size),
    posts: size,
  }),
  'a long line of RIS': size => ({
    name: 'a.ris',
    text: `TY  - JOUR\nTI  - T\nN1  - ${', '.repeat(size * 10)}\nER  - \n`,
    posts: 1,
  }),
  'RIS keys of objects': () => ({
    name: 'a.ris',
    text: 'TY  - __proto__\nTI  - T\nC8  - byline {"__proto__":{"polluted":1}}\nER  - \n',
    posts: 1,
  }),
  'YAML aliases of aliases': () => ({
    name: 'a.yaml',
    text: `- title: A\n- title: T\n  a0: &a0 [x, x]\n${Array.from({ length: 9 }, (_, at) => `  a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`).join('\n')}\n`,
    posts: 1,
  }),
  'YAML aliases in brackets': () => ({
    name: 'a.yaml',
    text: `references: [{title: A, a0: &a0 [x, x], ${Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`).join(', ')}}]\n`,
    posts: 0,
  }),
  'YAML lists in lists': size => ({
    name: 'a.yaml',
    text: `- title: A\n- title: ${'['.repeat(size)}\n- title: ${'- '.repeat(size)}\n`,
    posts: 1,
  }),
  'YAML keys': size => ({
    name: 'a.yaml',
    text: `- title: A\n${Array.from({ length: size }, (_, at) => `  k${at}: v`).join('\n')}\n`,
    posts: 1,
  }),
  'YAML items': size => ({ name: 'a.yaml', text: `- title: A\n`.repeat(size / 10), posts: size / 10 }),
  'a long value of YAML': size => ({
    name: 'a.yaml',
    text: `- title: A\n  note: "${'x '.repeat(size * 10)}"\n`,
    posts: 1,
  }),
  'YAML keys of objects': () => ({
    name: 'a.yaml',
    text: '- title: T\n  __proto__: {polluted: 1}\n  constructor: {prototype: {polluted: 1}}\n  <<: {__proto__: {polluted: 1}}\n  author: [{family: Lee, __proto__: {polluted: 1}}]\n',
    posts: 1,
  }),
  'YAML lines of dashes': size => ({
    name: 'a.yaml',
    text: `references:\n${'-\n'.repeat(size / 10)}`,
    posts: 0,
  }),
  'blank lines and comments': size => ({
    name: 'a.yaml',
    text: `references:\n${'\n#\n \n'.repeat(size)}- title: T\n`,
    posts: 1,
  }),
  'white space in a date': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, date = {2020${' '.repeat(size)}X}, year = {20${' '.repeat(size)}X}}`,
    posts: 1,
  }),
  'slashes in a date of RIS': size => ({
    name: 'a.ris',
    text: `TY  - JOUR\nTI  - T\nDA  - ${'/'.repeat(size)}x\nPY  - 2020/${' '.repeat(size)}\nx\nER  - \n`,
    posts: 1,
  }),
  'dates of RIS': size => ({
    name: 'a.ris',
    text: `TY  - JOUR\nTI  - T\n${'DA  - in a year\n'.repeat(size / 10)}ER  - \n`,
    posts: 1,
  }),
  'lines that go on in RIS': size => ({
    name: 'a.ris',
    text: `TY  - JOUR\nTI  - T\nN1  - a\n${'b\n'.repeat(size)}ER  - \n`,
    posts: 1,
  }),
  'keywords of RIS': size => ({
    name: 'a.ris',
    text: `TY  - JOUR\nTI  - T\n${Array.from({ length: size / 10 }, (_, at) => `KW  - k${at}; k\n`).join('')}ER  - \n`,
    posts: 1,
  }),
  'records of RIS with one key': size => ({
    name: 'a.ris',
    text: 'TY  - JOUR\nID  - a\nTI  - T\nER  - \n'.repeat(size / 10),
    posts: size / 10,
  }),
  'nothing but "and"': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, author = {${'and '.repeat(size)}}}`,
    posts: 1,
  }),
  'names in braces': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, author = {${Array(Math.floor(size / 10))
      .fill('{A {B} and C}')
      .join(' and ')}}}`,
    posts: 1,
  }),
  'a name of many words': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, author = {${'Ann van '.repeat(size / 5)}, ${'de la '.repeat(size / 5)}}}`,
    posts: 1,
  }),
  'a long key': size => ({
    name: 'a.bib',
    text: `@misc{${'k '.repeat(size)}, title = {T}}@misc{${'{}'.repeat(size)}, title = {T}}`,
    posts: 2,
  }),
  'entries with one key': size => ({
    name: 'a.bib',
    text: '@misc{a, title = {T}, crossref = {a}}\n'.repeat(size / 10),
    posts: size / 10,
  }),
  'a chain of crossrefs': size => ({
    name: 'a.bib',
    text: Array.from(
      { length: size / 10 },
      (_, at) =>
        `@inbook{k${at}, title = {T}, note${at} = {N}, crossref = {k${at + 1}}, xdata = {k${at + 2}}}`,
    ).join('\n'),
    posts: size / 10,
  }),
  'lists of crossrefs': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}}\n${`@misc{b, title = {T}, xdata = {${'a,'.repeat(400)}}, crossref = {${'x, '.repeat(300)}}}\n`.repeat(size / 1000)}`,
    posts: size / 1000 + 1,
  }),
  'fields of one entry': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T},${Array.from({ length: size / 5 }, (_, at) => `f${at}=1,`).join('')}}`,
    posts: 1,
  }),
  'one field many times': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T},${'f = {},'.repeat(size / 5)}}`,
    posts: 1,
  }),
  'an heir of very many fields': size => ({
    name: 'a.bib',
    text: `@xdata{p,${Array.from({ length: size / 20 }, (_, at) => `f${at}=1,`).join('')}}\n${'@misc{a, title = {T}, xdata = {p}}\n'.repeat(size / 100)}`,
    posts: size / 100,
  }),
  'very many @strings': size => ({
    name: 'a.bib',
    text: `${Array.from({ length: size / 2 }, (_, at) => `@string{s${at} = "x"}\n`).join('')}@misc{a, title = {T}}`,
    posts: 1,
  }),
  'accents of accents': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T${"\\'".repeat(size)} ${"\\'{\\^".repeat(size / 10)}${'}'.repeat(size / 10)}}}`,
    posts: 1,
  }),
  mathematics: size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T $${'a_b^{c}\\frac{1}{2}'.repeat(size / 10)}$}}`,
    posts: 1,
  }),
  'keywords of BibTeX': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, keywords = {${Array.from({ length: size / 5 }, (_, at) => `{k}${at}`).join(',')}}}`,
    posts: 1,
  }),
  'addresses that do not end': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, note = {${'\\url '.repeat(size / 10)}${'\\href'.repeat(size / 10)}${' '.repeat(size)}}, url = {${'\\~ {'.repeat(size / 10)}${'}'.repeat(size / 10)}}}`,
    posts: 1,
  }),
  'commands and white space': size => ({
    name: 'a.bib',
    text: `@misc{a, title = {T}, ${'@ '.repeat(size)}}\n@${' '.repeat(size)}x`,
    posts: 1,
  }),
  'YAML items in brackets': size => ({
    name: 'a.yaml',
    text: `references: [${'{title: A}, '.repeat(size / 2)}]\n`,
    posts: size / 2,
  }),
  'a list in a YAML item': size => ({
    name: 'a.yaml',
    text: `- title: A\n  note: [${'a, '.repeat(size / 2)}]\n- title: B\n  author:\n${'    - family: Lee\n'.repeat(size / 10)}`,
    posts: 2,
  }),
  'anchors and aliases in many YAML items': size => ({
    name: 'a.yaml',
    text: `- title: &a A\n  x: *a\n  y: [*a, *a]\n`.repeat(size / 50),
    posts: size / 50,
  }),
  'YAML merge keys': size => ({
    name: 'a.yaml',
    text: `- title: A\n  b: &b {c: d}\n${'  <<: *b\n'.repeat(size / 20)}`,
    posts: 0,
  }),
  'a quoted text of YAML that does not end': size => ({
    name: 'a.yaml',
    text: `- title: A\n- title: "${'x\\n\n    '.repeat(size / 10)}\n`,
    posts: 1,
  }),
  'Markdown in a title of YAML': size => ({
    name: 'a.yaml',
    text: `- title: "${'*a_b '.repeat(390)}"\n`.repeat(size / 2000),
    posts: size / 2000,
  }),
};
