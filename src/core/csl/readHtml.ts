import CSL from 'citeproc';
import { unprotectedText } from './cslItemOf';

/** A piece of formatted text. */
export interface Run {
  readonly text: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  /** The address that it is linked to. */
  readonly link?: string;
  /** The item that it is a cite of; empty where citeproc doesn't say. */
  readonly cite?: string;
}

interface Style {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly raised: boolean;
  readonly link: string | undefined;
  readonly cite: string | undefined;
}

const plain: Style = { italic: false, bold: false, raised: false, link: undefined, cite: undefined };

/**
 * The HTML that citeproc writes, as runs of plain text on one line. What Markdown has no marks for (small capitals,
 * underlining, indents) is left out; raised figures and letters become the raised characters that Unicode has.
 */
export function readHtml(html: string): Run[] {
  const runs: Run[] = [];
  const open: Style[] = [];
  let style = plain;
  let isSpaceDue = false;
  const add = (text: string) => {
    const shown = unprotectedText(decode(text.replace(/\s*\n\s*/g, '')));
    if (!shown) return;
    const before = runs.at(-1)?.text;
    const isApart = !isSpaceDue || !before || /\s$/.test(before) || /^\s/.test(shown);
    runs.push(runOf(isApart ? shown : ` ${shown}`, style));
    isSpaceDue = false;
  };
  for (const [token, isEnd, name = '', attributes = ''] of html.matchAll(
    /<(\/?)([a-z]+)([^<>]*)>|[^<]+|</g,
  )) {
    if (!name) add(token);
    else if (isEnd) style = open.pop() ?? plain;
    else {
      open.push(style);
      style = styleWithin(style, name, attributes);
    }
    // citeproc sets blocks apart by lines of their own.
    if (name === 'div') isSpaceDue = true;
  }
  return joined(trimmed(runs));
}

function styleWithin(style: Style, name: string, attributes: string): Style {
  switch (name) {
    case 'i':
    case 'em':
      return { ...style, italic: true };
    case 'b':
      return { ...style, bold: true };
    case 'sup':
      return { ...style, raised: true };
    case 'a':
      return { ...style, link: unprotectedText(decode(valueIn(attributes))) };
    case 'cite':
      return { ...style, cite: valueIn(attributes) };
    default:
      if (attributes.includes('font-style:normal')) return { ...style, italic: false };
      return attributes.includes('font-weight:normal') ? { ...style, bold: false } : style;
  }
}

const valueIn = (attributes: string): string => /="([^"]*)"/.exec(attributes)?.[1] ?? '';

function runOf(text: string, { italic, bold, raised, link, cite }: Style): Run {
  return {
    text: raised ? raise(text) : text,
    ...(italic && { italic }),
    ...(bold && { bold }),
    ...(link !== undefined && { link }),
    ...(cite !== undefined && { cite }),
  };
}

const raisedCharacters = new Map(
  Object.entries(CSL.SUPERSCRIPTS).map(([character, base]) => [base, character]),
);

/** In raised characters: numbers, and the letters of an ordinal, where Unicode has all of it: "2nd" is not to become "2ⁿd". */
export function raise(text: string): string {
  const whole = raisedCharacters.get(text);
  if (whole || !/^(?:[^\p{L}]*|\p{L}{1,3})$/u.test(text)) return whole ?? text;
  const raised = [...text].map(char => (/[\p{L}\p{N}]/u.test(char) ? raisedCharacters.get(char) : char));
  return raised.includes(undefined) ? text : raised.join('');
}

function decode(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

function trimmed(runs: readonly Run[]): Run[] {
  const filled = runs.map((run, at) => {
    const start = at === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: at === runs.length - 1 ? start.trimEnd() : start };
  });
  return filled.filter(({ text }) => text !== '');
}

/** Neighbours that are alike become one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const isAlike =
      last &&
      last.italic === run.italic &&
      last.bold === run.bold &&
      last.link === run.link &&
      last.cite === run.cite;
    if (isAlike) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}
