import type { PostRecord } from '../post';
import { runWhole } from '../sliced';
import { type CslJson, type CslRest, readingCslJson } from './readCslJson';
import { writingCslJson } from './writeCslJson';

/** True for text that is meant as CSL-JSON; it may still be damaged, or be a conflict of two versions. */
export function detectCslJson(content: string): boolean {
  return /^\uFEFF?\s*(?:[<=>|]{7}[^\n]*\n\s*)?(\[\s*(\{\s*"|\]|[<=>|]{7})|\{\s*"(id|type|title|author|items)")/.test(
    content,
  );
}

/** `readingCslJson` at once, of a text. */
export function parseCslJson(content: string, source: string): Pick<CslJson, 'posts' | 'rest' | 'problems'> {
  const bytes = new TextEncoder().encode(content);
  const { posts, rest, problems } = runWhole(readingCslJson(bytes, source));
  return { posts, rest, problems };
}

/** `writingCslJson` at once, as a text. */
export function formatCslJson(posts: readonly PostRecord[], rest: CslRest = { entries: [] }): string {
  return new TextDecoder().decode(runWhole(writingCslJson(posts, rest)));
}
