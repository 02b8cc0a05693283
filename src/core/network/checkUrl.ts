import { parseUrl } from '../parseUrl';
import type { HttpErrorCode } from './httpError';
import { isPublicAddress } from './isPublicAddress';

/** An address to request, or why not to; `detail` as in `HttpError`. */
export type CheckedUrl =
  | { readonly url: URL /** The user said so, so it may resolve to anything. */; readonly isAllowed: boolean }
  | { readonly code: HttpErrorCode; readonly detail: string };

/**
 * What can be told from the address alone; what its name resolves to must be checked as well, where that can be done.
 * The result has neither user name and password nor fragment.
 *
 * Refused, unless the host is allowed: IP addresses that are not public (in any form that URLs allow: decimal,
 * octal, short …), names of one label, and names that belong to one computer or network (localhost, .local …).
 * Refused always: other schemes, names with an empty label, and the ports that browsers refuse. Any other port will
 * do, as on a public host it leads nowhere private.
 *
 * `allowedHosts`: each a host ("intranet", "wiki.corp", "[fd00::1]"), which holds for the ports of http and https, or
 * a host with one other port ("localhost:8080").
 */
export function checkUrl(text: string, allowedHosts: readonly string[] = []): CheckedUrl {
  const url = parseUrl(text);
  if (!url) return { code: 'invalidAddress', detail: '' };
  if (!/^https?:$/.test(url.protocol)) return { code: 'unusableScheme', detail: url.protocol };
  url.hostname = url.hostname.replace(/\.$/, '');
  url.username = '';
  url.password = '';
  url.hash = '';
  if (/^\.|\.\.|\.$/.test(url.hostname)) return { code: 'invalidAddress', detail: url.host };
  if (blockedPorts.has(url.port)) return { code: 'blockedPort', detail: url.port };
  const isAllowed = allowedHosts.some(entry => hostOf(entry, url.protocol) === url.host);
  return isAllowed || !isPrivateHost(url.hostname)
    ? { url, isAllowed }
    : { code: 'privateAddress', detail: url.host };
}

/** As `URL.host` gives it, for an entry that may be a whole address. */
function hostOf(entry: string, protocol: string): string | undefined {
  const host = entry.trim().replace(/^https?:\/\//i, '');
  return parseUrl(`${protocol}//${host}`)?.host.replace(/\.(?=$|:)/, '');
}

/** `host` as `URL.hostname` gives it: in lower case, an IPv4 address as four numbers, an IPv6 address in brackets. */
function isPrivateHost(host: string): boolean {
  if (host.startsWith('[')) return !isPublicAddress(host.slice(1, -1));
  if (/^[\d.]+$/.test(host)) return !isPublicAddress(host);
  return !host.includes('.') || privateDomain.test(host);
}

/** RFC 6761, 6762 (with appendix G), 8375; .internal by ICANN's resolution of 2024-07-29. */
const privateDomain = /\.(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** https://fetch.spec.whatwg.org/#port-blocking */
const blockedPorts = new Set(
  `1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135
  137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719
  1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`.split(/\s+/),
);
