import { foldText } from '../../text';
import { isNoTopic } from '../noTopic';
import type { Claim } from './claim';
import { titleKey } from './site';

/** The topics of the first claims that tell any, as pages tell the same ones in several places. */
export function chooseKeywords(claims: readonly (readonly Claim[])[], publication: string): string[] {
  for (const group of claims) {
    const found = new Map<string, string>();
    for (const word of group.flatMap(({ keywords }) => keywords)) {
      const topic = word.replace(/^\s*#/, '').trim();
      const key = foldText(topic);
      const isUsable =
        key !== '' &&
        topic.length <= 50 &&
        !isNoTopic(topic) &&
        !/^https?:/i.test(topic) &&
        titleKey(topic) !== publication;
      if (isUsable && !found.has(key) && found.size < 30) found.set(key, topic);
    }
    if (found.size > 0) return [...found.values()];
  }
  return [];
}
