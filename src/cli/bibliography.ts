import { fileURLToPath } from 'node:url';
import {
  addToBibliography,
  bibliographyFaultText,
  bibliographyMarkers,
  bibliographyNoticeText,
  findBibliographies,
  postsCitedByKey,
  unfitKeyText,
  updateBibliography,
} from '../core/bibliography';
import type { CslFormatter } from '../core/csl/formatter';
import { inTextStyles, shippedStyles } from '../core/csl/shipped';
import { DocumentAnalysis, dialectOf, isNotebook, type KnownPosts, type Span } from '../core/document';
import { applyEdits } from '../core/document/textEdit';
import { type CheckOptions, check, findingCodes, findingText } from '../core/health';
import type { Post } from '../core/post';
import { bibliographyRoot } from './bibliographyRoot';
import { type Answer, type Command, loadOptions, type Options, requireFrom, UsageError } from './command';
import { cslFormatter } from './cslFiles';
import { counted } from './describe';
import { checkInput, knownPosts, readDocument, writeDocument } from './document';
import { linePlaces } from './linePlaces';
import type { CommandLinePorts } from './ports';

/** `byline bibliography DOCUMENT --from WHERE`: the document with its list of references brought up to date. */
export const bibliography: Command = {
  options: [...loadOptions.filter(option => option !== 'format'), 'style', 'locale', 'write'],

  locations(words, options) {
    if (words.length !== 1 || words[0]!.trim() === '') {
      throw new UsageError('Say which document to bring up to date, one at a time.');
    }
    if (isNotebook(words[0]!)) {
      throw new UsageError(`${words[0]} is a notebook; lists of references are kept in documents only.`);
    }
    const locations = requireFrom(options);
    checkInput(words[0]!, locations, options.write);
    return locations;
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
    const unreadable = check(new DocumentAnalysis(text, dialectOf(path)), known, onlyUnreadableKeys);
    if (options.write && edits.length > 0) await writeDocument(path, updated, ports);
    const lacking =
      lists > 0 && !pandoc
        ? unknownKeys.map(key => `${path}: No post has the key “${key}”, so the list lacks it.`)
        : [];
    const odd = placedLines(path, text, notices, bibliographyNoticeText);
    const refused = placedLines(path, text, unreadable, findingText);
    const notes = [...odd, ...lacking, ...refused, ...(pandoc?.notes ?? [])];
    return {
      text: options.write ? '' : updated,
      ...pandoc,
      ...(refused.length > 0 && { code: 1 }),
      notes,
    };
  },
};

const onlyUnreadableKeys: CheckOptions = {
  severities: Object.fromEntries(
    findingCodes.map(code => [code, code === 'unreadableKey' ? 'warning' : 'off']),
  ),
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
  const found = await findBibliographies({ uri, text, root: bibliographyRoot(path, uriOf), files });
  const { uris, elsewhere } = found;
  const notes = elsewhere.map(name => `${path}: ${elsewhereText(name)}`);
  if (uris.length === 0) return notes.length > 0 ? { notes, code: 1 } : undefined;
  const cited = postsCitedByKey(new DocumentAnalysis(text, dialectOf(path)), known);
  const { added, unfit, problems } = await addToBibliography(uris, cited, files, write);
  const name = shownPath(uris[0]!, here);
  if (problems.length > 0)
    return { notes: [...notes, `${name}: It cannot be read whole, so nothing was added.`], code: 1 };
  for (const { id } of unfit) notes.push(`${name}: ${unfitKeyText(id)}`);
  if (added.length > 0)
    notes.push(
      `${name}: ${write ? 'Added' : 'Lacks'} ${keysOf(added)}${write ? '.' : '; --write adds them.'}`,
    );
  return { notes, ...(unfit.length > 0 && { code: 1 }) };
}

/** Of a bibliography that Byline can't write. */
const elsewhereText = (name: string): string =>
  /^[a-z][a-z\d+.-]+:\/\//i.test(name)
    ? `The bibliography ${name} is an address, which Byline neither reads nor writes. Name a file first in the list, and the posts go there.`
    : `The bibliography ${name} is outside of the folder that Byline runs in, so it is neither read nor written. Run it in a folder above both.`;

const keysOf = (posts: readonly Post[]): string =>
  posts.length > 5 ? counted(posts.length, 'post') : posts.map(({ id }) => id).join(', ');

const shownPath = (uri: string, here: string): string =>
  uri.startsWith(`${here}/`) ? decodeURIComponent(uri.slice(here.length + 1)) : fileURLToPath(uri);

function nothingToUpdate(path: string): Answer {
  const { opening, closing } = bibliographyMarkers(dialectOf(path));
  const how = `put ${opening} and ${closing} on lines of their own where the references are to stand`;
  return { text: '', notes: [`${path}: There is no list of references; ${how}.`], code: 1 };
}
