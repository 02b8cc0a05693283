import type { Name, PartialDate, PostRecord } from '../post';

/** Lets posts share what is the same in many of them (people, dates, topics, publications), which halves their size. */
export class Shared {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #names = new Map<string, Name>();
  readonly #bylines = new Map<string, readonly Name[]>();
  readonly #dates = new Map<number, PartialDate>();

  post<T extends PostRecord>(post: T): T {
    const { author, keywords, issued, accessed, containerTitle, inferred, sources } = post;
    return {
      ...post,
      author: this.#byline(author),
      keywords: this.#list(keywords),
      ...(issued && { issued: this.#date(issued) }),
      ...(accessed && { accessed: this.#date(accessed) }),
      ...(inferred && { inferred: this.#list(inferred) }),
      ...(sources && { sources: this.#list(sources) }),
      ...(containerTitle !== undefined && { containerTitle: this.#text(containerTitle) }),
    };
  }

  #text(text: string): string {
    return sharedBy(this.#texts, text, () => text);
  }

  #list(texts: readonly string[]): readonly string[] {
    return sharedBy(this.#lists, JSON.stringify(texts), () => texts.map(text => this.#text(text)));
  }

  #byline(names: readonly Name[]): readonly Name[] {
    const keys = names.map(keyOf);
    return sharedBy(this.#bylines, keys.join('\n'), () =>
      names.map((name, at) => sharedBy(this.#names, keys[at]!, () => name)),
    );
  }

  #date(date: PartialDate): PartialDate {
    const { year, month = 0, day = 0 } = date;
    return sharedBy(this.#dates, year * 500 + month * 32 + day, () => date);
  }
}

function keyOf(name: Name): string {
  const { family = '', given = '', literal = '' } = name;
  const { droppingParticle = '', nonDroppingParticle = '', suffix = '' } = name;
  return `${family}\n${given}\n${literal}\n${droppingParticle}\n${nonDroppingParticle}\n${suffix}`;
}

/** The first value that came with this key. */
function sharedBy<K, T>(values: Map<K, T>, key: K, make: () => T): T {
  const first = values.get(key);
  if (first !== undefined) return first;
  const value = make();
  values.set(key, value);
  return value;
}
