/** In UTF-16 units of JSON, about 3,000 tokens. */
const mostTogether = 12_000;

/** The first items that fit into an answer, at least one of them. */
export function fitting<T>(items: readonly T[], room = mostTogether): readonly T[] {
  let left = room;
  const over = items.findIndex((item, index) => {
    left -= JSON.stringify(item).length + 1;
    return left < 0 && index > 0;
  });
  return over < 0 ? items : items.slice(0, over);
}
