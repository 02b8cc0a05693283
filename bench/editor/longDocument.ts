import type { Post } from '../../src/core/post';

const citations = 2000;
/** UTF-16 units. */
const length = 2 ** 20;
const words = 'The quick brown fox jumps over the lazy dog while nobody looks. ';

/** A Markdown document of 1 MB that cites posts in every form, a tenth of them with something to be told. */
export function longDocument(posts: readonly Post[]): string {
  const withAddress = posts.filter(({ url }) => url !== undefined);
  const paragraphs = Array.from({ length: citations }, (_, at) => {
    const post = withAddress[(at * 37) % withAddress.length]!;
    const between = words.repeat(Math.ceil((length / citations - 120) / words.length));
    return `${between}${citing(post, at)}.\n`;
  });
  return `# A long document\n\n${paragraphs.join('\n')}`;
}

function citing({ id, url, title }: Post, at: number): string {
  const text = title.replace(/[[\]\\`*_<>&!#|~$@^]/g, ' ');
  if (at % 10 === 9) return `[${text}](${url}?utm_source=bench)`;
  switch (at % 4) {
    case 0:
      return `[@${id}]`;
    case 1:
      return `[${text}](${url})`;
    case 2:
      return `[^${id}]\n\n[^${id}]: ${text}, <${url}>`;
    default:
      return `[${text}][${id}]\n\n[${id}]: ${url}`;
  }
}
