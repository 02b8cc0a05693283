import type * as vscode from 'vscode';
import type { FileSystem, HttpClient, Parser } from '../core/ports';

/** What the two extension hosts do in ways of their own. */
export interface Host {
  /** The user's own folder, which "~/" stands for; a browser has none. */
  readonly home?: vscode.Uri;
  fileSystemFor(uri: vscode.Uri): FileSystem;
  /** `allowedHosts` is asked anew at each request. */
  createHttpClient(allowedHosts: () => readonly string[]): HttpClient;
  createParser(): Parser & { dispose?(): void };
}
