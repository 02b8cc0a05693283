import {
  accents,
  silentArguments,
  spaces,
  spacingAccents,
  subscripts,
  superscripts,
  symbols,
} from './latexSymbols';

/**
 * Plain text of a value written in LaTeX: accents, symbols, quotes and dashes as Unicode; style commands and braces
 * dropped; mathematics as far as a line of text can say it. A line break (`\\`) is "\n", a paragraph "\n\n"; other white
 * space is one space. Unknown commands leave their arguments. Linear; never throws.
 */
export function latexText(latex: string): string {
  return /[\\{}$~`'_^\n\r-]/.test(latex) ? new LatexReader(latex).read() : latex;
}

/** An address or another verbatim value: as it stands, but for what LaTeX needs escaped. */
export function verbatimText(latex: string): string {
  if (!/[\\{}]/.test(latex)) return latex.trim();
  return latex
    .replace(/\$\\sim\$|\{?\\(?:textasciitilde|~)(?:\s?\{\})?\}?/g, '~')
    .replace(/\{?\\textunderscore(?:\s?\{\})?\}?/g, '_')
    .replace(/\\(?:url|path|nolinkurl|href)(?=\s*\{)/g, '')
    .replace(/\\([_%&#$^\\/-])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}

/** A group that is open. */
interface Frame {
  /** Follows the group. */
  readonly after: string;
  /** Of a superscript or subscript: what its characters turn into, and where it began. */
  readonly script?: ReadonlyMap<string, string> | undefined;
  readonly from: number;
}

const plainFrame: Frame = { after: '', from: 0 };
/** In parts of the output: a longer superscript is left as it is. */
const longestScript = 12;

class LatexReader {
  #at = 0;
  readonly #out: string[] = [];
  readonly #frames: Frame[] = [];
  /** For the group that opens next. */
  #next: Frame = plainFrame;
  /** A combining character for the letter that comes next. */
  #accent = '';
  #isMath = false;
  #hasMathEnd = true;
  #isQuoted = false;

  constructor(readonly latex: string) {}

  read(): string {
    const { latex } = this;
    const run = /[^\\{}$~`'_^\n\r-]+/y;
    while (this.#at < latex.length) {
      run.lastIndex = this.#at;
      const text = run.exec(latex)?.[0];
      if (text !== undefined) {
        this.#at += text.length;
        this.#emit(text);
      } else {
        this.#special(latex[this.#at++]!);
      }
    }
    return this.#out.join('').normalize('NFC');
  }

  #emit(text: string): void {
    if (this.#accent === '') {
      this.#out.push(text);
      return;
    }
    const start = /^\s*/.exec(text)![0].length;
    const letter = String.fromCodePoint(text.codePointAt(start) ?? 0x20);
    if (start === text.length) return;
    const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
    this.#out.push(base, this.#accent, text.slice(start + letter.length));
    this.#accent = '';
  }

  #special(character: string): void {
    if (character === '\\') this.#command();
    else if (character === '{') {
      this.#frames.push({ ...this.#next, from: this.#out.length });
      this.#next = plainFrame;
    } else if (character === '}') this.#closeGroup();
    else if (character === '$') this.#dollar();
    else if (character === '~') this.#emit(' ');
    else if (character === '-') this.#dashes();
    else if (character === '^' || character === '_') this.#script(character);
    else if (character === '`' || character === "'") this.#quotes(character);
    else this.#lineEnds();
  }

  #closeGroup(): void {
    if (this.#accent) {
      this.#out.push(spacingAccents.get(this.#accent) ?? '');
      this.#accent = '';
    }
    const frame = this.#frames.pop();
    if (frame?.script) this.#raise(frame.script, frame.from);
    if (frame?.after) this.#out.push(frame.after);
  }

  /** Turns the output from `from` on into superscript or subscript, where Unicode has all of it. */
  #raise(script: ReadonlyMap<string, string>, from: number): void {
    if (this.#out.length - from > longestScript) return;
    const characters = [...this.#out.slice(from).join('')];
    const raised = characters.map(character => script.get(character));
    if (characters.length > longestScript || raised.includes(undefined)) return;
    this.#out.length = from;
    // The sign that called for it stands before the group.
    if (/^[\^_]$/.test(this.#out[from - 1] ?? '')) this.#out.pop();
    this.#out.push(raised.join(''));
  }

  #dollar(): void {
    const { latex } = this;
    if (latex[this.#at] === '$') this.#at++;
    if (!this.#isMath && this.#hasMathEnd) {
      let end = latex.indexOf('$', this.#at);
      if (latex[end - 1] === '\\') end = latex.indexOf('$', end + 1);
      this.#hasMathEnd = end !== -1;
    }
    if (this.#isMath || this.#hasMathEnd) this.#isMath = !this.#isMath;
    else this.#emit('$');
  }

  #dashes(): void {
    const { latex } = this;
    const start = this.#at - 1;
    while (latex[this.#at] === '-' && this.#at - start < 3) this.#at++;
    const count = this.#at - start;
    this.#emit(this.#isMath ? '-'.repeat(count) : ['-', '–', '—'][count - 1]!);
  }

  #quotes(mark: string): void {
    const next = this.latex[this.#at] ?? ' ';
    if (this.#isMath) this.#emit(mark === "'" ? '′' : mark);
    else if (next === mark) {
      this.#at++;
      this.#emit(mark === '`' ? '“' : '”');
    } else if (mark === '`') {
      this.#isQuoted = true;
      this.#emit('‘');
    } else {
      const isEnd = this.#isQuoted && !/[\p{L}\p{N}]/u.test(next);
      if (isEnd) this.#isQuoted = false;
      this.#emit(isEnd ? '’' : "'");
    }
  }

  #script(sign: string): void {
    const { latex } = this;
    const script = sign === '^' ? superscripts : subscripts;
    const raised = this.#isMath ? script.get(latex[this.#at] ?? '') : undefined;
    if (raised !== undefined) this.#at++;
    if (this.#isMath && latex[this.#at] === '{') this.#next = { after: '', script, from: 0 };
    this.#emit(raised ?? sign);
  }

  #lineEnds(): void {
    const end = /\s*/y;
    end.lastIndex = this.#at - 1;
    const space = end.exec(this.latex)![0];
    this.#at = end.lastIndex;
    this.#emit(/\n[^\S\n]*\n/.test(space) ? '\n\n' : ' ');
  }

  #command(): void {
    const name = /[a-zA-Z]+\*?|./sy;
    name.lastIndex = this.#at;
    const match = name.exec(this.latex)?.[0];
    this.#at += match?.length ?? 0;
    if (match === undefined) this.#emit('\\');
    else if (/[a-zA-Z]/.test(match)) this.#word(match.replace('*', ''));
    else this.#sign(match);
  }

  /** `\&`, `\'`, `\\` and the like. */
  #sign(sign: string): void {
    const accent = accents.get(sign);
    if (accent !== undefined && !(this.#isMath && sign === '=')) {
      this.#accent = accent;
      this.#skipSpace();
    } else if (sign === '\\') this.#emit('\n');
    else if (sign === '(' || sign === '[') this.#isMath = true;
    else if (sign === ')' || sign === ']') this.#isMath = false;
    else if (/[,:; \n\r\t>]/.test(sign)) this.#emit(' ');
    else if (!/[-/!@]/.test(sign)) this.#emit(sign);
  }

  #word(name: string): void {
    const accent = accents.get(name);
    // Mathematics reads better with its spaces.
    const hasGroup = this.#isMath && symbols.has(name) ? false : this.#skipSpace();
    if (accent !== undefined) this.#accent = accent;
    else if (name === 'url' || name === 'path' || name === 'nolinkurl')
      this.#emit(verbatimText(this.#argument()));
    else if (name === 'newline' || name === 'linebreak') this.#emit('\n');
    else if (name === 'par') this.#emit('\n\n');
    else if (silentArguments.has(name)) this.#argument();
    else if (spaces.has(name)) this.#emit(' ');
    else if (name === 'enquote' || name === 'mkbibquote') {
      this.#emit('“');
      this.#next = { after: '”', from: 0 };
    } else if (name === 'frac' || name === 'tfrac' || name === 'nicefrac')
      this.#next = { after: '/', from: 0 };
    else if (name === 'textsuperscript' || name === 'mkbibsuperscript')
      this.#next = { after: '', script: superscripts, from: 0 };
    else if (name === 'textsubscript' || name === 'mkbibsubscript')
      this.#next = { after: '', script: subscripts, from: 0 };
    else if (name === 'ensuremath') this.#next = plainFrame;
    else if (symbols.has(name)) this.#emit(symbols.get(name)!);
    else if (
      this.#isMath &&
      !hasGroup &&
      !/^(?:left|right|[bB]ig+[lr]?|displaystyle|limits|nolimits|rm|bf|it|cal)$/.test(name)
    ) {
      // The name of a function, as in `\log n`.
      this.#emit(/[a-z]/i.test(this.latex[this.#at] ?? '') ? `${name} ` : name);
    }
  }

  /** Whether a group follows. */
  #skipSpace(): boolean {
    while (/\s/.test(this.latex[this.#at] ?? '')) this.#at++;
    return this.latex[this.#at] === '{';
  }

  /** The group that follows, as it is written; empty when none does. */
  #argument(): string {
    const { latex } = this;
    if (latex[this.#at] !== '{') return '';
    const start = this.#at + 1;
    let depth = 0;
    for (; this.#at < latex.length; this.#at++) {
      const code = latex[this.#at];
      if (code === '{') depth++;
      else if (code === '}' && --depth === 0) break;
    }
    return latex.slice(start, this.#at++);
  }
}
