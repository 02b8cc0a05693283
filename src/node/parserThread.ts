import { parentPort } from 'node:worker_threads';
import { parse } from '../core/sources/parse';
import type { Parsed, ParseRequest } from '../core/sources/parsed';
import type { SourceEntry } from '../core/sources/reading';

/** What the thread sends: entries in parts, as taking in a large message blocks the receiver, then the rest. */
export type ParserMessage =
  | { readonly entries: readonly SourceEntry[] }
  | { readonly parsed: Parsed }
  | { readonly error: string };

/** Entries sent in one message, which takes the receiver a few milliseconds. */
const part = 500;

const send = (message: ParserMessage) => parentPort?.postMessage(message);

parentPort?.on('message', (request: ParseRequest) => {
  try {
    const { entries, ...rest } = parse(request);
    for (let start = 0; start < entries.length; start += part) {
      send({ entries: entries.slice(start, start + part) });
    }
    send({ parsed: { ...rest, entries: [] } });
  } catch (error) {
    send({ error: error instanceof Error ? error.message : String(error) });
  }
});
