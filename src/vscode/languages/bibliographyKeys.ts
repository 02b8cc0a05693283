import type * as vscode from 'vscode';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from '../library/openLibrary';
import { bibliographiesOf } from './bibliographiesOf';

/** The keys of the bibliographies of documents; a file is read again only when it has changed. */
export class BibliographyKeys {
  readonly #files = new Map<string, { readonly stamp: string; readonly keys: ReadonlySet<string> }>();

  constructor(private readonly library: Pick<OpenLibrary, 'fileSystemFor'>) {}

  /** `undefined` for a document that has no bibliography. */
  async of(uri: vscode.Uri, text: string): Promise<ReadonlySet<string> | undefined> {
    const files = await bibliographiesOf(uri, text, this.library);
    const keys = await Promise.all(files.map(file => this.#keysIn(file)));
    const there = keys.flatMap(some => some ?? []);
    return there.length > 0 ? new Set(there.flatMap(some => [...some])) : undefined;
  }

  async #keysIn(file: vscode.Uri): Promise<ReadonlySet<string> | undefined> {
    const name = String(file);
    const files = this.library.fileSystemFor(file);
    const stamp = await files.stamp(name).catch(() => undefined);
    if (stamp === undefined) return undefined;
    const known = this.#files.get(name);
    if (known?.stamp === stamp) return known.keys;
    const { readingBibliography } = await import('../../core/formats/bibliography');
    const bytes = await files.read(name).catch(() => undefined);
    const read = bytes && (await runSliced(readingBibliography(bytes, name)));
    const keys = new Set(read?.records.flatMap(({ id }) => id ?? []));
    this.#files.set(name, { stamp, keys });
    return keys;
  }
}
