import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Post } from '../../src/core/post';

/** Writes posts as Markdown files with front matter, in a folder for each year. */
export function writePostFiles(folder: string, posts: readonly Post[]): void {
  for (const [number, { title, author, issued, url, keywords, abstract }] of posts.entries()) {
    const { year, month = 1, day = 1 } = issued!;
    const inYear = join(folder, String(year));
    mkdirSync(inYear, { recursive: true });
    const frontMatter = [
      `title: ${JSON.stringify(title)}`,
      `canonicalUrl: ${url}`,
      `date: ${year}-${two(month)}-${two(day)}`,
      `authors: [${author.map(({ given, family }) => JSON.stringify(`${given} ${family}`)).join(', ')}]`,
      `tags: [${keywords.map(keyword => JSON.stringify(keyword)).join(', ')}]`,
    ];
    const text = Array.from({ length: 8 }, () => abstract).join('\n\n');
    writeFileSync(join(inYear, `post-${number}.md`), `---\n${frontMatter.join('\n')}\n---\n\n${text}\n`);
  }
}

const two = (value: number) => String(value).padStart(2, '0');
