import { Worker } from 'node:worker_threads';
import { withDeadline } from '../core/network/withDeadline';
import type { Parser } from '../core/ports';
import { Sequencer } from '../core/sequencer';
import type { Parsed, ParseRequest } from '../core/sources/parsed';
import type { SourceEntry } from '../core/sources/reading';
import type { ParserMessage } from './parserThread';

export interface WorkerParserOptions {
  /** Milliseconds that reading one request may take. */
  readonly deadline?: number;
  /** Mebibytes of heap that the thread may take. */
  readonly memory?: number;
  /** Milliseconds after the last request when the thread ends. */
  readonly idle?: number;
}

/**
 * Reads in a thread of its own, one request after the other, so that neither the size of what came in nor what is
 * hidden in it blocks the editor. The thread starts with the first request and ends when there is nothing to do.
 */
export class WorkerParser implements Parser {
  readonly #deadline: number;
  readonly #memory: number;
  readonly #idle: number;
  #thread: Worker | undefined;
  readonly #sequencer = new Sequencer();
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** @param file the bundle of `parserThread.ts`. */
  constructor(
    readonly file: string,
    { deadline = 10_000, memory = 512, idle = 30_000 }: WorkerParserOptions = {},
  ) {
    this.#deadline = deadline;
    this.#memory = memory;
    this.#idle = idle;
  }

  parse(request: ParseRequest, signal?: AbortSignal): Promise<Parsed> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      // Who waits for its turn need not wait to be told that it was called off.
      const onAbort = () => reject(signal?.reason);
      signal?.addEventListener('abort', onAbort);
      this.#sequencer
        .queue(() => this.#parse(request, signal))
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener('abort', onAbort));
    });
  }

  dispose(): void {
    clearTimeout(this.#resting);
    void this.#thread?.terminate();
    this.#thread = undefined;
  }

  async #parse(request: ParseRequest, signal: AbortSignal | undefined): Promise<Parsed> {
    signal?.throwIfAborted();
    clearTimeout(this.#resting);
    this.#thread ??= this.#start();
    const thread = this.#thread;
    const late = () => new Error(`reading it takes more than ${this.#deadline / 1000} s`);
    try {
      return await withDeadline(this.#deadline, late, signal, () => answer(thread, request));
    } catch (error) {
      // It may still be at work, or out of memory.
      this.dispose();
      throw error;
    } finally {
      this.#resting = setTimeout(() => this.dispose(), this.#idle);
      this.#resting.unref();
    }
  }

  #start(): Worker {
    const thread = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: this.#memory } });
    // An error that comes when nobody waits would end the extension host, and would come again from a thread kept.
    return thread.on('error', () => {
      if (this.#thread === thread) this.dispose();
    });
  }
}

function answer(thread: Worker, request: ParseRequest): Promise<Parsed> {
  return new Promise((resolve, reject) => {
    const entries: SourceEntry[] = [];
    const onMessage = (message: ParserMessage) => {
      if ('entries' in message) {
        entries.push(...message.entries);
        return;
      }
      settle();
      if ('parsed' in message) resolve({ ...message.parsed, entries });
      else reject(new Error(message.error));
    };
    const onError = ({ code, message }: NodeJS.ErrnoException) => {
      settle();
      reject(new Error(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'reading it takes too much memory' : message));
    };
    const settle = () => thread.off('message', onMessage).off('error', onError);
    thread.on('message', onMessage).on('error', onError);
    thread.postMessage(request);
  });
}
