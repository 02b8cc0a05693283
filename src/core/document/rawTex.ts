import { matchingBraces } from './braces';

const command = /\\([a-z]+)\*?(?:\[[^[\]]*\])*/iy;
const environmentEnd = /\\end\{([^{}]*)\}/g;

/**
 * Where the TeX ends that Pandoc hands on as it is and that begins with the backslash at an offset: a command with its
 * arguments (`\index{…}`) or an environment; `undefined` for a command that has none, so that it holds no text. Offsets
 * must not go back.
 */
export function texReader(text: string): (at: number) => number | undefined {
  let closings: ReadonlyMap<number, number> | undefined;
  let ends: ReadonlyMap<string, number[]> | undefined;

  /** Where the environment ends of which the text begins at an offset. */
  function environmentAfter(name: string, at: number): number | undefined {
    ends ??= environmentEnds(text);
    const ahead = ends.get(name) ?? [];
    while (ahead.length > 0 && ahead.at(-1)! <= at) ahead.pop();
    return ahead.at(-1);
  }

  return at => {
    command.lastIndex = at;
    const [whole, name] = command.exec(text) ?? [];
    if (whole === undefined) return undefined;
    const start = at + whole.length;
    closings ??= matchingBraces(text);
    let end = start;
    for (let next = closings.get(end); next !== undefined; next = closings.get(end)) end = next;
    if (end === start) return whole.endsWith(']') ? end : undefined;
    return name === 'begin'
      ? (environmentAfter(text.slice(start + 1, closings.get(start)! - 1), end) ?? end)
      : end;
  };
}

/** By the name of an environment, where each ends, the last one first. */
function environmentEnds(text: string): Map<string, number[]> {
  const ends = new Map<string, number[]>();
  for (const { index, 0: whole, 1: name } of [...text.matchAll(environmentEnd)].reverse()) {
    const same = ends.get(name!);
    if (same) same.push(index + whole.length);
    else ends.set(name!, [index + whole.length]);
  }
  return ends;
}
