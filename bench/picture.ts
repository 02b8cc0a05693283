import { writeFileSync } from 'node:fs';
import { short } from './measure';
import type { SearchResult } from './sections/searchResult';

/** As their authors write them. */
const names: Readonly<Record<string, string>> = {
  byline: 'Byline',
  ufuzzy: 'uFuzzy',
  minisearch: 'MiniSearch',
  fts5: 'SQLite FTS5',
  fuse: 'Fuse.js alone',
};

/** What an engine showed on the corpus that suited it least. */
interface Bar {
  readonly name: string;
  /** 95th percentile of a keystroke, in milliseconds. */
  readonly time: number;
  /** Share (0-1) of the queries whose post was among the first five; undefined when it was too slow for many. */
  readonly found: number | undefined;
}

const frame = 16;
/** Of fewer queries than this no share is told. */
const fewQueries = 30;
const [width, left, panel, gap, rowHeight, top] = [760, 112, 270, 46, 30, 78];
/** Ends of the scale of times; the scale grows for what is slower. */
const [fastest, slowest] = [0.1, 10_000];
/** Beside the longest bar, for its figure. */
const figure = 60;

/** Writes `media/performance.svg`: time per keystroke and posts found by engine, at the largest size measured. */
export function writePicture(path: string, results: readonly SearchResult[], machine: string): void {
  const posts = Math.max(...results.map(result => result.posts));
  const measured = results.filter(result => result.posts === posts && !Number.isNaN(result.p95));
  const bars = [...new Set(measured.map(({ engine }) => engine))].map(engine => {
    const of = measured.filter(result => result.engine === engine);
    const shares = of.filter(({ queries }) => queries >= fewQueries).map(({ inFive }) => inFive);
    return {
      name: names[engine] ?? engine,
      time: Math.max(...of.map(({ p95 }) => p95)),
      found: shares.length > 0 ? Math.min(...shares) : undefined,
    };
  });
  const corpora = new Set(measured.map(({ corpus }) => corpus)).size;
  writeFileSync(
    path,
    picture(
      bars.sort((a, b) => a.time - b.time),
      posts,
      corpora,
      machine,
    ),
  );
}

function picture(bars: readonly Bar[], posts: number, corpora: number, machine: string): string {
  const number = posts.toLocaleString('en');
  const height = top + bars.length * rowHeight + 62;
  const right = left + panel + gap;
  const longest = Math.max(slowest, ...bars.map(({ time }) => time));
  const along = (time: number) =>
    (Math.log10(Math.max(time, fastest * 1.2) / fastest) / Math.log10(longest / fastest)) * (panel - figure);
  const rows = bars.map(({ name, time, found }, at) => {
    const y = top + at * rowHeight;
    const kind = name === names.byline ? 'ours' : 'peer';
    return `
  <text x="${left - 10}" y="${y + 15}" class="end ${kind === 'ours' ? 'strong' : ''}">${name}</text>
  ${bar(kind, left, y, along(time), inMilliseconds(time))}
  ${bar(kind, right, y, (found ?? 0) * (panel - figure), inPercent(found))}`;
  });
  const bottom = top + bars.length * rowHeight;
  const frameAt = round(left + along(frame));
  const told = bars.map(
    ({ name, time, found }) => `${name}: ${inMilliseconds(time)}, found: ${inPercent(found)}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
  <title id="title">Time per keystroke and posts found among ${number} posts</title>
  <desc id="desc">${told.join('; ')}.</desc>
  <style>
    text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328 }
    .strong { font-weight: 600 } .end { text-anchor: end } .middle { text-anchor: middle } .note { font-size: 12px; fill: #59636e }
    .ours { fill: #0969da } .peer { fill: #8c959f } .frame { stroke: #bc4c00; stroke-dasharray: 4 3 }
    .value { paint-order: stroke; stroke: #fff; stroke-width: 5px }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc } .note { fill: #9198a1 }
      .ours { fill: #4493f8 } .peer { fill: #6e7681 } .frame { stroke: #f0883e } .value { stroke: #0d1117 }
    }
    text.ours, text.peer { fill: inherit }
  </style>
  <text x="${left}" y="22" class="strong">Time per keystroke, 95th percentile</text>
  <text x="${left}" y="40" class="note">shorter is better; logarithmic scale</text>
  <text x="${right}" y="22" class="strong">Wanted post among the first five</text>
  <text x="${right}" y="40" class="note">longer is better; sloppy queries of nine kinds</text>
  <line x1="${frameAt}" x2="${frameAt}" y1="${top - 10}" y2="${bottom}" class="frame"/>
  <text x="${frameAt}" y="${top - 15}" class="note middle">one frame, ${frame} ms</text>${rows.join('')}
  <text x="${left}" y="${bottom + 26}" class="note">${number} posts${corpora > 1 ? `, the worse of ${corpora} corpora for each` : ''}; all in one process, the same keystrokes.</text>
  <text x="${left}" y="${bottom + 44}" class="note">${escaped(machine)}</text>
</svg>
`;
}

function bar(kind: string, x: number, y: number, length: number, label: string): string {
  const end = round(x + length + 6);
  return `<rect x="${x}" y="${y}" width="${round(length)}" height="20" rx="2" class="${kind}"/><text x="${end}" y="${y + 15}" class="value">${label}</text>`;
}

function inMilliseconds(time: number): string {
  return time >= 1000 ? `${(time / 1000).toFixed(1)} s` : `${short(time)} ms`;
}

const inPercent = (share: number | undefined): string =>
  share === undefined ? 'too slow to tell' : `${(share * 100).toFixed(1)} %`;

const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
