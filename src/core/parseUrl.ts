/**
 * `new URL` that answers `undefined` where there is none. Not by `URL.canParse`, which in Node 20 refuses hosts with
 * letters such as "ü" once the function that asks it is optimized.
 */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
