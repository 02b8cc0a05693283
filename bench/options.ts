import { parseArgs } from 'node:util';

export interface Options {
  readonly sections: readonly string[];
  readonly posts: readonly number[];
  /** Timed search per size, all engines together. */
  readonly seconds: number;
  readonly engines: readonly string[] | undefined;
  readonly seed: number;
  readonly queriesPerKind: number;
  readonly lexicons: readonly string[];
  /** Writes the README's picture from what the section `search` finds. */
  readonly picture: boolean;
}

export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      posts: { type: 'string', default: '10000,100000' },
      seconds: { type: 'string', default: '10' },
      engines: { type: 'string' },
      seed: { type: 'string', default: '1' },
      queries: { type: 'string', default: '30' },
      lexicons: { type: 'string', default: 'engineering,laboratory' },
      picture: { type: 'boolean', default: false },
    },
  });
  const list = (text: string) => text.split(',').filter(part => part !== '');
  return {
    sections: positionals,
    posts: list(values.posts).map(Number),
    seconds: Number(values.seconds),
    engines: values.engines === undefined ? undefined : list(values.engines),
    seed: Number(values.seed),
    queriesPerKind: Number(values.queries),
    lexicons: list(values.lexicons),
    picture: values.picture,
  };
}
