import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles `fixtures/addPosts.ts` into the folder, as a process that has to compile first takes a second to start. */
export async function bundleAddPosts(folder: string): Promise<string> {
  const outfile = join(folder, 'addPosts.js');
  await build({
    entryPoints: [resolve('test/fixtures/addPosts.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    logLevel: 'silent',
  });
  return outfile;
}

/** A process that adds posts to a library file. */
export class AddingProcess {
  /** The addresses of the posts that it said are saved. */
  readonly saved: string[] = [];
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  #rest = '';
  #onFirst: () => void = () => {};

  constructor(script: string, library: string, name: string, count: number) {
    const { href } = pathToFileURL(library);
    this.#process = spawn(process.execPath, [script, href, name, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process.stdout!.on('data', data => {
      const lines = `${this.#rest}${data}`.split('\n');
      this.#rest = lines.pop()!;
      this.saved.push(...lines);
      this.#onFirst();
    });
    this.ended = new Promise(done => this.#process.on('close', done));
  }

  /** Resolves when it has saved a post. */
  async first(): Promise<void> {
    if (this.saved.length === 0) {
      await Promise.race([new Promise<void>(done => (this.#onFirst = done)), this.ended]);
    }
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }
}
