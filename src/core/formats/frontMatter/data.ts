import { parse as parseToml, TomlError } from 'smol-toml';
import { Composer, type CST, Parser } from 'yaml';

/** What a text of data says, or why it says nothing: in a short sentence, with its 1-based line where that is known. */
export type Data =
  | { readonly value: unknown; readonly error?: undefined }
  | { readonly error: string; readonly line?: number };

/** In UTF-16 units, for front matter: what is longer is no front matter anymore. */
const longest = 1 << 16;
/** Of lists in lists: people write three, and what reads them needs a stack. */
const deepest = 40;
const mostAliases = 50;

/**
 * Reads YAML 1.2. All values are texts as written, lists and objects: "1.10" stays that, "no" is no truth value. Of
 * equal keys the last one holds. Texts longer than `most` are refused, as is what nests or repeats beyond reason.
 */
export function readYaml(text: string, most = longest): Data {
  if (text.length > most) return { error: 'it is too long' };
  if (isDeep(text)) return { error: 'it nests too deep' };
  const { stackTraceLimit } = tracing;
  try {
    // The parser makes an error of each mark that it does not expect, and tens of thousands of stacks take seconds.
    tracing.stackTraceLimit = 0;
    const composer = new Composer({ schema: 'failsafe', uniqueKeys: false });
    const [document] = composer.compose(toFirstError(new Parser().parse(text)), true, text.length);
    const [error] = document!.errors;
    if (error) return { error: error.message, line: text.slice(0, error.pos[0]).split('\n').length };
    return { value: document!.toJS({ maxAliasCount: mostAliases }) };
  } catch (error) {
    return { error: firstLine(error) };
  } finally {
    tracing.stackTraceLimit = stackTraceLimit;
  }
}

/** A text has one error that counts, and may have as many as signs. */
function* toFirstError(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  for (const token of tokens) {
    yield token;
    if (token.type === 'error') return;
  }
}

/** V8 has it, and others leave it alone. */
const tracing = Error as { stackTraceLimit?: number | undefined };

/** Reads TOML 1.0; dates and times are `Date`s whose ISO text is as written. */
export function readToml(text: string, most = longest): Data {
  if (text.length > most) return { error: 'it is too long' };
  try {
    return { value: parseToml(text, { maxDepth: deepest, integersAsBigInt: 'asNeeded' }) };
  } catch (error) {
    return { error: firstLine(error), ...(error instanceof TomlError && { line: error.line }) };
  }
}

/** Reads JSON, also with the trailing commas and comments that YAML's objects allow. */
export function readJson(text: string, most = longest): Data {
  if (text.length > most) return { error: 'it is too long' };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const lenient = readYaml(text, most);
    return lenient.error === undefined ? lenient : { error: firstLine(error) };
  }
}

function firstLine(error: unknown): string {
  return (error as Error).message.split('\n', 1)[0]!.slice(0, 200);
}

/** Whether brackets nest, or list and key marks follow each other on a line, deeper than anybody writes. */
function isDeep(text: string): boolean {
  let brackets = 0;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '[' || character === '{') {
      if (++brackets > deepest) return true;
    } else if (character === ']' || character === '}') {
      if (brackets > 0) brackets--;
    }
    if (character === '\n') marks = 0;
    else if ('-?:'.includes(character) && ' \t'.includes(text[at + 1] ?? ' ')) {
      if (++marks > deepest) return true;
    } else if (character !== ' ' && character !== '\t' && character !== ':') marks = Math.max(0, marks - 1);
  }
  return false;
}
