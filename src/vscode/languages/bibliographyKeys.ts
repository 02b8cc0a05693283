import type * as vscode from 'vscode';
import {
  contentOf,
  type DocumentBibliography,
  joinBibliographies,
} from '../../core/bibliography/documentBibliography';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from '../library/openLibrary';
import { allBibliographiesOf } from './bibliographiesOf';

/** The bibliographies of documents; a file is read again only when it has changed. */
export class BibliographyKeys {
  readonly #files = new Map<string, { readonly stamp: string; readonly content: DocumentBibliography }>();

  constructor(private readonly library: Pick<OpenLibrary, 'fileSystemFor'>) {}

  /** Whether a file is one of those that were read. */
  has(file: vscode.Uri): boolean {
    return this.#files.has(String(file));
  }

  /** `undefined` for a document that has no bibliography. */
  async of(uri: vscode.Uri, text: string): Promise<DocumentBibliography | undefined> {
    const { files, elsewhere, references } = await allBibliographiesOf(uri, text, this.library);
    if (files.length + elsewhere.length === 0 && !references) return undefined;
    const found = await Promise.all(files.map(file => this.#read(file)));
    if (references) {
      const [name, stamp] = [`${uri}#references.yaml`, new TextDecoder().decode(references)];
      found.push(await this.#content(name, stamp, async () => references));
    }
    const bibliography = joinBibliographies(found);
    return { ...bibliography, isWhole: bibliography.isWhole && elsewhere.length === 0 };
  }

  async #read(file: vscode.Uri): Promise<DocumentBibliography> {
    const name = String(file);
    const files = this.library.fileSystemFor(file);
    const stamp = await files.stamp(name).catch(() => undefined);
    if (stamp === undefined) return contentOf(undefined);
    return this.#content(name, stamp, () => files.read(name).catch(() => undefined));
  }

  /** The same as before while the stamp is the same. */
  async #content(
    name: string,
    stamp: string,
    read: () => Promise<Uint8Array | undefined>,
  ): Promise<DocumentBibliography> {
    const known = this.#files.get(name);
    if (known?.stamp === stamp) return known.content;
    const content = await contentFrom(await read(), name);
    this.#files.set(name, { stamp, content });
    return content;
  }
}

async function contentFrom(bytes: Uint8Array | undefined, name: string): Promise<DocumentBibliography> {
  const { readingBibliography } = await import('../../core/formats/bibliography');
  return contentOf(bytes && (await runSliced(readingBibliography(bytes, name))));
}
