import { parseArgs } from 'node:util';
import { parseUrl } from '../core/parseUrl';
import type { HttpClient } from '../core/ports';
import type { Problem } from '../core/problem';
import { problemLine } from '../core/problemText';
import { cleanUrl } from '../core/url';
import { bibliography } from './bibliography';
import { check } from './check';
import { cite } from './cite';
import type { Command, Options } from './command';
import { UsageError } from './command';
import { exportPosts } from './export';
import { help } from './help';
import { list } from './list';
import { type Loaded, load } from './load';
import { mcp, mcpOptions, type Serving } from './mcp/mcp';
import { read } from './read';
import type { LocationPorts } from './readLocation';
import { search } from './search';

export interface CommandLinePorts extends Omit<LocationPorts, 'http'> {
  /** @param allowedHosts as `checkUrl` takes them. */
  readonly createHttpClient: (allowedHosts: readonly string[]) => HttpClient;
  /** Of a program that runs until its input ends. */
  readonly serving?: Serving;
}

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** But for `mcp`, which loads no posts. */
export const commands: Readonly<Record<string, Command>> = {
  read,
  list,
  search,
  cite,
  bibliography,
  check,
  export: exportPosts,
};
const names = [...Object.keys(commands), 'mcp'];
const knows = (name: string) => names.includes(name);
const unknown = (name: string) => `There is no command “${name}”; there are ${names.join(', ')}.`;

/**
 * The command line. Posts go to `output.out`, problems to `output.err`, one line each.
 * @param argv the words behind the program's name.
 * @returns the exit code: 0 done, 1 nothing usable, not found or something to mend, 2 wrong use or no such file.
 */
export async function run(argv: readonly string[], ports: CommandLinePorts, output: Output): Promise<number> {
  const report = (problem: Problem) => output.err(`${lineOf(problem)}\n`);
  try {
    const { name, words, options } = parse(argv);
    if (name === 'help' || options.help) {
      const [asked] = name === 'help' ? words : [name];
      if (asked !== undefined && !knows(asked)) throw new UsageError(unknown(asked));
      output.out(help(asked));
      return 0;
    }
    if (name === undefined) {
      throw new UsageError(`Say what to do: ${names.join(', ')}.`);
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command && name !== 'mcp') {
      throw new UsageError(unknown(name));
    }
    const taken = command ? command.options : mcpOptions;
    const strange = Object.keys(options).find(option => !taken.includes(option as keyof Options));
    if (strange) {
      throw new UsageError(`“${name}” takes no --${strange}.`);
    }
    if (!command) return await mcp(words, options, { ...ports, ...ports.serving! }, output);
    const locations = command.locations(words, options);
    const http = ports.createHttpClient(options['allow-host'] ?? []);
    const { posts, readings } = await load(locations, { ...ports, http }, options.base);
    for (const reading of readings) {
      output.err(command === read ? takenFor(reading) : feedsOnly(reading));
      reading.problems.forEach(report);
    }
    const missing = posts.length > 0 ? [] : readings.flatMap(({ problems }) => problems.filter(isMissing));
    const reportMissing = (problem: Problem) => {
      if (isMissing(problem)) missing.push(problem);
      report(problem);
    };
    const answered = await command.answer(posts, words, options, ports, reportMissing, readings);
    const { text, notes = [], code } = typeof answered === 'object' ? answered : { text: answered };
    for (const note of notes) output.err(`${note}\n`);
    if (text === undefined && command !== read && missing.length === 0) {
      output.err(
        `byline: ${posts.length === 0 ? 'There are no posts to look among' : 'No post was found'}.\n`,
      );
    }
    output.out(text ?? (options.format === 'json' ? '[]\n' : ''));
    if (code !== undefined) return code;
    if (text !== undefined || (command === read && readings.some(({ feeds }) => feeds))) return 0;
    return missing.length > 0 ? 2 : 1;
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`byline: ${sentence(error.message.split('\n', 1)[0] ?? '')} See byline --help.\n`);
      return 2;
    }
    throw error;
  }
}

/** What a location was taken for, and the feeds of an outline, which are not read as nobody gave their addresses. */
function takenFor({ location, takenFor: what, feeds = [] }: Loaded['readings'][number]): string {
  if (what === undefined) return '';
  const names = feeds.map(({ location: url, name }) => `  ${name === undefined ? url : `${url} ${name}`}\n`);
  return `${location}: ${what}\n${names.join('')}`;
}

/** That the feeds of an outline are not read, for who looks for their posts. */
function feedsOnly({ location, feeds = [] }: Loaded['readings'][number]): string {
  if (feeds.length === 0) return '';
  return `${location}: An OPML outline names feeds, ${feeds.length} here, and they are not read. Give their addresses with --from; “byline read” shows them.\n`;
}

const isMissing = ({ code }: Problem): boolean => code === 'missingFile';

function lineOf(problem: Problem): string {
  const { code, source, detail } = problem;
  if (code === 'privateAddress') {
    return `${source}: ${detail} is this computer or in a private network. If you trust it, add --allow-host ${detail}.`;
  }
  if (code === 'unreadableFile') return sentence(problemLine(problem));
  const isLikeAddress = code === 'missingFile' && /^(?:www\.|[\w-]+(?:\.[\w-]+)+[:/])/.test(source);
  return isLikeAddress ? `${problemLine(problem)} An address begins with https://.` : problemLine(problem);
}

/** With a full stop, where no mark ends it. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
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
        'allow-host': { type: 'string', multiple: true },
        format: { type: 'string' },
        by: { type: 'string' },
        limit: { type: 'string' },
        as: { type: 'string' },
        in: { type: 'string' },
        at: { type: 'string' },
        write: { type: 'boolean' },
        style: { type: 'string' },
        locale: { type: 'string' },
        level: { type: 'string' },
        severity: { type: 'string', multiple: true },
        fix: { type: 'boolean' },
        out: { type: 'string' },
        'link-text': { type: 'string' },
        note: { type: 'string' },
      },
    });
    const [name, ...words] = positionals;
    const formats = name === 'check' ? ['text', 'json', 'sarif'] : ['text', 'json'];
    if (values.format !== undefined && !formats.includes(values.format)) {
      throw new UsageError(`--format takes ${formats.join(' or ')}, not “${values.format}”.`);
    }
    const strange = values['allow-host']?.find(
      host => !/^[^\s/@?#]+$/.test(host) || !parseUrl(`http://${host}`),
    );
    if (strange !== undefined) {
      throw new UsageError(
        `--allow-host takes a host, such as blog.corp or localhost:8080, not “${strange}”.`,
      );
    }
    if (values.base !== undefined && cleanUrl(values.base) === undefined) {
      throw new UsageError(
        `--base takes a whole address with http or https, such as https://example.com/blog/, not “${values.base}”.`,
      );
    }
    return {
      ...(name !== undefined && { name }),
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
