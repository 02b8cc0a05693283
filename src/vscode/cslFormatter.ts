import type * as vscode from 'vscode';
import type { CslFormatter } from '../core/csl';
import type { CslFiles } from './cslFiles';
import { settings } from './settings';

/** The citation styles that the settings name; citeproc and the styles are read at first use. */
export class CitationStyles {
  #files?: Promise<CslFiles>;

  /** @param home the user's own folder, where the host has one */
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly home?: vscode.Uri,
  ) {}

  /**
   * What formats citations in a document, as `byline.csl.*` says for it.
   * @throws Error that tells people what is wrong with the style, and what to do
   */
  async formatterFor(scope?: vscode.Uri): Promise<CslFormatter> {
    return (await this.#load()).formatter(settings(scope).csl);
  }

  /** The styles that come with Byline and write into the text, in which a document may have been before. */
  async formersFor(scope?: vscode.Uri): Promise<readonly CslFormatter[]> {
    return (await this.#load()).formers(settings(scope).csl);
  }

  #load(): Promise<CslFiles> {
    this.#files ??= import('./cslFiles').then(({ CslFiles }) => new CslFiles(this.extensionUri, this.home));
    return this.#files;
  }
}
