import { parseArgs } from 'node:util';
import { parseUrl } from '../core/parseUrl';
import { cleanUrl } from '../core/url';
import { type Options, UsageError } from './command';

/**
 * The command and its words and options. Values that are wrong for every command are refused here.
 * @throws UsageError
 */
export function parseWords(argv: readonly string[]): { name?: string; words: string[]; options: Options } {
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
