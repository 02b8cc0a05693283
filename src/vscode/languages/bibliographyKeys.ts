import type * as vscode from 'vscode';
import {
  type BibliographyEntries,
  type DocumentBibliography,
  entriesByKey,
  joinEntries,
} from '../../core/bibliography/documentBibliography';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from '../library/openLibrary';
import { allBibliographiesOf } from './bibliographiesOf';

/** The bibliographies of documents; a file is read again only when it has changed. */
export class BibliographyKeys {
  readonly #files = new Map<string, { readonly stamp: string; readonly entries: BibliographyEntries }>();

  constructor(private readonly library: Pick<OpenLibrary, 'fileSystemFor'>) {}

  /** Whether a file is one of those that were read. */
  has(file: vscode.Uri): boolean {
    return this.#files.has(String(file));
  }

  /** `undefined` for a document that has no bibliography. */
  async of(uri: vscode.Uri, text: string): Promise<DocumentBibliography | undefined> {
    const { files, elsewhere, references } = await allBibliographiesOf(uri, text, this.library);
    if (files.length + elsewhere.length === 0 && !references) return undefined;
    const read = await Promise.all(files.map(file => this.#read(file)));
    const there = read.flatMap(entries => entries ?? []);
    if (references) {
      const [name, stamp] = [`${uri}#references.yaml`, new TextDecoder().decode(references)];
      there.push(await this.#entries(name, stamp, async () => references));
    }
    const isWhole = elsewhere.length === 0 && read.every(entries => entries !== undefined);
    return { entries: joinEntries(there), isWhole };
  }

  async #read(file: vscode.Uri): Promise<BibliographyEntries | undefined> {
    const name = String(file);
    const files = this.library.fileSystemFor(file);
    const stamp = await files.stamp(name).catch(() => undefined);
    if (stamp === undefined) return undefined;
    return this.#entries(name, stamp, () => files.read(name).catch(() => undefined));
  }

  /** The same as before while the stamp is the same. */
  async #entries(
    name: string,
    stamp: string,
    read: () => Promise<Uint8Array | undefined>,
  ): Promise<BibliographyEntries> {
    const known = this.#files.get(name);
    if (known?.stamp === stamp) return known.entries;
    const bytes = await read();
    const entries = bytes ? await entriesOf(bytes, name) : new Map();
    this.#files.set(name, { stamp, entries });
    return entries;
  }
}

async function entriesOf(bytes: Uint8Array, name: string): Promise<BibliographyEntries> {
  const { readingBibliography } = await import('../../core/formats/bibliography');
  return entriesByKey((await runSliced(readingBibliography(bytes, name)))?.records);
}
