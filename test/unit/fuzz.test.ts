import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { figure, soak } from '../figure';
import { faultOf } from '../fuzz/faultOf';
import { fuzzCase } from '../fuzz/fuzzCase';
import { formats } from '../fuzz/seeds';

const seed = 20261123;
const cases = soak ? 20_000 : 400;
/** In ms, ten times what the fuzzer allows: other tests and programs run beside this one. */
const patience = 2500;
const crashers = resolve('test/fixtures/crashers');

describe('what is read', () => {
  for (const name of readdirSync(crashers).filter(name => name !== 'README.md')) {
    it(`no longer goes wrong on ${name}`, () => {
      const format = formats[name.split('-')[0]!];
      assert.ok(format, 'a format of test/fuzz/seeds.ts');
      assert.equal(faultOf(readFileSync(join(crashers, name)), format, patience), undefined);
    });
  }

  it(`goes wrong on none of ${cases} mutated inputs of ${Object.keys(formats).length} formats`, () => {
    const faults: string[] = [];
    for (let index = 0; index < cases; index++) {
      const { format, input } = fuzzCase(seed, index);
      const fault = faultOf(input, formats[format]!, patience);
      if (fault) faults.push(`case ${index}, ${format} ${fault.kind}: ${fault.detail.slice(0, 300)}`);
    }
    assert.deepEqual(faults, []);
    figure('fuzz', `${cases} inputs, seed ${seed}, 0 faults (more with: npm run fuzz -- SECONDS)`);
  }).timeout(soak ? 1_800_000 : 120_000);
});
