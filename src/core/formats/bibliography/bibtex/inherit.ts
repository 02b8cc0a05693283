import type { BibtexFields } from './bibtexItem';

/** An entry whose fields may be said by another one. */
export interface Heir {
  readonly type: string;
  readonly fields: BibtexFields;
}

/** Whether other entries say some of the entry's fields. */
export function isHeir({ fields }: Pick<Heir, 'fields'>): boolean {
  return fields.has('crossref') || fields.has('xdata');
}

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
  if (!isHeir(heir)) return heir.fields;
  const fields = new Map(heir.fields);
  const seen = new Set([heir]);
  const take = (name: string, value: string) => {
    if (!fields.has(name) && allow(value.length)) fields.set(name, value);
  };
  const waiting = parentsOf(heir.fields);
  for (let next = waiting.shift(); next && seen.size <= mostAncestors; next = waiting.shift()) {
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
    waiting.push(...parentsOf(parent.fields));
  }
  if (fields.has('date') !== heir.fields.has('date') && heir.fields.has('year')) fields.delete('date');
  return fields;
}

interface Parent {
  readonly key: string;
  /** Of `xdata`, whose fields are taken as they are. */
  readonly isData: boolean;
}

function parentsOf(fields: BibtexFields): Parent[] {
  if (!isHeir({ fields })) return [];
  const keys = (name: string) =>
    (fields.get(name) ?? '')
      .slice(0, 1000)
      .split(',')
      .map(key => key.trim())
      .filter(Boolean);
  return [
    ...keys('xdata').map(key => ({ key, isData: true })),
    ...keys('crossref').map(key => ({ key, isData: false })),
  ];
}
