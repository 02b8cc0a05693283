import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { nodeFileSystem } from '../../node/fileSystem';
import { version } from '../version';
import { mcp } from './mcp';

/** `byline mcp` by itself, as the extension brings it along; it shares what it loads with the extension. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string', multiple: true },
      as: { type: 'string' },
      style: { type: 'string' },
      locale: { type: 'string' },
      'link-text': { type: 'string' },
      note: { type: 'string' },
      severity: { type: 'string', multiple: true },
    },
  });
  const ports = {
    files: nodeFileSystem,
    uriOf: (path: string) => pathToFileURL(path).href,
    input: () => process.stdin,
    version,
  };
  const out = (text: string) => process.stdout.write(text);
  const err = (text: string) => process.stderr.write(text);
  return mcp(positionals, values, ports, { out, err });
}

main().then(
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
