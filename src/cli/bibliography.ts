import { fileURLToPath } from 'node:url';
import {
  addToBibliography,
  bibliographyFaultText,
  bibliographyMarkers,
  bibliographyNoticeText,
  findBibliographies,
  postsCitedByKey,
  updateBibliography,
} from '../core/bibliography';
import type { CslFormatter } from '../core/csl/formatter';
import { inTextStyles, shippedStyles } from '../core/csl/shipped';
import { DocumentAnalysis, dialectOf, type KnownPosts, type Span } from '../core/document';
import { applyEdits } from '../core/document/textEdit';
import type { Post } from '../core/post';
import { bibliographyRoot } from './bibliographyRoot';
import { type Answer, type Command, loadOptions, type Options, requireFrom, UsageError } from './command';
import { cslFormatter } from './cslFiles';
import { counted } from './describe';
import { knownPosts, readDocument, writeDocument } from './document';
import { linePlaces } from './linePlaces';
import type { CommandLinePorts } from './run';

/** `byline bibliography DOCUMENT --from WHERE`: the document with its list of references brought up to date. */
export const bibliography: Command = {
  options: [...loadOptions.filter(option => option !== 'format'), 'style', 'locale', 'write'],

  locations(words, options) {
    if (words.length !== 1 || words[0]!.trim() === '') {
      throw new UsageError('Say which document to bring up to date, one at a time.');
    }
    return requireFrom(options);
  },

  async answer(posts, [path = ''], options, ports, report) {
    if (posts.length === 0) return undefined;
    const text = await readDocument(path, ports);
    if (text === undefined) {
      report({ code: 'missingFile', source: path });
      return undefined;
    }
    const known = knownPosts(posts);
    const formatter = await cslFormatter(options.style ?? shippedStyles[0], options.locale, ports);
    const update = (formers: readonly CslFormatter[] = []) =>
      updateBibliography(text, dialectOf(path), known, formatter, { formers });
    const first = update();
    const isMixed = first.notices.some(({ code }) => code === 'otherStyle');
    const { edits, faults, lists, unknownKeys, notices } = isMixed
      ? update(await formersOf(formatter, options, ports))
      : first;
    if (faults.length > 0)
      return { text: '', notes: placedLines(path, text, faults, bibliographyFaultText), code: 1 };
    const updated = applyEdits(text, edits);
    const pandoc = await updatePandoc(path, text, known, options, ports);
    if (!pandoc && lists === 0) return nothingToUpdate(path);
    if (options.write && edits.length > 0) await writeDocument(path, updated, ports);
    const lacking =
      lists > 0 && !pandoc
        ? unknownKeys.map(key => `${path}: No post has the key “${key}”, so the list lacks it.`)
        : [];
    const odd = placedLines(path, text, notices, bibliographyNoticeText);
    const notes = [...odd, ...lacking, ...(pandoc?.notes ?? [])];
    return { text: options.write ? '' : updated, ...pandoc, notes };
  },
};

/** The styles that come with Byline and write citations into the text, in which the document may have been before. */
function formersOf(
  { kind }: CslFormatter,
  { style = shippedStyles[0], locale }: Options,
  ports: CommandLinePorts,
): Promise<CslFormatter[]> {
  const names = kind === 'note' ? [] : inTextStyles.filter(name => name !== style);
  return Promise.all(names.map(name => cslFormatter(name, locale, ports)));
}

function placedLines<T extends Span>(
  path: string,
  text: string,
  items: readonly T[],
  say: (item: T) => string,
): string[] {
  const placeOf = linePlaces(text);
  return items.map(item => {
    const { line, column } = placeOf(item.start);
    return `${path}:${line}:${column}: ${say(item)}`;
  });
}

/** Adds what is cited by key to the file that Pandoc reads; `undefined` where the document has none. */
async function updatePandoc(
  path: string,
  text: string,
  known: KnownPosts,
  { write = false }: Options,
  { files, uriOf }: CommandLinePorts,
): Promise<Pick<Answer, 'notes' | 'code'> | undefined> {
  const uri = uriOf(path);
  const here = uriOf('.');
  const uris = await findBibliographies({ uri, text, root: bibliographyRoot(path, uriOf), files });
  if (uris.length === 0) return undefined;
  const cited = postsCitedByKey(new DocumentAnalysis(text, dialectOf(path)), known);
  const { added, problems } = await addToBibliography(uris, cited, files, write);
  const name = shownPath(uris[0]!, here);
  if (problems.length > 0)
    return { notes: [`${name}: It cannot be read whole, so nothing was added.`], code: 1 };
  if (added.length === 0) return {};
  return {
    notes: [`${name}: ${write ? 'Added' : 'Lacks'} ${keysOf(added)}${write ? '.' : '; --write adds them.'}`],
  };
}

const keysOf = (posts: readonly Post[]): string =>
  posts.length > 5 ? counted(posts.length, 'post') : posts.map(({ id }) => id).join(', ');

const shownPath = (uri: string, here: string): string =>
  uri.startsWith(`${here}/`) ? decodeURIComponent(uri.slice(here.length + 1)) : fileURLToPath(uri);

function nothingToUpdate(path: string): Answer {
  const { opening, closing } = bibliographyMarkers(dialectOf(path));
  const how = `put ${opening} and ${closing} on lines of their own where the references are to stand`;
  return { text: '', notes: [`${path}: There is no list of references; ${how}.`], code: 1 };
}
