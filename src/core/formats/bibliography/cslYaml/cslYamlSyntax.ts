import { type Document, isMap, parseDocument, stringify } from 'yaml';
import type { PostRecord } from '../../../post';
import { sameValue } from '../../../sameValue';
import { type CslItem, isObject, toCslItem } from '../../cslItem';
import { type BibliographyReading, ReadingEntries } from '../reading';
import type { BibliographySyntax } from '../textLibrary';
import { markdownTitle } from './markdownTitle';
import { blockItem, mappingOf, readValue, splitYaml, written } from './splitYaml';
import { titles, upperCase, yamlItem } from './yamlItem';

/** CSL items in YAML, as Pandoc has them: a list `references`, in a file of its own or in front matter. */
export const cslYamlSyntax: BibliographySyntax = {
  *reading(text, source, before) {
    const { items, cappedAt, ...list } = yield* splitYaml(text);
    const reading = new ReadingEntries(source);
    if (before?.indent === list.indent) yield* reading.remembering(before);
    for (const item of items) {
      const entry = list.text.slice(item.start, item.end);
      yield;
      if (reading.again(entry, item)) continue;
      const value = item.value ?? readValue(mappingOf(entry, list.indent));
      if (isObject(value)) reading.add(yamlItem(value), nameOf(entry), item);
      else reading.unreadable(nameOf(entry), item.line);
    }
    if (cappedAt !== undefined) reading.capped(items.length, cappedAt);
    return reading.done(list);
  },
  format: (post, { indent = '' }) =>
    indent + blockItem(stringify(asWritten(toCslItem(post)), written), indent),
  rewrite,
  separator: '\n',
};

function rewrite(
  entry: string,
  before: PostRecord,
  after: PostRecord,
  { indent = '' }: BibliographyReading,
): string {
  const [old, now] = [asWritten(toCslItem(before)), asWritten(toCslItem(after))];
  const document = parseDocument(mappingOf(entry, indent), {
    uniqueKeys: false,
    logLevel: 'silent',
    compat: 'yaml-1.1',
  });
  for (const variable of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (sameValue(old[variable], now[variable])) continue;
    keepLast(document, variable);
    if (isUpperCase(variable)) document.delete(variable.toLowerCase());
    if (now[variable] === undefined) document.delete(variable);
    else document.set(variable, document.createNode(now[variable], { flow: isObject(now[variable]) }));
  }
  const indentSeq = !/^( *)[\w-]+:[^\S\n]*\n\1- /m.test(entry);
  return blockItem(document.toString({ lineWidth: 0, indentSeq }), indent);
}

const isUpperCase = (variable: string) => upperCase.has(variable.toLowerCase());

/** The item with Markdown where it is read as such. */
function asWritten(item: CslItem): CslItem {
  const entries = Object.entries(item).map(([variable, value]) => [
    variable,
    titles.has(variable) && typeof value === 'string' ? markdownTitle(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** Of equal keys the last one holds. */
function keepLast({ contents }: Document, key: string): void {
  if (!isMap(contents)) return;
  const last = contents.items.filter(pair => String(pair.key) === key).at(-1);
  contents.items = contents.items.filter(pair => pair === last || String(pair.key) !== key);
}

/** For people: what the item says its key is. */
function nameOf(entry: string): string {
  return /^(?:-|\s)\s*["']?id["']?\s*:\s*(.*)$/m.exec(entry.slice(0, 4000))?.[1] ?? entry.slice(0, 60);
}
