import type { Problem } from '../core/problem';
import { problemLine } from '../core/problemText';
import { bibliography } from './bibliography';
import { check } from './check';
import { cite } from './cite';
import { type Command, type Options, UsageError } from './command';
import { exportPosts } from './export';
import { help } from './help';
import { list } from './list';
import { type Loaded, load } from './load';
import { mcp, mcpOptions } from './mcp/mcp';
import { parseWords } from './parseWords';
import type { CommandLinePorts, Output } from './ports';
import { read } from './read';
import { search } from './search';
import { sentence } from './sentence';

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
    const { name, words, options } = parseWords(argv);
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

/** Says that the feeds of an outline are not read, to people who look for their posts. */
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
