import { findBibliographies, keysIn } from '../core/bibliography';
import { DocumentAnalysis, dialectOf, type KnownPosts } from '../core/document';
import {
  check as checkDocument,
  defaultSeverities,
  type Finding,
  type FindingCode,
  findingCodes,
  type Severity,
} from '../core/health';
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
import { counted } from './describe';
import { knownPosts, readDocument, writeDocument } from './document';
import { documentPaths } from './documentPaths';
import { type CheckedDocument, formatFindings } from './findings';
import { mended } from './mended';
import type { CommandLinePorts } from './run';

/** From the gravest on. */
const severities = ['error', 'warning', 'information', 'hint'] as const;

/** `byline check GLOB… --from WHERE`: what is wrong with the citations of documents. */
export const check: Command = {
  options: [...loadOptions, 'level', 'severity', 'fix'],

  locations(words, options) {
    requireWords(words, 'which documents to check');
    oneOf('--level', options.level, severities, 'information');
    severitiesOf(options);
    return requireFrom(options);
  },

  async answer(posts, words, options, ports) {
    if (posts.length === 0) return undefined;
    const known = knownPosts(posts);
    const paths = await documentPaths(words, ports.files, ports.uriOf);
    const documents: CheckedDocument[] = [];
    const unread: string[] = [];
    const fixes: string[] = [];
    for (const path of paths) {
      try {
        const { mending, ...document } = await checked(path, known, options, ports);
        documents.push(document);
        if (mending) fixes.push(mending);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        unread.push(error.message);
      }
    }
    const count = documents.reduce((sum, { findings }) => sum + findings.length, 0);
    const sum = `${counted(documents.length, 'document')} checked, ${count === 0 ? 'nothing' : counted(count, 'finding')}`;
    return {
      text: formatFindings(documents, options.format ?? 'text', ports.uriOf),
      notes: [...unread, ...fixes, `${sum}${count === 0 ? ' found' : ''}.`],
      code: count + unread.length === 0 ? 0 : 1,
    };
  },
};

async function checked(
  path: string,
  known: KnownPosts,
  options: Options,
  ports: CommandLinePorts,
): Promise<CheckedDocument & { readonly mending?: string }> {
  const text = (await readDocument(path, ports)) ?? '';
  const dialect = dialectOf(path);
  const root = bibliographyRoot(path, ports.uriOf);
  const uris = await findBibliographies({ uri: ports.uriOf(path), text, root, files: ports.files });
  const there = await Promise.all(uris.map(uri => ports.files.read(uri, 1)));
  // A file that is not there may be made as the document is rendered.
  const isWhole = uris.length > 0 && there.every(bytes => bytes !== undefined);
  const keys = isWhole ? await keysIn(uris, ports.files) : undefined;
  const level = severities.indexOf(oneOf('--level', options.level, severities, 'information'));
  const chosen = severitiesOf(options);
  const find = (of: string): Finding[] =>
    checkDocument(new DocumentAnalysis(of, dialect), known, {
      severities: chosen,
      ...(keys && { bibliographyKeys: keys }),
    }).filter(({ severity }) => severities.indexOf(severity) <= level);
  if (!options.fix) return { path, text, findings: find(text) };
  const { text: fixed, counts } = mended(text, find);
  const document = { path, text: fixed, findings: find(fixed) };
  if (fixed === text) return document;
  await writeDocument(path, fixed, ports);
  const kinds = [...counts].map(([code, count]) => `${count} ${code}`);
  return { ...document, mending: `${path}: mended ${kinds.join(', ')}.` };
}

/** Of `--severity CODE=SEVERITY`, for one code each. */
function severitiesOf({ severity = [] }: Options): Partial<Record<FindingCode, Severity>> {
  return Object.fromEntries(
    severity.map(one => {
      const [code, value] = one.split('=');
      const name = findingCodes.find(known => known === code);
      const found = ([...severities, 'off'] as const).find(known => known === value);
      if (!name || !found) {
        throw new UsageError(
          `--severity takes CODE=SEVERITY, not “${one}”: codes are ${Object.keys(defaultSeverities).join(', ')}; severities are ${severities.join(', ')}, off.`,
        );
      }
      return [name, found];
    }),
  );
}
