import {
  type DocumentBibliography,
  findBibliographies,
  mayHaveBibliography,
  readDocumentBibliography,
  updateBibliography,
} from '../core/bibliography';
import type { CslFormatter } from '../core/csl/formatter';
import { shippedStyles } from '../core/csl/shipped';
import { type Dialect, DocumentAnalysis, dialectOf, type KnownPosts } from '../core/document';
import { isNotebook } from '../core/document/notebook';
import { check as checkDocument, type Finding, type StaleList } from '../core/health';
import { bibliographyRoot } from './bibliographyRoot';
import {
  type Command,
  loadOptions,
  type Options,
  oneOf,
  requireFrom,
  requireWords,
  UsageError,
} from './command';
import { cslFormatter } from './cslFiles';
import { counted } from './describe';
import { checkInput, knownPosts, readDocument, writeDocument } from './document';
import { documentPaths } from './documentPaths';
import { type CheckedDocument, formatFindings } from './findings';
import { mended } from './mended';
import { findInNotebook, notebookMatter } from './notebook';
import type { CommandLinePorts } from './ports';
import { levels, severitiesOf } from './severities';

/** `byline check GLOB… --from WHERE`: what is wrong with the citations of documents. */
export const check: Command = {
  options: [...loadOptions, 'level', 'severity', 'fix', 'style', 'locale'],

  locations(words, options) {
    requireWords(words, 'which documents to check');
    oneOf('--level', options.level, levels, 'information');
    severitiesOf(options);
    const locations = requireFrom(options);
    for (const word of words) checkInput(word, locations, options.fix);
    return locations;
  },

  async answer(posts, words, options, ports) {
    if (posts.length === 0) return undefined;
    const known = knownPosts(posts);
    const style = await styleOf(options, ports);
    const paths = await documentPaths(words, ports.files, ports.uriOf);
    const documents: CheckedDocument[] = [];
    const unread: string[] = [];
    const told: string[] = [];
    /** What was not read of bibliographies, which the documents of a book have in common, and for whom. */
    const lacking = new Map<string, string[]>();
    const check = checking(known, style, options, ports);
    for (const path of paths) {
      try {
        const { note, lack, ...document } = await check(path);
        documents.push(document);
        if (note !== undefined) told.push(note);
        if (lack === undefined) continue;
        lacking.get(lack)?.push(path) ?? lacking.set(lack, [path]);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        unread.push(error.message);
      }
    }
    for (const [lack, [first, ...more]] of lacking) {
      told.push(`${first}${more.length > 0 ? ` and ${counted(more.length, 'more document')}` : ''}: ${lack}`);
    }
    const count = documents.reduce((sum, { findings }) => sum + findings.length, 0);
    const sum = `${counted(documents.length, 'document')} checked, ${count === 0 ? 'nothing' : counted(count, 'finding')}`;
    return {
      text: formatFindings(documents, options.format ?? 'text', ports.uriOf),
      notes: [...unread, ...told, `${sum}${count === 0 ? ' found' : ''}.`],
      code: count + unread.length === 0 ? 0 : 1,
    };
  },
};

/** The style of the lists of references, where one is given. */
async function styleOf(
  { style, locale }: Options,
  ports: CommandLinePorts,
): Promise<CslFormatter | undefined> {
  const isSaid = style !== undefined || locale !== undefined;
  return isSaid ? cslFormatter(style ?? shippedStyles[0], locale, ports) : undefined;
}

interface Checked extends CheckedDocument {
  /** What was mended. */
  readonly note?: string;
  /** What was not read of the document's bibliographies. */
  readonly lack?: string;
}

/** Checks one document after the other, whose bibliographies are read once. */
function checking(
  known: KnownPosts,
  style: CslFormatter | undefined,
  options: Options,
  ports: CommandLinePorts,
): (path: string) => Promise<Checked> {
  const level = levels.indexOf(oneOf('--level', options.level, levels, 'information'));
  const severities = severitiesOf(options);
  const contents = new Map<string, DocumentBibliography>();
  return async path => {
    const text = (await readDocument(path, ports)) ?? '';
    const dialect = dialectOf(path);
    const root = bibliographyRoot(path, ports.uriOf);
    const matter = isNotebook(path) ? notebookMatter(text) : text;
    const uri = ports.uriOf(path);
    const named = await findBibliographies({ uri, text: matter, root, files: ports.files });
    const bibliography = await readDocumentBibliography(named, ports.files, contents);
    const findIn = (of: string): Finding[] =>
      checkDocument(new DocumentAnalysis(of, dialect), known, {
        severities,
        bibliography,
        ...(style && { stale: staleLists(of, dialect, known, style) }),
      }).filter(({ severity }) => levels.indexOf(severity) <= level);
    const find = (of: string): Finding[] => (isNotebook(path) ? findInNotebook(of, findIn) : findIn(of));
    const isLacking = bibliography !== undefined && !bibliography.isWhole;
    const lack = isLacking ? { lack: unreadText(named.elsewhere, bibliography.missing) } : {};
    if (!options.fix) return { path, text, findings: find(text), ...lack };
    const { text: fixed, counts } = mended(text, find);
    const document = { path, text: fixed, findings: find(fixed), ...lack };
    if (fixed === text) return document;
    await writeDocument(path, fixed, ports);
    const kinds = [...counts].map(([code, count]) => `${count} ${code}`);
    return { ...document, note: `${path}: mended ${kinds.join(', ')}.` };
  };
}

/** Why nothing is said of keys that no post has. */
function unreadText(elsewhere: readonly string[], missing: readonly string[]): string {
  const names = [
    ...missing.map(uri => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))),
    ...elsewhere,
  ];
  return `The bibliography ${names.join(', ')} was not read, so keys that no post has may stand there.`;
}

/** Where writing them anew would change the lists of references. */
function staleLists(text: string, dialect: Dialect, known: KnownPosts, style: CslFormatter): StaleList[] {
  if (!mayHaveBibliography(text)) return [];
  const { edits, lists } = updateBibliography(text, dialect, known, style);
  const [edit] = lists > 0 ? edits : [];
  if (!edit) return [];
  const changed = edit.text.trim() || text.slice(edit.start, edit.end).trim();
  return [{ start: edit.start, end: edit.end, detail: changed.split(/[\r\n]/, 1)[0]! }];
}
