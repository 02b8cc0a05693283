import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** That of the package, in whose `dist` the programs are. */
export function version(): string {
  return JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version;
}
