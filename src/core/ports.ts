import type { Parsed, ParseRequest } from './sources/parsed';

/** What the core asks of the outside world. Each shell brings its own; tests bring `test/fakes.ts`. */

/** Files by URI (`file:`, `vscode-remote:`, …). Absence is `undefined`; every other failure rejects. */
export interface FileSystem {
  /** @param most bytes from the beginning that are wanted, where that is not all of them. */
  read(uri: string, most?: number): Promise<Uint8Array | undefined>;
  /** Replaces the whole file at once: a reader sees the old bytes or the new ones, never a part. */
  write(uri: string, bytes: Uint8Array): Promise<void>;
  /** Another text whenever the file is another one, told by its time and size without reading it. */
  stamp(uri: string): Promise<string | undefined>;
  /**
   * What stands in a folder, in no particular order; `undefined` when there is none. Symbolic links are left out: they
   * lead to what stands elsewhere in the folder, or out of it.
   */
  list(uri: string): Promise<readonly FolderEntry[] | undefined>;
  /** Runs `body` while no other process runs one for the same `uri`. */
  withLock<T>(uri: string, body: () => Promise<T>): Promise<T>;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Pages and feeds by address. Every shell's keeps to the bounds and the guard of `core/network`. */
export interface HttpClient {
  /**
   * Follows redirects, each checked like the first address. Resolves with whatever the server finally answered, errors
   * included; rejects with an `HttpError`, or with the signal's reason, at once.
   */
  get(url: string, request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse>;
}

export interface HttpRequest {
  /** Media types, as in the `Accept` header. */
  readonly accept?: string;
  /** What the last answer brought, sent back as `If-None-Match` and `If-Modified-Since`. */
  readonly validators?: Validators | undefined;
}

export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface HttpResponse {
  readonly status: number;
  /** The address that answered, after all redirects. */
  readonly url: string;
  /** The address to ask from now on, where every redirect up to it was permanent (301, 308). */
  readonly movedTo?: string;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Without its content encoding; empty unless the status is 2xx. */
  readonly body: Uint8Array;
}

/** Reads what came in from outside where it blocks nobody: in a worker, with a deadline and a bound on memory. */
export interface Parser {
  /** Rejects with the signal's reason, or with an `Error` that says why the bytes are too much for it. */
  parse(request: ParseRequest, signal?: AbortSignal): Promise<Parsed>;
}
