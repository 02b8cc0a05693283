/** A Python expression of the kind that feedparser's test files assert with. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
  | { readonly kind: 'dict'; readonly items: readonly (readonly [key: Expression, value: Expression])[] }
  | { readonly kind: 'subscript'; readonly of: Expression; readonly key: Expression }
  | {
      readonly kind: 'call';
      readonly of: Expression;
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly items: readonly Expression[] }
  | { readonly kind: 'compare'; readonly first: Expression; readonly rest: readonly Comparison[] };

export interface Comparison {
  readonly operator: string;
  readonly with: Expression;
}

export type Constant = string | number | boolean | undefined;

const tokens =
  /\s*(?:([uUbBrR]{0,2})('''(?:[^\\]|\\.)*?'''|"""(?:[^\\]|\\.)*?"""|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[-+<>()[\]{},.:]))/gsy;

type Token =
  | { readonly kind: 'string' | 'word' | 'sign'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number };

/** Throws a `SyntaxError` for what is no such expression. */
export function parseExpression(text: string): Expression {
  return new Parser(tokenize(text)).whole();
}

function tokenize(text: string): Token[] {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  tokens.lastIndex = 0;
  while (tokens.lastIndex < end) {
    const match = tokens.exec(text);
    if (!match) throw new SyntaxError(`not understood: ${text}`);
    const [, prefix = '', quoted, number, word, sign] = match;
    if (quoted !== undefined) found.push({ kind: 'string', text: unquote(quoted, /r/i.test(prefix)) });
    else if (number !== undefined) found.push({ kind: 'number', value: Number(number) });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else found.push({ kind: 'sign', text: sign! });
  }
  return found;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

function unquote(quoted: string, isRaw: boolean): string {
  const marks = /^('''|""")/.test(quoted) ? 3 : 1;
  const inner = quoted.slice(marks, -marks);
  if (isRaw) return inner;
  return inner.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([^xuU]))/gis,
    (_, x?: string, u?: string, long?: string, other?: string) =>
      other === undefined
        ? String.fromCodePoint(Number.parseInt((x ?? u ?? long)!, 16))
        : (escapes[other] ?? other),
  );
}

class Parser {
  #at = 0;

  constructor(readonly found: readonly Token[]) {}

  whole(): Expression {
    const expression = this.#or();
    if (this.#at < this.found.length) throw new SyntaxError('more than one expression');
    return expression;
  }

  #or(): Expression {
    const items = [this.#and()];
    while (this.#take('or')) items.push(this.#and());
    return items.length === 1 ? items[0]! : { kind: 'or', items };
  }

  #and(): Expression {
    const items = [this.#not()];
    while (this.#take('and')) items.push(this.#not());
    return items.length === 1 ? items[0]! : { kind: 'and', items };
  }

  #not(): Expression {
    return this.#take('not') ? { kind: 'not', of: this.#not() } : this.#comparison();
  }

  #comparison(): Expression {
    const first = this.#sum();
    const rest: Comparison[] = [];
    for (let operator = this.#operator(); operator; operator = this.#operator())
      rest.push({ operator, with: this.#sum() });
    return rest.length === 0 ? first : { kind: 'compare', first, rest };
  }

  #operator(): string | undefined {
    for (const operator of ['==', '!=', '<=', '>=', '<', '>', 'in'])
      if (this.#take(operator)) return operator;
    if (this.#take('is')) return this.#take('not') ? 'is not' : 'is';
    if (this.#isNext('not', 'in')) return this.#take('not') && this.#take('in') ? 'not in' : undefined;
    return undefined;
  }

  /** Only texts are added, to break them into lines. */
  #sum(): Expression {
    let sum = this.#primary();
    while (this.#take('+')) {
      const next = this.#primary();
      if (sum.kind !== 'constant' || next.kind !== 'constant')
        throw new SyntaxError('a sum of other than texts');
      sum = { kind: 'constant', value: `${sum.value}${next.value}` };
    }
    return sum;
  }

  #primary(): Expression {
    let of = this.#atom();
    for (;;) {
      if (this.#take('[')) {
        of = { kind: 'subscript', of, key: this.#or() };
        this.#expect(']');
      } else if (this.#take('.')) {
        const name = this.#word();
        of = this.#take('(')
          ? { kind: 'call', of, name, args: this.#list(')') }
          : { kind: 'subscript', of, key: { kind: 'constant', value: name } };
      } else if (of.kind === 'name' && this.#take('(')) {
        of = {
          kind: 'call',
          of: { kind: 'constant', value: undefined },
          name: of.name,
          args: this.#list(')'),
        };
      } else return of;
    }
  }

  #atom(): Expression {
    if (this.#take('(')) {
      const items = this.#list(')');
      const isTuple = items.length !== 1 || this.#before(2, ',');
      return isTuple ? { kind: 'tuple', items } : items[0]!;
    }
    if (this.#take('[')) return { kind: 'tuple', items: this.#list(']') };
    if (this.#take('{')) return this.#dict();
    if (this.#take('-')) {
      const number = this.#atom();
      if (number.kind !== 'constant' || typeof number.value !== 'number')
        throw new SyntaxError('no number after "-"');
      return { kind: 'constant', value: -number.value };
    }
    const token = this.found[this.#at++];
    if (token?.kind === 'number') return { kind: 'constant', value: token.value };
    if (token?.kind === 'string') {
      let value = token.text;
      for (let next = this.found[this.#at]; next?.kind === 'string'; next = this.found[++this.#at])
        value += next.text;
      return { kind: 'constant', value };
    }
    if (token?.kind !== 'word') throw new SyntaxError('no value');
    const constants: Readonly<Record<string, Constant>> = { True: true, False: false, None: undefined };
    return Object.hasOwn(constants, token.text)
      ? { kind: 'constant', value: constants[token.text] }
      : { kind: 'name', name: token.text };
  }

  #dict(): Expression {
    const items: [Expression, Expression][] = [];
    while (!this.#take('}')) {
      const key = this.#or();
      this.#expect(':');
      items.push([key, this.#or()]);
      if (!this.#take(',') && !this.#isNext('}')) throw new SyntaxError('no "," in a dict');
    }
    return { kind: 'dict', items };
  }

  #list(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.#take(end)) {
      items.push(this.#or());
      if (!this.#take(',') && !this.#isNext(end)) throw new SyntaxError(`no "${end}"`);
    }
    return items;
  }

  #word(): string {
    const token = this.found[this.#at++];
    if (token?.kind !== 'word') throw new SyntaxError('no name after "."');
    return token.text;
  }

  #isNext(...texts: readonly string[]): boolean {
    return texts.every((text, ahead) => {
      const token = this.found[this.#at + ahead];
      return (token?.kind === 'sign' || token?.kind === 'word') && token.text === text;
    });
  }

  #before(back: number, text: string): boolean {
    const token = this.found[this.#at - back];
    return token?.kind === 'sign' && token.text === text;
  }

  #take(text: string): boolean {
    const isNext = this.#isNext(text);
    if (isNext) this.#at++;
    return isNext;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new SyntaxError(`no "${text}"`);
  }
}
