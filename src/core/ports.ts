/** What the core asks of the outside world. Each shell brings its own; tests bring `test/fakes.ts`. */

/** Files by URI (`file:`, `vscode-remote:`, …). Absence is `undefined`; every other failure rejects. */
export interface FileSystem {
  read(uri: string): Promise<Uint8Array | undefined>;
  /** Replaces the whole file at once: a reader sees the old bytes or the new ones, never a part. */
  write(uri: string, bytes: Uint8Array): Promise<void>;
  /** Another text whenever the file is another one, told by its time and size without reading it. */
  stamp(uri: string): Promise<string | undefined>;
  /** Runs `body` while no other process runs one for the same `uri`. */
  withLock<T>(uri: string, body: () => Promise<T>): Promise<T>;
}
