import type { BibtexFields } from './bibtexItem';

/** An entry whose fields may be said by another one. */
export class Heir {
  #parents: readonly Parent[] | undefined;

  constructor(
    readonly type: string,
    readonly fields: BibtexFields,
    readonly find: (key: string) => Heir | undefined,
  ) {}

  get hasParents(): boolean {
    return this.fields.has('xdata') || this.fields.has('crossref');
  }

  /** Looked up once, as an entry may be the ancestor of many. */
  get parents(): readonly Parent[] {
    this.#parents ??= this.#named('xdata', true).concat(this.#named('crossref', false));
    return this.#parents;
  }

  #named(field: string, isData: boolean): Parent[] {
    const parents: Parent[] = [];
    const names = this.fields.get(field)?.slice(0, longestKeys).split(',') ?? [];
    for (const key of names
      .map(name => name.trim())
      .filter(Boolean)
      .slice(0, mostAncestors)) {
      const heir = this.find(key);
      if (heir) parents.push({ heir, isData });
    }
    return parents;
  }
}

/** An entry that another one names. */
interface Parent {
  readonly heir: Heir;
  /** Of `xdata`, whose fields are taken as they are. */
  readonly isData: boolean;
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

/** Of a field that is looked at, taken over or not: as if it were so many characters longer. */
const lookingAt = 10;

/** What all entries of a file may take over together. */
export interface Bounds {
  /** Whether so many characters more may be taken over; they count then. */
  allow(length: number): boolean;
  /** Whether the parents of one entry more may be looked for; it counts then. */
  allowParents(): boolean;
}

/**
 * The entry's fields and those that it takes over from the entries that `xdata` and `crossref` name; the title of a
 * book becomes the `booktitle` of its chapter, that of a journal the `journaltitle` of its article. Loops end.
 */
export function inheritedFields(heir: Heir, bounds: Bounds): BibtexFields {
  const fields = new Map(heir.fields);
  const take = (name: string, value: string) => {
    if (!fields.has(name) && bounds.allow(value.length)) fields.set(name, value);
  };
  const seen: Heir[] = [];
  const waiting = [heir];
  for (let at = 0; at < waiting.length && seen.length < mostAncestors && bounds.allowParents(); at++) {
    for (const { heir: parent, isData } of waiting[at]!.parents) {
      if (seen.length === mostAncestors || seen.includes(parent)) continue;
      if (!bounds.allow(parent.fields.size * lookingAt)) break;
      seen.push(parent);
      if (parent.hasParents) waiting.push(parent);
      const isWhole = !isData && parent.type !== heir.type;
      for (const [name, value] of parent.fields) {
        const other = isWhole ? renamed.get(name) : undefined;
        if (other) take(heir.type === 'article' ? other.replace('book', 'journal') : other, value);
        else if (isData || !own.has(name)) take(name, value);
      }
      // BibTeX itself takes over whatever is missing.
      const title = parent.fields.get('title');
      if (title !== undefined) take('title', title);
    }
  }
  if (fields.has('date') !== heir.fields.has('date') && heir.fields.has('year')) fields.delete('date');
  return fields;
}
