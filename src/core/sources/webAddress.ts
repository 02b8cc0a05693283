import { parseUrl } from '../parseUrl';

/** Without the user name and password of an address that may stand in it. */
export const withoutUser = (text: string): string => text.replace(/\/\/[^/?#\s"]*@/g, '//');

/** `text` as an absolute http(s) address without user name and password; `undefined` when it is none. */
export function webAddress(text: string): string | undefined {
  const url = parseUrl(text.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}
