import { describeStatus } from '../network/describeStatus';
import { HttpError } from '../network/httpError';
import { parseUrl } from '../parseUrl';
import type { HttpClient } from '../ports';
import type { Problem } from '../problem';
import { type Job, runPolitely } from '../sources/runPolitely';

/** What came of asking for an address. */
export type LinkState =
  | { readonly kind: 'fine' }
  | { readonly kind: 'dead'; readonly why: DeadCode; readonly detail: string }
  /** Redirected for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The server said nothing of the page. */
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** `noPage`: the status is the detail; `noSite`: the host; `frontPage`: all that the site leads to. */
export type DeadCode = 'noPage' | 'noSite' | 'frontPage';

/**
 * Asks for each address once, eight at a time and two per host; `tell` hears of each as it is done. A server that
 * refuses, is busy or broken says nothing about a page.
 */
export async function checkLinks(
  addresses: Iterable<string>,
  http: HttpClient,
  tell: (address: string, state: LinkState) => void,
  signal?: AbortSignal,
): Promise<void> {
  const jobs = [...new Set(addresses)].map((address): Job => {
    const url = parseUrl(address);
    return {
      hosts: url ? [url.host] : [],
      run: async own => tell(address, await stateOf(address, http, own)),
    };
  });
  await runPolitely(jobs, signal);
}

async function stateOf(address: string, http: HttpClient, signal: AbortSignal): Promise<LinkState> {
  try {
    const { status, movedTo } = await http.get(address, { accept: 'text/html, */*;q=0.8' }, signal);
    if (status === 404 || status === 410) return { kind: 'dead', why: 'noPage', detail: String(status) };
    const code = describeStatus(status);
    if (code) return { kind: 'unknown', problem: { code, source: address, detail: String(status) } };
    return movedTo === undefined ? { kind: 'fine' } : moved(address, movedTo);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const { code, detail } = error;
    // The page is there; how long it is does not matter.
    if (code === 'tooLarge' || code === 'badEncoding') return { kind: 'fine' };
    if (code === 'unknownHost') return { kind: 'dead', why: 'noSite', detail };
    return { kind: 'unknown', problem: { code, source: address, detail } };
  }
}

/** Many sites lead to their front page from what they no longer have. */
function moved(address: string, to: string): LinkState {
  const [before, after] = [parseUrl(address), parseUrl(to)];
  const isFrontPage = after?.pathname === '/' && after.search === '' && before?.pathname !== '/';
  return isFrontPage ? { kind: 'dead', why: 'frontPage', detail: to } : { kind: 'moved', to };
}
