import * as vscode from 'vscode';
import type { CslError, CslFormatter } from '../core/csl';
import { inTextStyles, shippedStyles } from '../core/csl/shipped';
import type { Settings } from '../core/settings';
import { pathUri } from './settings';

/** In bytes; a larger file is no style, and isn't read. */
const largest = 4 << 20;
/** Documents of one workspace have one style, seldom two. */
const mostKept = 2;

/** Styles and locales: those that came with Byline, and the user's own `.csl` files. */
export class CslFiles {
  /** By style, its version and the language; the last used one comes last. */
  readonly #formatters = new Map<string, Promise<CslFormatter>>();

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly home: vscode.Uri | undefined,
  ) {}

  /** @throws Error that tells people what is wrong, and what to do */
  async formatter({ style, locale }: Settings['csl']): Promise<CslFormatter> {
    const isShipped = shippedStyles.some(name => name === style);
    const file = isShipped ? this.#shipped(style) : pathUri(style, this.home);
    if (!file) throw this.#missing(style);
    const { CslError } = await import('../core/csl');
    try {
      const version = isShipped ? '' : await versionOf(file);
      const language = locale || vscode.env.language;
      const key = JSON.stringify([file.toString(), version, language, locale !== '']);
      const made = this.#formatters.get(key) ?? this.#create(file, language, locale !== '');
      this.#keep(key, made);
      made.catch(() => this.#formatters.delete(key));
      return await made;
    } catch (error) {
      if (error instanceof vscode.FileSystemError) throw this.#missing(style);
      throw error instanceof CslError ? unusable(style, error) : error;
    }
  }

  /** The other styles that come with Byline and write into the text; they are not kept, as they are seldom needed. */
  formers({ style, locale }: Settings['csl']): Promise<readonly CslFormatter[]> {
    const language = locale || vscode.env.language;
    const others = inTextStyles.filter(name => name !== style);
    return Promise.all(others.map(name => this.#create(this.#shipped(name), language, locale !== '')));
  }

  async #create(file: vscode.Uri, language: string, forceLanguage: boolean): Promise<CslFormatter> {
    const { createFormatter, neededLocales } = await import('../core/csl');
    const style = await readText(file);
    const names = neededLocales({ style, language, forceLanguage });
    const texts = await Promise.all(names.map(name => readText(this.#shipped(name))));
    const locales = new Map<string, string>(names.map((name, at) => [name, texts[at]!]));
    return createFormatter({ style, locales: name => locales.get(name), language, forceLanguage });
  }

  #keep(key: string, formatter: Promise<CslFormatter>): void {
    this.#formatters.delete(key);
    this.#formatters.set(key, formatter);
    const [oldest] = this.#formatters.keys();
    if (this.#formatters.size > mostKept) this.#formatters.delete(oldest!);
  }

  #shipped(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, 'dist/csl', `${name}.json`);
  }

  #missing(style: string): Error {
    return new Error(
      vscode.l10n.t(
        'The citation style “{0}” was not found. Set byline.csl.style to one of {1}, or to the path of a .csl file, relative to the workspace folder.',
        style,
        shippedStyles.join(', '),
      ),
    );
  }
}

function unusable(style: string, { message }: CslError): Error {
  return new Error(
    vscode.l10n.t(
      'The citation style “{0}” cannot be used. {1} Mend the file, or choose another style with byline.csl.style.',
      style,
      message,
    ),
  );
}

/** Changes when the file does. */
async function versionOf(file: vscode.Uri): Promise<string> {
  const { mtime, size } = await vscode.workspace.fs.stat(file);
  if (size > largest) {
    const { CslError } = await import('../core/csl');
    throw new CslError('It is too large.');
  }
  return `${mtime} ${size}`;
}

async function readText(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
