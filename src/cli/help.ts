import { type CommandHelp, commandHelps, findingHelps } from './helpTexts';

const helps: Readonly<Record<string, CommandHelp>> = commandHelps;

/** What a command takes and does; of another word, and of none, which commands there are. */
export const help = (command?: string): string =>
  command !== undefined && Object.hasOwn(helps, command) ? helpOf(command, helps[command]!) : overview();

function overview(): string {
  const names = Object.entries(helps).map(([name, { summary }]) => [name, summary] as const);
  return `${[
    'byline: read, list, search, cite and export posts, and check citations',
    `Commands:\n${table(names)}`,
    paragraph('“byline help COMMAND” tells what a command takes, how it ends, and an example.'),
    paragraph(
      'Pages and bibliographies may have any encoding; documents are UTF-8. Posts, documents and findings go to standard output, all else to standard error, one line each.',
    ),
    `Exit codes:\n${table([
      ['0', 'done'],
      ['1', 'nothing usable, not found, or something to mend'],
      ['2', wrong],
    ])}`,
  ].join('\n\n')}\n`;
}

const wrong = 'wrong use, or no such file';

function helpOf(
  command: string,
  { usage, summary, about = [], options, codes, example }: CommandHelp,
): string {
  const [done, failed] = codes;
  const called = usage.map(words => `  byline ${command} ${words} [OPTION…]`);
  return `${[
    `byline ${command}: ${summary}`,
    `Usage:\n${called.join('\n')}`,
    ...about.map(paragraph),
    `Options:\n${table(options)}`,
    ...(command === 'check' ? [`CODEs, and how much they count unless said:\n${table(findingHelps)}`] : []),
    `Exit codes:\n${table([['0', done], ...(failed ? [['1', failed] as const] : []), ['2', wrong]])}`,
    `Example:\n  ${example}`,
  ].join('\n\n')}\n`;
}

/** In columns of a terminal. */
const width = 96;

const paragraph = (text: string): string => wrapped(text, width).join('\n');

/** Terms in a column, and what they mean beside it; below a term that is too long for it. */
function table(rows: readonly (readonly [term: string, text: string])[]): string {
  const column = Math.min(24, Math.max(...rows.map(([term]) => term.length))) + 2;
  return rows
    .map(([term, text]) => {
      const lines = wrapped(text, width - column - 2);
      const [first, ...others] = term.length + 2 > column ? ['', ...lines] : lines;
      return [
        `  ${term.padEnd(column)}${first}`.trimEnd(),
        ...others.map(line => ' '.repeat(column + 2) + line),
      ].join('\n');
    })
    .join('\n');
}

/** Lines of at most so many characters, as far as words are no longer; "~" is a blank that does not break. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map(line => line.replaceAll('~', ' '));
}
