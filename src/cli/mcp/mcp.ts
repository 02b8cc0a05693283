import { citationFormats, defaultWording } from '../../core/citation';
import type { Problem } from '../../core/problem';
import { problemLine } from '../../core/problemText';
import { webAddress } from '../../core/sources/webAddress';
import { type Options, oneOf, requireFrom, UsageError } from '../command';
import type { CommandLinePorts, Output, Serving } from '../ports';
import { severitiesOf } from '../severities';
import { filesLibrary } from './filesLibrary';
import { OpenedFiles } from './openedFiles';
import { serveMcp } from './serveMcp';

export const mcpOptions: readonly (keyof Options)[] = [
  'from',
  'as',
  'style',
  'locale',
  'link-text',
  'note',
  'severity',
];

/**
 * `byline mcp --from FILE…`: an MCP server over standard input and output, until the input ends. What goes wrong with
 * the files is told on standard error.
 */
export async function mcp(
  words: readonly string[],
  options: Options,
  ports: Pick<CommandLinePorts, 'files' | 'uriOf'> & Serving,
  output: Output,
): Promise<number> {
  const from = requireFrom(options);
  if (words.length > 0)
    throw new UsageError('“mcp” takes no words; say where the posts are with --from FILE.');
  const format = oneOf('--as', options.as, citationFormats, 'inlineLink');
  const strange = from.find(path => path === '-' || webAddress(path) !== undefined);
  if (strange !== undefined)
    throw new UsageError(`“mcp” takes library files and bibliographies, not “${strange}”.`);
  const closing = new AbortController();
  const report = (problem: Problem) => output.err(`${problemLine(problem)}\n`);
  const opened = new OpenedFiles(from.map(ports.uriOf), ports.files, report, closing.signal);
  const { 'link-text': linkText = defaultWording.linkText, note = defaultWording.note } = options;
  const citing = { format, wording: { linkText, note }, checks: severitiesOf(options) };
  const library = filesLibrary(opened, options, citing, ports);
  // Read before somebody asks, as the first question would have to wait for it.
  void opened
    .search()
    .then(() => opened.known())
    .catch(() => {});
  const { callTool, toolDefinitions } = await import('../../core/tools');
  await serveMcp(ports.input(), {
    version: ports.version(),
    tools: toolDefinitions,
    call: (name, input, signal) => callTool(name, input, library, signal),
    write: line => output.out(line),
  });
  closing.abort();
  return 0;
}
