import type { HttpResponse } from '../ports';
import type { Problem } from '../problem';
import { ask, withoutMove } from './ask';
import type { Parsed, ParseRequest } from './parsed';
import type { ReadPorts, SourceMemory } from './readSource';
import type { AnswerState } from './state';

/** What came of an address or file that a source is read from. Times are in ms. */
export type PartOutcome = { readonly url: string; readonly answer?: AnswerState | undefined } & (
  | { readonly outcome: 'changed' | 'unchanged'; readonly freshFor?: number | undefined }
  | { readonly outcome: 'failed'; readonly failure: Problem; readonly retryAfter?: number | undefined }
);

/** The same with what was read: of a failure where there was an answer, but of another kind. */
export type Part =
  | (PartOutcome & { readonly outcome: 'changed'; readonly parsed: Parsed })
  | (PartOutcome & { readonly outcome: 'unchanged' })
  | (PartOutcome & { readonly outcome: 'failed'; readonly parsed?: Parsed });

export type PartKind = keyof typeof kinds;

const kinds = {
  feed: {
    accept:
      'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5',
    otherwise: 'noFeed',
  },
  listing: { accept: 'text/html, application/xhtml+xml, */*;q=0.5', otherwise: 'noListing' },
  page: { accept: 'text/html, application/xhtml+xml, */*;q=0.5', otherwise: 'noPost' },
  bibliography: {
    accept:
      'application/vnd.citationstyles.csl+json, application/x-bibtex, application/json;q=0.9, */*;q=0.5',
    otherwise: 'noBibliography',
  },
  opml: {
    accept: 'text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
    otherwise: 'noOutline',
  },
} as const;

const minute = 60_000;

/** Asks an address of a source for what is new, and reads that. */
export async function readPart(
  url: string,
  kind: PartKind,
  memory: SourceMemory,
  ports: ReadPorts,
  signal?: AbortSignal,
): Promise<Part> {
  const before = answerOf(memory, url);
  const asked = await ask(url, kinds[kind].accept, before, ports, signal);
  if (asked.outcome !== 'changed') return { url, ...asked };
  const { answer, freshFor, response } = asked;
  const file = { name: response.url, bytes: response.body };
  const part = await parsePart(url, kind, file, ports, signal, contextOf(response));
  if (part.outcome !== 'changed') return { ...part, answer: before && withoutMove(before) };
  const { ttl } = part.parsed;
  return { ...part, freshFor, answer: ttl === undefined ? answer : { ...answer, ttl: ttl * minute } };
}

/** What an answer says of its body. */
export function contextOf({
  headers,
  url,
}: HttpResponse): Pick<ParseRequest, 'base' | 'contentType' | 'language'> {
  const [contentType, language] = [headers.get('content-type'), headers.get('content-language')];
  return {
    base: url,
    ...(contentType !== undefined && { contentType }),
    ...(language !== undefined && { language }),
  };
}

/** The last answer. Without the entries that it brought, "nothing new" would be none. */
export function answerOf({ state, entries }: SourceMemory, url: string): AnswerState | undefined {
  const answer = Object.hasOwn(state.answers, url) ? state.answers[url] : undefined;
  if (!answer || entries) return answer;
  const { movedTo, since } = answer;
  return { since, ...(movedTo !== undefined && { movedTo }) };
}

/** Reads bytes as what the source is. */
export async function parsePart(
  url: string,
  kind: PartKind,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { parser }: Pick<ReadPorts, 'parser'>,
  signal?: AbortSignal,
  context: Partial<ParseRequest> = {},
): Promise<Part> {
  try {
    const parsed = await parser.parse({ ...context, kind, files: [file], source: url }, signal);
    if (parsed.takenFor === kind) return { url, outcome: 'changed', parsed };
    const code = kinds[kind].otherwise;
    const failure = parsed.problems.find(problem => problem.code === code) ?? { code, source: url };
    return { url, outcome: 'failed', failure, parsed };
  } catch (error) {
    signal?.throwIfAborted();
    const detail = error instanceof Error ? error.message : String(error);
    return { url, outcome: 'failed', failure: { code: 'unreadableFile', source: url, detail } };
  }
}
