/** The name that was probably meant: what others call it, or one that differs by its case, its end, or one slip. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const text = given.toLowerCase();
  if (!text) return undefined;
  const synonym = synonyms[text];
  if (synonym && names.includes(synonym)) return synonym;
  const near = (other: string) =>
    other === text || (text.length > 2 && (other.startsWith(text) || text.startsWith(other)));
  return (
    names.find(other => near(other.toLowerCase())) ??
    names.find(other => distanceIsSmall(text, other.toLowerCase()))
  );
}

/** What other programs call them. */
const synonyms: Readonly<Record<string, string>> = {
  author: 'authors',
  by: 'authors',
  name: 'authors',
  blog: 'publication',
  site: 'publication',
  containertitle: 'publication',
  journal: 'publication',
  issued: 'date',
  published: 'date',
  link: 'url',
  address: 'url',
  id: 'key',
  citekey: 'key',
  citationkey: 'key',
  uppercase: 'upper',
  lowercase: 'lower',
  etal: 'short',
};

/** Whether one slip makes one of the other: a letter too many, too few, another one, or two swapped. */
function distanceIsSmall(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.max(a.length, b.length) < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return Math.max(restA.length, restB.length) <= 1 || (restA.length === 2 && restA === restB[1]! + restB[0]!);
}
