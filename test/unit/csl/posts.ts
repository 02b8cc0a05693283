import type { Name, PartialDate, Post } from '../../../src/core/post';

/** A post with a title, an address and whatever else is said. */
export function post(id: string, fields: Partial<Post> = {}): Post {
  return {
    id,
    title: `A post about ${id}`,
    url: `https://blog.example/${id}`,
    author: [],
    keywords: [],
    ...fields,
  };
}

const names: readonly Name[] = [
  { family: 'Castrapel', given: 'Rick' },
  { family: 'Patel', given: 'Q. J.' },
  { literal: 'The Platform & Tools Team' },
  { family: 'Gogh', given: 'Vincent', nonDroppingParticle: 'van' },
  { family: 'La Fontaine', given: 'Jean', droppingParticle: 'de' },
  { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
  { given: 'Madonna' },
  { family: '王', given: '小明' },
  { family: 'Иванов', given: 'Пётр Сергеевич' },
  { family: "O'Brien", given: 'Sinéad' },
  { literal: 'handle_42' },
];

const dates: readonly (PartialDate | undefined)[] = [
  { year: 2021, month: 3, day: 4 },
  { year: 2021 },
  { year: 2019, month: 12 },
  undefined,
  { year: 1999, month: 1, day: 1 },
];

/** Posts of every kind with these titles: with one author, many, none; with and without date, address, publication. */
export function variedPosts(titles: readonly string[]): Post[] {
  return titles
    .map((title, at) => {
      const issued = dates[at % dates.length];
      return post(`post-${at}`, {
        title,
        author: Array.from(
          { length: [1, 2, 0, 3, 1, 9][at % 6]! },
          (_, offset) => names[(at + offset) % names.length]!,
        ),
        ...(issued && { issued }),
        ...(at % 3 && { containerTitle: ['The Blog', 'C# & C++ Weekly', 'Netflix_Tech*Blog'][at % 3]! }),
        ...(at % 4 === 0 && { accessed: { year: 2024, month: 2, day: 29 } }),
        ...(at % 7 === 0 && { language: ['en', 'de-DE', 'fr'][at % 3]! }),
        url: [
          `https://blog.example/${at}`,
          `https://blog.example/a_b(c)/${at}?x=1&amp=2&copy=3#s_1`,
          `https://blog.example/*${at}*/[x]/~y`,
        ][at % 3]!,
      });
    })
    .map((post, at) => {
      if (at % 11 !== 5) return post;
      const { url: _, ...without } = post;
      return without;
    });
}
