/** What the core asks of the outside world. Each shell brings its own; tests bring `test/fakes.ts`. */

/** Files by URI (`file:`, `vscode-remote:`, …). Absence is `undefined`; every other failure rejects. */
export interface FileSystem {
  /** Also rejects where the file is not UTF-8; see `decodeUtf8`. */
  readText(uri: string): Promise<string | undefined>;
  /** Replaces the whole file at once: a reader sees the old text or the new one, never a part. */
  writeText(uri: string, text: string): Promise<void>;
  /** Runs `body` while no other process runs one for the same `uri`. */
  withLock<T>(uri: string, body: () => Promise<T>): Promise<T>;
}
