/** In UTF-16 units. */
const longest = 60;

/** A title for a post that has none: the first sentence of its text, or as much of it as makes a title. */
export function provisionalTitle(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const sentence =
    /^.{12,}?[.!?…。](?=\s|$)/u.exec(text.slice(0, 200))?.[0].replace(/[\s.…。]+$/u, '') ?? text;
  if (sentence.length <= longest) return sentence;
  const cut = sentence.slice(0, longest + 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > 20 ? cut.slice(0, space) : cut.slice(0, longest)).replace(/[\s,;:–—\ud800-\udbff-]+$/u, '')}…`;
}
