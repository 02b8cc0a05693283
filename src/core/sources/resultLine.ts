import { parseUrl } from '../parseUrl';
import { problemText } from '../problemText';
import { cleanText } from '../text';
import type { SourceResult } from './readSource';
import { isRemote, type Source } from './source';

/** "The Go Blog (go.dev): 10 posts in 420 ms.": what a log says of a reading. Of addresses only the host, as the rest may hold a secret. */
export function resultLine({ source, outcome, state, reading, took }: SourceResult): string {
  const name = cleanText(source.name || state.title || '');
  const place = placeOf(source);
  const count = reading ? `${reading.entries.length} posts` : `${state.feeds?.length ?? 0} feeds`;
  const result = { changed: count, unchanged: 'nothing new', failed: 'not read' }[outcome];
  const time = took === undefined ? '' : `${outcome === 'failed' ? ' after' : ' in'} ${took} ms`;
  const why = state.failure ? ` ${problemText(state.failure)}` : '';
  return `${name ? `${name} (${place})` : place}: ${result}${time}.${why}`;
}

function placeOf(source: Source): string {
  return isRemote(source) ? (parseUrl(source.location)?.host ?? source.kind) : cleanText(source.location);
}
