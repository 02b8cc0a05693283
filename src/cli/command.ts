import type { Post } from '../core/post';
import type { Problem } from '../core/problem';
import type { Loaded } from './load';
import type { CommandLinePorts } from './ports';

export interface Options {
  readonly help?: boolean;
  readonly from?: readonly string[];
  readonly base?: string;
  readonly 'allow-host'?: readonly string[];
  readonly format?: 'text' | 'json' | 'sarif';
  readonly by?: string;
  readonly limit?: string;
  readonly as?: string;
  readonly in?: string;
  readonly at?: string;
  readonly write?: boolean;
  readonly style?: string;
  readonly locale?: string;
  readonly level?: string;
  readonly severity?: readonly string[];
  readonly fix?: boolean;
  readonly out?: string;
  readonly 'link-text'?: string;
  readonly note?: string;
}

/** What a command has to say. */
export interface Answer {
  /** For standard output. */
  readonly text: string;
  /** Lines for standard error. */
  readonly notes?: readonly string[];
  /** The exit code, 0 unless said. */
  readonly code?: 0 | 1;
}

/** Those of every command that loads posts. */
export const loadOptions = ['from', 'base', 'allow-host', 'format'] as const;

export interface Command {
  /** The options that the command takes; any other is wrong use. */
  readonly options: readonly (keyof Options)[];
  /** The files, folders and addresses to load posts from. Throws UsageError where words or options are wrong. */
  locations(words: readonly string[], options: Options): readonly string[];
  /** What goes to standard output, maybe with more; `undefined` when there is nothing to answer. */
  answer(
    posts: readonly Post[],
    words: readonly string[],
    options: Options,
    ports: CommandLinePorts,
    report: (problem: Problem) => void,
    readings: Loaded['readings'],
  ): Promise<Answer | string | undefined> | Answer | string | undefined;
}

/** Wrong words or options: the message says what is wrong and what to write instead. */
export class UsageError extends Error {}

export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** What `--from` gives, which most commands need. */
export function requireFrom(options: Options): readonly string[] {
  if (!options.from?.length) {
    throw new UsageError('Say where the posts are, with --from and a file, folder or address.');
  }
  return options.from;
}

export function requireWords(words: readonly string[], what: string): void {
  if (words.join('').trim() === '') {
    throw new UsageError(`Say ${what}.`);
  }
}

/** The one of `choices` that `value` names; `fallback` when it is not given. */
export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
  fallback?: T,
): T {
  if (value === undefined && fallback !== undefined) {
    return fallback;
  }
  const choice = choices.find(candidate => candidate === value);
  if (!choice) {
    throw new UsageError(
      `${option} takes ${choices.join(', ')}${value === undefined ? '' : `, not “${value}”`}.`,
    );
  }
  return choice;
}
