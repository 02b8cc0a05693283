import { readBytes, writeWhole } from '../node/files';
import { run } from './run';

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
  { readBytes, writeText: writeWhole },
  {
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
  },
).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`byline: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  },
);
