import { parse } from '../../src/core/sources/parse';
import type { Parsed } from '../../src/core/sources/parsed';
import type { FuzzedFormat } from './seeds';
import { wrongIn } from './wrongIn';

export interface Fault {
  /** `error`: something was thrown; `slow`; `polluted`: prototypes were changed; `large`: an input that explodes. */
  readonly kind: 'error' | 'slow' | 'polluted' | 'schema' | 'large';
  readonly detail: string;
}

/** In ms, for an input of less than 50 kB. */
const usualTime = 250;

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const ownNames = () => prototypes.map(prototype => Object.getOwnPropertyNames(prototype).length).join(' ');
const names = ownNames();

/**
 * What goes wrong when the bytes are read as a file of the format; `undefined` where all is well.
 * @param mostTime ms that count as slow.
 */
export function faultOf(
  bytes: Uint8Array,
  format: FuzzedFormat,
  mostTime: number = usualTime,
): Fault | undefined {
  for (const kind of format.kinds) {
    const read = () =>
      parse({ kind, files: [{ name: format.name, bytes }], source: `https://fuzz.example/${format.name}` });
    let parsed: Parsed | undefined;
    try {
      const time = timeOf(() => {
        parsed = read();
      });
      if (time > mostTime) {
        const again = Math.min(timeOf(read), timeOf(read), timeOf(read)); // other programs slow down the first ones
        if (again > mostTime) return { kind: 'slow', detail: `as ${kind}: ${Math.round(again)} ms` };
      }
    } catch (error) {
      return { kind: 'error', detail: `as ${kind}: ${(error as Error).stack ?? error}` };
    }
    if (ownNames() !== names || (<{ polluted?: unknown }>{}).polluted !== undefined) {
      return { kind: 'polluted', detail: `as ${kind}` };
    }
    const wrong = wrongIn(parsed!);
    if (wrong !== undefined) return { kind: 'schema', detail: `as ${kind}: ${wrong}` };
    const size = JSON.stringify(parsed).length;
    if (size > 200_000 + 40 * bytes.length)
      return { kind: 'large', detail: `as ${kind}: ${size} characters` };
  }
  return undefined;
}

/** In ms, what it takes at most: by the clock, which counts other programs, or by the processor, which counts other threads. */
function timeOf(body: () => void): number {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  body();
  const { user, system } = process.cpuUsage(processor);
  return Math.min(performance.now() - clock, (user + system) / 1000);
}
