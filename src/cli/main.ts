import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { nodeFileSystem } from '../node/fileSystem';
import { createHttpClient } from '../node/httpClient';
import { run } from './run';
import { sentence } from './sentence';
import { version } from './version';

// Whoever reads the output may have enough of it, as `head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
    process.exit();
  });
}

run(
  process.argv.slice(2),
  {
    files: nodeFileSystem,
    uriOf: path => pathToFileURL(path).href,
    readInput: () => buffer(process.stdin),
    serving: { input: () => process.stdin, version },
    createHttpClient: hosts =>
      createHttpClient({ allowedHosts: () => hosts, userAgent: `Byline/${version()}` }),
  },
  {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
  },
).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`byline: ${sentence(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 1;
  },
);
