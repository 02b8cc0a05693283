import promises, { type FileHandle } from 'node:fs/promises';

/** What comes instead of an operation: `stop` as if the process ended then, else the code of an error. */
export type Fault = 'stop' | 'ENOSPC' | 'EFBIG' | 'EACCES' | 'EROFS' | 'EIO' | 'EMFILE' | 'EDQUOT';

const operations = [
  'open',
  'mkdir',
  'readdir',
  'readFile',
  'realpath',
  'rename',
  'rm',
  'stat',
  'chmod',
  'chown',
] as const;
const handleOperations = ['writeFile', 'sync', 'close', 'stat', 'read'] as const;

/** Counts the operations of `node:fs/promises`, and lets one of them go wrong. `restore` when done. */
export class FaultyDisk {
  /** Names of the operations so far. */
  readonly calls: string[] = [];
  #fault: Fault | undefined;
  #at = Number.POSITIVE_INFINITY;
  readonly #originals = new Map<string, unknown>();

  constructor() {
    const disk = promises as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const name of operations) {
      const original = disk[name]!;
      this.#originals.set(name, original);
      disk[name] = async (...args) => {
        await this.#count(name);
        const result = await original.apply(promises, args);
        return name === 'open' ? this.#handle(result as FileHandle) : result;
      };
    }
  }

  /** The operation of this number, from 0, goes wrong; nothing happens at all after a `stop`. */
  failAt(at: number, fault: Fault): void {
    this.calls.length = 0;
    this.#at = at;
    this.#fault = fault;
  }

  restore(): void {
    Object.assign(promises, Object.fromEntries(this.#originals));
  }

  async #count(name: string, half?: () => Promise<unknown>): Promise<void> {
    const number = this.calls.push(name) - 1;
    if (number < this.#at || (number > this.#at && this.#fault !== 'stop')) return;
    if (number === this.#at) await half?.();
    const code = this.#fault!;
    throw Object.assign(new Error(`${code}: made up, ${name}`), { code });
  }

  /** What fails to be written is written by half. */
  #handle(handle: FileHandle): FileHandle {
    const wrapped = handle as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    for (const name of handleOperations) {
      const original = wrapped[name]!.bind(handle);
      wrapped[name] = async (...args) => {
        const isWrite = name === 'writeFile';
        const half = () => original((args[0] as Uint8Array).subarray(0, (args[0] as Uint8Array).length >> 1));
        try {
          await this.#count(`file.${name}`, isWrite ? half : undefined);
        } catch (error) {
          if (name === 'close') await original(); // else the test itself would run out of files
          throw error;
        }
        return original(...args);
      };
    }
    return handle;
  }
}
