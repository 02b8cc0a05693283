import { parseArgs } from 'node:util';
import type { Problem } from '../core/problem';
import { problemLine } from '../core/problemText';
import { cleanUrl } from '../core/url';
import { cite } from './cite';
import type { Command, Options } from './command';
import { UsageError } from './command';
import { help } from './help';
import { list } from './list';
import { load, type ReadBytes } from './load';
import { read } from './read';
import { search } from './search';

export interface CommandLinePorts {
  readonly readBytes: ReadBytes;
  readonly writeText: (path: string, text: string) => Promise<void>;
}

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

const commands: Record<string, Command> = { read, list, search, cite };

/**
 * The command line. Posts go to `output.out`, problems to `output.err`, one line each.
 * @param argv the words behind the program's name.
 * @returns the exit code: 0 done, 1 nothing usable or not found, 2 wrong use.
 */
export async function run(argv: readonly string[], ports: CommandLinePorts, output: Output): Promise<number> {
  const report = (problem: Problem) => output.err(`${problemLine(problem)}\n`);
  try {
    const { name, words, options } = parse(argv);
    if (name === 'help') {
      output.out(help);
      return 0;
    }
    if (name === undefined) {
      throw new UsageError(`Say what to do: ${Object.keys(commands).join(', ')}.`);
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
      throw new UsageError(`There is no command “${name}”; there are ${Object.keys(commands).join(', ')}.`);
    }
    const strange = Object.keys(options).find(option => !command.options.includes(option as keyof Options));
    if (strange) {
      throw new UsageError(`“${name}” takes no --${strange}.`);
    }
    const files = command.files(words, options);
    const { posts, problems } = await load(files, ports.readBytes, options.base);
    problems.forEach(report);
    const text = await command.answer(posts, words, options, ports, report);
    output.out(text ?? (options.in === undefined ? '[]\n' : ''));
    return text === undefined ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`byline: ${error.message.split('\n', 1)[0]} See byline --help.\n`);
      return 2;
    }
    throw error;
  }
}

function parse(argv: readonly string[]): { name?: string; words: string[]; options: Options } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        from: { type: 'string', multiple: true },
        base: { type: 'string' },
        format: { type: 'string' },
        by: { type: 'string' },
        limit: { type: 'string' },
        as: { type: 'string' },
        in: { type: 'string' },
        at: { type: 'string' },
        write: { type: 'boolean' },
      },
    });
    const [name, ...words] = positionals;
    if (values.format !== undefined && values.format !== 'text' && values.format !== 'json') {
      throw new UsageError(`--format takes text or json, not “${values.format}”.`);
    }
    if (values.base !== undefined && cleanUrl(values.base) === undefined) {
      throw new UsageError(
        `--base takes a whole address with http or https, such as https://example.com/blog/, not “${values.base}”.`,
      );
    }
    return {
      ...(values.help ? { name: 'help' } : name === undefined ? {} : { name }),
      words,
      options: values as Options,
    };
  } catch (error) {
    if (error instanceof TypeError) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}
