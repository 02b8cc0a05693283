import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the package, which has the programs in its `dist`. */
export function version(): string {
  return JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version;
}
