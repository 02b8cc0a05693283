import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, Worker } from 'node:worker_threads';
import { type Fault, faultOf } from '../test/fuzz/faultOf';
import { fuzzCase } from '../test/fuzz/fuzzCase';
import { minimise } from '../test/fuzz/minimise';
import { formats } from '../test/fuzz/seeds';
import { work } from '../test/fuzz/work';

const usage = `npm run fuzz -- SECONDS [--seed N]

Reads mutated feeds, pages, listings, front matter, outlines and bibliographies. A fault is an error thrown, more than
250 ms for less than 50 kB, a changed prototype, or a result that no parser may give (see test/fuzz). Each is made as
small as may be and kept in test/fixtures/crashers, which the unit tests read. The same seed gives the same inputs.`;

const crashers = 'test/fixtures/crashers';
/** In ms: a case that takes longer hangs. */
const patience = 10_000;
/** Faults of one kind in one format that are written down; the rest is mostly the same again. */
const mostWritten = 3;
const faults = new Map<string, number>();

if (isMainThread) await main();
else work();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { seed: { type: 'string', default: String(Date.now() % 1e9) } },
  });
  const [seconds, seed] = [Number(positionals[0]), Number(values.seed)];
  if (!(seconds > 0) || !Number.isInteger(seed)) {
    console.error(usage);
    process.exit(2);
  }
  console.log(`seed ${seed}, ${seconds} s`);
  const end = Date.now() + seconds * 1000;
  let first = 0;
  while (Date.now() < end) first = await run(seed, first, end);
  report(seed, first);
}

/** Runs until the time is over or a case hangs. Resolves with the number of the next case. */
async function run(seed: number, first: number, end: number): Promise<number> {
  const at = new SharedArrayBuffer(4);
  const current = new Int32Array(at).fill(first);
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { seed, first, at } });
  worker.on('message', ({ index, fault }) => note(seed, index, fault));
  const broken = new Promise<never>((_, reject) => worker.on('error', reject));
  for (let [seen, since] = [-1, Date.now()]; ; ) {
    await Promise.race([broken, new Promise(resolve => setTimeout(resolve, 250))]);
    const index = Atomics.load(current, 0);
    if (index !== seen) [seen, since] = [index, Date.now()];
    const hangs = Date.now() - since > patience;
    if (!hangs && Date.now() < end) continue;
    await worker.terminate();
    if (hangs) note(seed, index, { kind: 'slow', detail: `hangs for more than ${patience / 1000} s` }, true);
    return index + 1;
  }
}

function note(seed: number, index: number, fault: Fault, hangs = false): void {
  const { format, input } = fuzzCase(seed, index);
  const kind = `${format} ${fault.kind}`;
  // It was only slow while other programs were at work.
  if (fault.kind === 'slow' && !hangs && faultOf(input, formats[format]!)?.kind !== 'slow') return;
  faults.set(kind, (faults.get(kind) ?? 0) + 1);
  if (faults.get(kind)! > mostWritten) return;
  const small = hangs ? input : minimise(input, part => faultOf(part, formats[format]!)?.kind === fault.kind);
  const name = `${format}-${fault.kind}-${createHash('sha256').update(small).digest('hex').slice(0, 8)}`;
  mkdirSync(crashers, { recursive: true });
  writeFileSync(join(crashers, name), small);
  console.log(`case ${index}: ${kind}: ${fault.detail}\n  ${small.length} bytes in ${crashers}/${name}`);
}

function report(seed: number, cases: number): void {
  const names = Object.keys(formats);
  console.log(`\n${''.padEnd(14)}${'inputs'.padStart(9)}${'faults'.padStart(9)}`);
  for (const [place, name] of names.entries()) {
    const inputs = Math.floor((cases - place - 1) / names.length) + 1;
    const found = [...faults].filter(([kind]) => kind.startsWith(`${name} `));
    const sum = found.reduce((all, [, count]) => all + count, 0);
    console.log(`${name.padEnd(14)}${String(inputs).padStart(9)}${String(sum).padStart(9)}`);
  }
  const all = [...faults.values()].reduce((sum, count) => sum + count, 0);
  console.log(`\n${cases} inputs, ${all} faults, seed ${seed}`);
  process.exitCode = all > 0 ? 1 : 0;
}
