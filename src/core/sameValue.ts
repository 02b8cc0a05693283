/** Whether two values of plain data (objects, arrays, texts, numbers) say the same; order of an object's fields apart. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return false;
  }
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === others.length &&
    keys.every(key => Object.hasOwn(b, key) && sameValue(a[key as never], b[key as never]))
  );
}
