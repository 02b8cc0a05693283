type Headers = ReadonlyMap<string, string>;

/**
 * How many ms to wait before the next request, as `Retry-After` says in seconds or as a date (RFC 9110, section
 * 10.2.3); `undefined` when it says nothing that makes sense. `now` is in ms since 1970.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return duration(text);
  const date = httpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}

/**
 * For how many ms more the answer is good, by `Cache-Control`, else by `Expires` (RFC 9111, section 4.2); 0 when it
 * must be asked for anew each time; `undefined` when nothing is said.
 */
export function freshFor(headers: Headers, now: number): number | undefined {
  const directives = cacheControl(headers.get('cache-control') ?? '');
  if (directives.has('no-store') || directives.has('no-cache')) return 0;
  const age = /^\d+$/.test(headers.get('age')?.trim() ?? '') ? duration(headers.get('age')!) : 0;
  const maxAge = directives.get('max-age');
  if (maxAge !== undefined) return /^\d+$/.test(maxAge) ? Math.max(0, duration(maxAge) - age) : 0;
  const expires = headers.get('expires');
  if (expires === undefined) return undefined;
  const sent = httpDate(headers.get('date') ?? '') ?? now;
  return Math.max(0, (httpDate(expires) ?? sent) - sent - age);
}

/** The first of each directive, by name in lower case, without quotes. */
function cacheControl(text: string): Map<string, string> {
  const directives = new Map<string, string>();
  for (const part of text.slice(0, 2000).split(',')) {
    const [name = '', value = ''] = part.split(/=(.*)/s);
    const key = name.trim().toLowerCase();
    if (!directives.has(key)) directives.set(key, value.trim().replace(/^"(.*)"$/s, '$1'));
  }
  return directives;
}

/** In ms; as long as RFC 9111, section 1.2.2, takes a number that is too large for. */
function duration(seconds: string): number {
  return Math.min(Number(seconds), 2 ** 31) * 1000;
}

/** In ms since 1970; the three forms of RFC 9110, section 5.6.7, of which the one of asctime names no zone. */
function httpDate(text: string): number | undefined {
  if (text.length > 60 || !/^[a-z]{3,9},? .*\d\d:\d\d:\d\d/i.test(text)) return undefined;
  const time = Date.parse(/\d{4}$/.test(text) ? `${text} GMT` : text);
  return Number.isNaN(time) ? undefined : time;
}
