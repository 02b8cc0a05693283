import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CslFormatter } from '../core/csl/formatter';
import { localeOf, shippedLocales, shippedStyles } from '../core/csl/shipped';
import { decodeUtf8 } from '../core/decode';
import { UsageError } from './command';
import type { CommandLinePorts } from './ports';

/** In bytes; a larger file is no style, and only its beginning is read, which says so. */
const largest = 4 << 20;

type FilePorts = Pick<CommandLinePorts, 'files' | 'uriOf'>;

/**
 * What formats citations in a style.
 * @param style the name of one that comes with Byline, or the path of a .csl file
 * @param language a language tag; `undefined` for the style's own, or else American English
 * @throws UsageError that says what is wrong with the style
 */
export async function cslFormatter(
  style: string,
  language: string | undefined,
  ports: FilePorts,
): Promise<CslFormatter> {
  const { CslError, createFormatter, neededLocales } = await import('../core/csl');
  const isShipped = shippedStyles.some(name => name === style);
  const text = await readText(isShipped ? shipped(style) : resolve(style), ports);
  if (text === undefined) {
    throw new UsageError(`There is no style “${style}”. Name ${shippedStyles.join(', ')} or a .csl file.`);
  }
  if (language !== undefined && !localeOf(language)) {
    throw new UsageError(`There is no locale “${language}”. Name one of ${shippedLocales.join(', ')}.`);
  }
  const spoken = { style: text, language: language ?? 'en-US', forceLanguage: language !== undefined };
  try {
    const locales = new Map<string, string>();
    for (const name of neededLocales(spoken)) {
      locales.set(name, (await readText(shipped(name), ports)) ?? '');
    }
    return createFormatter({ ...spoken, locales: name => locales.get(name) });
  } catch (error) {
    if (!(error instanceof CslError)) throw error;
    throw new UsageError(`The style “${style}” cannot be used: ${error.message}`);
  }
}

/** They are beside the program, and where the build puts it if the program is run from its source. */
function shipped(name: string): string {
  const beside = join(__dirname, 'csl');
  return join(existsSync(beside) ? beside : join(__dirname, '../../dist/csl'), `${name}.json`);
}

async function readText(path: string, { files, uriOf }: FilePorts): Promise<string | undefined> {
  const bytes = await files.read(uriOf(path), largest);
  return bytes && decodeUtf8(bytes, path);
}
