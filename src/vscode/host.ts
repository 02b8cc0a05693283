import * as vscode from 'vscode';
import type { FileSystem, HttpClient, Parser } from '../core/ports';

/** What the two extension hosts do in ways of their own. */
export interface Host {
  /** The user's own folder, which "~/" stands for; a browser has none. */
  readonly home?: vscode.Uri;
  /** Whether requests are those of a browser, which most sites do not let read them. */
  readonly isBrowser?: boolean;
  fileSystemFor(uri: vscode.Uri): FileSystem;
  /** `allowedHosts` is asked anew at each request. */
  createHttpClient(allowedHosts: () => readonly string[]): HttpClient;
  createParser(): Parser & { dispose?(): void };
  /** What runs the MCP server, where the host can run programs. */
  readonly mcpServer?: { readonly command: string; readonly args: readonly string[] };
}

/** All files of a host, each through the file system for it. */
export function filesOf({ fileSystemFor }: Host): FileSystem {
  const of = (uri: string) => fileSystemFor(vscode.Uri.parse(uri));
  return {
    read: uri => of(uri).read(uri),
    write: (uri, bytes) => of(uri).write(uri, bytes),
    stamp: uri => of(uri).stamp(uri),
    list: uri => of(uri).list(uri),
    withLock: (uri, body) => of(uri).withLock(uri, body),
  };
}
