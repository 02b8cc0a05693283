import type { Fields } from './fields';
import type { Line } from './lines';

const all = /^(?:all|everything|alle[s]?|tous|tout(?:es)?|todos|todas|todo|tutti|tutte|全部|すべて|전체)$/iu;

/**
 * The lines that file posts rather than name them: a row of the page's topics ("All | Infrastructure | Design"),
 * the lines that repeat one of these, and a short line above each post's title ("Machine Learning").
 */
export function findRubrics(lines: readonly Line[], fields: readonly Fields[]): ReadonlySet<Line> {
  const shown = new Set(lines.map(({ text }) => text.toLowerCase()));
  const rubrics = new Set<Line>();
  const topics = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const parts = isPlain(line, fields[at]!) ? partsOfRow(line.text, shown) : [];
    if (parts.length < 3) continue;
    rubrics.add(line);
    for (const part of parts) topics.add(part.toLowerCase());
  }
  for (const [at, line] of lines.entries())
    if (isPlain(line, fields[at]!) && topics.has(line.text.toLowerCase())) rubrics.add(line);
  for (const line of aboveTitles(lines, fields)) rubrics.add(line);
  return rubrics;
}

const isPlain = (line: Line, { dated, byline }: Fields) =>
  !dated && !byline?.signed && !line.item && line.heading === 0 && line.text.length <= 200;

/** The parts of a row of topics; none when the line is something else. */
function partsOfRow(text: string, shown: ReadonlySet<string>): readonly string[] {
  const parts = text.includes(' | ') ? text.split(' | ') : wordsShown(text, shown);
  if (parts.length < 3 || parts.some(part => part.split(' ').length > 3)) return [];
  const known = parts.filter(part => shown.has(part.toLowerCase())).length;
  const opens = all.test(parts[0]!);
  return known >= (opens ? 1 : Math.max(2, parts.length / 2)) ? parts : [];
}

/** "All Infrastructure Machine Learning Design", where each part stands elsewhere as a line. */
function wordsShown(text: string, shown: ReadonlySet<string>): readonly string[] {
  const words = text.split(' ');
  if (!all.test(words[0]!)) return [];
  const parts = [words[0]!];
  for (let at = 1; at < words.length; ) {
    const length = [3, 2, 1].find(size =>
      shown.has(
        words
          .slice(at, at + size)
          .join(' ')
          .toLowerCase(),
      ),
    );
    if (length === undefined) return [];
    parts.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return parts;
}

/** Short lines above titles, when most posts have one and some stand above several posts. */
function aboveTitles(lines: readonly Line[], fields: readonly Fields[]): readonly Line[] {
  const found: Line[] = [];
  let posts = 0;
  for (const [at, line] of lines.entries()) {
    const said = fields[at]!;
    const [rubric, title] = [lines[at - 2], lines[at - 1]];
    if (!isMeta(said, line) || !title || line.gap || isMeta(fields[at - 1]!, title)) continue;
    posts++;
    const isShort =
      rubric &&
      !isMeta(fields[at - 2]!, rubric) &&
      isPlain(rubric, fields[at - 2]!) &&
      rubric.links.length === 0 &&
      !title.gap &&
      rubric.text.length <= 30 &&
      rubric.text.split(' ').length <= 3 &&
      !/[.!?…:,]$/u.test(rubric.text) &&
      title.text.split(' ').length > 1;
    if (isShort) found.push(rubric);
  }
  // One word that names a field of work is a rubric even in a page of two posts.
  if (found.length >= posts * 0.75 && found.every(({ text }) => field.test(text))) return found;
  const kinds = new Set(found.map(({ text }) => text.toLowerCase())).size;
  return found.length >= 3 && found.length >= posts * 0.75 && kinds < found.length ? found : [];
}

const field =
  /^(?:engineering|data|design|product|infrastructure|security|culture|mobile|web|backend|frontend|research|platform|devops|science|technology|tutorials?|news|announcements?|open source|machine learning|ai|company|business|developers?|performance|testing|databases?|cloud|networking|analytics|privacy|careers|community)$/iu;

const isMeta = ({ dated, byline, title }: Fields, line: Line) =>
  byline?.signed === true ||
  (byline !== undefined && byline.confidence >= 0.5) ||
  (dated && (title === undefined || line.text.length <= 30));
