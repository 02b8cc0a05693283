import type { Name, PartialDate, PostRecord } from '../post';

/** Lets posts share what is the same in many of them (people, dates, topics, publications), which halves their size. */
export class Shared {
  readonly #texts = new Map<string, string>();
  readonly #names = new Map<string, Name>();
  readonly #dates = new Map<number, PartialDate>();

  post(post: PostRecord): PostRecord {
    const { author, keywords, issued, accessed, containerTitle, sources } = post;
    return {
      ...post,
      author: author.map(name => this.#name(name)),
      keywords: keywords.map(topic => this.#text(topic)),
      ...(issued && { issued: this.#date(issued) }),
      ...(accessed && { accessed: this.#date(accessed) }),
      ...(sources && { sources: sources.map(source => this.#text(source)) }),
      ...(containerTitle !== undefined && { containerTitle: this.#text(containerTitle) }),
    };
  }

  #text(text: string): string {
    return sharedBy(this.#texts, text, text);
  }

  #name(name: Name): Name {
    const { family = '', given = '', literal = '' } = name;
    const { droppingParticle = '', nonDroppingParticle = '', suffix = '' } = name;
    const key = `${family}\n${given}\n${literal}\n${droppingParticle}\n${nonDroppingParticle}\n${suffix}`;
    return sharedBy(this.#names, key, name);
  }

  #date(date: PartialDate): PartialDate {
    return sharedBy(this.#dates, date.year * 500 + (date.month ?? 0) * 32 + (date.day ?? 0), date);
  }
}

/** The first value that came with this key. */
function sharedBy<K, T>(values: Map<K, T>, key: K, value: T): T {
  const first = values.get(key);
  if (first !== undefined) return first;
  values.set(key, value);
  return value;
}
