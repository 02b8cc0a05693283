/** Neighbours that have the same value of a property, together. */
export function groupBy<T, K extends keyof T>(items: readonly T[], key: K): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last[0]![key] === item[key]) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
