import type { BibtexFields } from './bibtexItem';

/** An entry whose fields may be said by another one. */
export interface Heir {
  readonly type: string;
  readonly fields: BibtexFields;
  readonly parents: readonly Parent[];
}

/** An entry that another one names. */
interface Parent {
  readonly key: string;
  /** Of `xdata`, whose fields are taken as they are. */
  readonly isData: boolean;
}

export function heirOf(type: string, fields: BibtexFields): Heir {
  const keys = (name: string) =>
    (fields.get(name) ?? '')
      .slice(0, longestKeys)
      .split(',')
      .map(key => key.trim())
      .filter(Boolean)
      .slice(0, mostAncestors);
  return {
    type,
    fields,
    parents: [
      ...keys('xdata').map(key => ({ key, isData: true })),
      ...keys('crossref').map(key => ({ key, isData: false })),
    ],
  };
}

/** In UTF-16 units, of a list of keys. */
const longestKeys = 1000;

/** Never inherited: they are about the entry itself. */
const own = new Set(
  'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey key keywords file url doi eprint'.split(
    ' ',
  ),
);

/** Fields that say something else of the whole than of its part. */
const renamed = new Map([
  ['title', 'booktitle'],
  ['subtitle', 'booksubtitle'],
]);

/** Parents, and parents of parents, that are looked at for one entry. */
const mostAncestors = 5;

/**
 * The entry's fields and those that it takes over from the entries that `xdata` and `crossref` name; the title of a
 * book becomes the `booktitle` of its chapter, that of a journal the `journaltitle` of its article. Loops end.
 * @param allow asked for the length of each value taken over; `false` to leave it out.
 */
export function inheritedFields(
  heir: Heir,
  find: (key: string) => Heir | undefined,
  allow: (length: number) => boolean,
): BibtexFields {
  const fields = new Map(heir.fields);
  const seen = new Set<Heir>();
  const take = (name: string, value: string) => {
    if (!fields.has(name) && allow(value.length)) fields.set(name, value);
  };
  const waiting = [...heir.parents];
  for (let next = waiting.shift(); next && seen.size < mostAncestors; next = waiting.shift()) {
    const parent = find(next.key);
    if (!parent || seen.has(parent)) continue;
    seen.add(parent);
    const isWhole = !next.isData && parent.type !== heir.type;
    for (const [name, value] of parent.fields) {
      const other = isWhole ? renamed.get(name) : undefined;
      if (other) take(heir.type === 'article' ? other.replace('book', 'journal') : other, value);
      else if (next.isData || !own.has(name)) take(name, value);
    }
    // BibTeX itself takes over whatever is missing.
    const title = parent.fields.get('title');
    if (title !== undefined) take('title', title);
    waiting.push(...parent.parents);
  }
  if (fields.has('date') !== heir.fields.has('date') && heir.fields.has('year')) fields.delete('date');
  return fields;
}
