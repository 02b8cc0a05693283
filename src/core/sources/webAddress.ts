/** `text` as an absolute http(s) address without user name and password; `undefined` when it is none. */
export function webAddress(text: string, base?: string): string | undefined {
  if (!URL.canParse(text.trim(), base)) return undefined;
  const url = new URL(text.trim(), base);
  if (!/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}
