import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { nodeFileSystem } from '../../node/fileSystem';
import { mcp } from './mcp';

/** `byline mcp` by itself, as the extension brings it along; it shares what it loads with the extension. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', multiple: true },
    as: { type: 'string' },
    style: { type: 'string' },
    locale: { type: 'string' },
  },
});

mcp(
  positionals,
  values,
  {
    files: nodeFileSystem,
    uriOf: path => pathToFileURL(path).href,
    input: () => process.stdin,
    version: () => JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version,
  },
  {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
  },
).then(
  code => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`byline: ${error.message}\n`);
    process.exitCode = 2;
  },
);

// The client is gone.
process.stdout.on('error', () => process.exit());
