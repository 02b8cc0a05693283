import { resolve } from 'node:path';
import { citedPosts, unreadableKeyText } from '../core/bibliography';
import {
  appendToCluster,
  type CitationFormat,
  type CiteRequest,
  citationFormats,
  cite as citeInDocument,
  clusterAt,
  isPandocKey,
  renderCitation,
} from '../core/citation';
import { shippedStyles } from '../core/csl/shipped';
import { DocumentAnalysis, dialectOf, isNotebook } from '../core/document';
import { offsetAt } from '../core/document/position';
import { applyEdits } from '../core/document/textEdit';
import { isProvisional, type Post } from '../core/post';
import { createSearch } from '../core/search';
import {
  type Answer,
  type Command,
  json,
  loadOptions,
  type Options,
  oneOf,
  requireFrom,
  requireWords,
  UsageError,
} from './command';
import { cslFormatter } from './cslFiles';
import { checkInput, knownPosts, readDocument, writeDocument } from './document';
import type { CommandLinePorts } from './ports';

/** `byline cite ID-OR-QUERY --from FILE`: the Markdown, or with `--in` the document with the citation in it. */
export const cite: Command = {
  options: [...loadOptions, 'as', 'style', 'locale', 'in', 'at', 'write'],

  locations(words, options) {
    requireWords(words, 'which post to cite: its key, or words to search for');
    formatOf(options);
    if (options.in === undefined && (options.at !== undefined || options.write)) {
      throw new UsageError(`--${options.write ? 'write' : 'at'} goes with --in DOCUMENT.md.`);
    }
    if (options.at !== undefined && !place.test(options.at)) {
      throw new UsageError(`--at takes LINE:COLUMN, both from 1, not “${options.at}”.`);
    }
    const locations = requireFrom(options);
    if (options.in !== undefined) {
      checkDocument(options.in, locations, options);
    }
    return locations;
  },

  async answer(posts, words, options, ports, report) {
    const post = find(posts, words.join(' '));
    if (!post) {
      return undefined;
    }
    if (isProvisional(post)) {
      report({ code: 'provisionalTitle', source: post.id, detail: post.title });
    }
    if (options.in !== undefined) {
      const edited = await citeIn(options.in, post, posts, options, ports);
      if (edited === undefined) {
        report({ code: 'missingFile', source: options.in });
      }
      return edited;
    }
    if (formatOf(options) === 'pandoc' && !isPandocKey(post.id)) return refused(post);
    const { text, definition } = renderCitation(post, formatOf(options), await styleOf(options, ports));
    if (options.format === 'json') {
      return json({ id: post.id, text, definition });
    }
    return definition === undefined ? `${text}\n` : `${text}\n\n${definition}\n`;
  },
};

const place = /^([1-9]\d*):([1-9]\d*)$/;

function checkDocument(document: string, locations: readonly string[], options: Options): void {
  if (options.format === 'json') {
    throw new UsageError('--in prints a document, so it takes no --format json.');
  }
  if (isNotebook(document)) {
    throw new UsageError(
      `${document} is a notebook, which is JSON. Without --in, cite prints the Markdown to paste into a cell.`,
    );
  }
  checkInput(document, locations, options.write);
  if (locations.some(location => resolve(location) === resolve(document))) {
    throw new UsageError(`${document} cannot be both --in and --from.`);
  }
}

function formatOf(options: Options): CitationFormat {
  const isStyled = options.style !== undefined || options.locale !== undefined;
  const format = oneOf('--as', options.as, citationFormats, isStyled ? 'csl' : 'inlineLink');
  if (isStyled && format !== 'csl') throw new UsageError('--style and --locale go with --as csl.');
  return format;
}

/** The style of the format `csl`; nothing for the others. */
async function styleOf(options: Options, ports: CommandLinePorts): Promise<Pick<CiteRequest, 'csl'>> {
  if (formatOf(options) !== 'csl') return {};
  return { csl: await cslFormatter(options.style ?? shippedStyles[0], options.locale, ports) };
}

function find(posts: readonly Post[], idOrQuery: string): Post | undefined {
  return (
    posts.find(post => post.id === idOrQuery) ??
    createSearch(posts).search(idOrQuery, { limit: 1 }).hits[0]?.post
  );
}

async function citeIn(
  path: string,
  post: Post,
  posts: readonly Post[],
  options: Options,
  ports: CommandLinePorts,
): Promise<Answer | string | undefined> {
  const document = await readDocument(path, ports);
  if (document === undefined) {
    return undefined;
  }
  const at = options.at === undefined ? undefined : locate(document, options.at);
  const analysis = new DocumentAnalysis(document, dialectOf(path));
  const known = knownPosts(posts);
  const style = await styleOf(options, ports);
  const cited = citedPosts(analysis, known);
  const format = formatOf(options);
  const cluster =
    at === undefined ? undefined : clusterAt(analysis, at, known, style.csl && { csl: style.csl, cited });
  const isAdded = cluster && (options.as === undefined || cluster.format === format);
  if ((isAdded ? cluster.format : format) === 'pandoc' && !isPandocKey(post.id)) return refused(post);
  const edits =
    cluster && isAdded
      ? appendToCluster({ analysis, cluster, post, cited, ...style }).edits
      : citeBeside(analysis, cluster?.end ?? at, { post, format, cited, ...style });
  const text = applyEdits(document, edits);
  if (!options.write) {
    return text;
  }
  await writeDocument(path, text, ports);
  return '';
}

function refused({ id }: Post): Answer {
  const note = `byline: ${unreadableKeyText(id)} Or cite it in another format with --as.`;
  return { text: '', notes: [note], code: 1 };
}

/** At a place, or at the end of the document. */
function citeBeside(
  { text: document, dialect }: DocumentAnalysis,
  at: number | undefined,
  request: Pick<CiteRequest, 'post' | 'format' | 'cited' | 'csl'>,
) {
  const selections = at === undefined ? [] : [{ start: at, end: at }];
  return citeInDocument({ ...request, document, dialect, selections }).edits;
}

function locate(document: string, at: string): number {
  const [, line, column] = place.exec(at) ?? [];
  const offset = offsetAt(document, Number(line), Number(column));
  if (offset === undefined) {
    throw new UsageError(`The document has no ${at}; --at takes a LINE:COLUMN in it.`);
  }
  return offset;
}
