import { readFile, writeFile } from 'node:fs/promises';
import { type CommandLinePorts, run } from './run';

const ports: CommandLinePorts = {
  async readText(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return undefined;
      }
      throw error;
    }
  },
  writeText: (path, text) => writeFile(path, text),
};

run(process.argv.slice(2), ports, {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
}).then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`byline: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  },
);
