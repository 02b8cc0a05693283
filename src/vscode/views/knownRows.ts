import { looksSame, type PostsRow } from './postsRow';

/** From so many changed rows on, it is quicker to ask for all of them anew. */
const manyChanges = 100;

/** From so many rows on, those that are shown no longer are forgotten. */
const manyRows = 5000;

/** The rows that VS Code was given, and what they showed then: what a refresh is compared with. */
export class KnownRows {
  readonly #rows = new Map<string, PostsRow>();
  /** By the id of the row above. */
  readonly #levels = new Map<string, readonly { readonly row: PostsRow; readonly was: PostsRow }[]>();

  /** The rows of a level as VS Code gets them: for an id that it knows the same object, which shows the new things. */
  level(above: PostsRow | undefined, rows: readonly PostsRow[]): PostsRow[] {
    const level = rows.map(fresh => {
      const row = Object.assign(this.#rows.get(fresh.id) ?? {}, fresh);
      this.#rows.set(row.id, row);
      return { row, was: fresh };
    });
    this.#levels.set(above?.id ?? '', level);
    return level.map(({ row }) => row);
  }

  /** The rows that show something else now or have others below them; `undefined` when that is the whole view. */
  changes(below: (row?: PostsRow) => readonly PostsRow[]): PostsRow[] | undefined {
    const changed = this.#changesBelow(undefined, below);
    if (changed.length > manyChanges || changed.includes(undefined)) {
      return this.clear();
    }
    this.#prune();
    return changed.filter(row => row !== undefined);
  }

  /** VS Code asks for all rows anew. */
  clear(): undefined {
    this.#levels.clear();
    this.#prune();
    return undefined;
  }

  #changesBelow(
    above: PostsRow | undefined,
    below: (row?: PostsRow) => readonly PostsRow[],
  ): (PostsRow | undefined)[] {
    const before = this.#levels.get(above?.id ?? '');
    if (!before) {
      return [];
    }
    const rows = this.level(above, below(above));
    if (rows.length !== before.length || rows.some((row, index) => row !== before[index]?.row)) {
      this.#forget(before);
      this.#levels.delete(above?.id ?? '');
      return [above];
    }
    return before.flatMap(({ row, was }, index) => {
      if (looksSame(was, row)) {
        return this.#changesBelow(row, below);
      }
      this.#forget([before[index]!]);
      return [row];
    });
  }

  /** VS Code asks anew for what is below these rows. */
  #forget(level: readonly { readonly row: PostsRow }[]): void {
    for (const { row } of level) {
      const next = this.#levels.get(row.id);
      this.#levels.delete(row.id);
      this.#forget(next ?? []);
    }
  }

  #prune(): void {
    if (this.#rows.size < manyRows) {
      return;
    }
    const shown = new Set([...this.#levels.values()].flatMap(level => level.map(({ row }) => row)));
    for (const [id, row] of this.#rows) {
      if (!shown.has(row)) this.#rows.delete(id);
    }
  }
}
