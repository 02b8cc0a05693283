import type { Bar, Figures } from '../../core/grouping/figures';

/** What the page says, in the user's language. */
export interface ChartTexts {
  /** What is shown: the whole library, or what a filter finds. */
  readonly title: string;
  /** How many posts, authors and topics there are. */
  readonly summary: string;
  readonly posts: string;
  readonly byYear: string;
  readonly year: string;
  /** How many posts have no year; empty for none. */
  readonly undated: string;
  readonly topAuthors: string;
  readonly author: string;
  readonly topTopics: string;
  readonly topic: string;
}

export interface ChartPageOptions {
  /** BCP 47 tag: of the page, and for its numbers. */
  readonly language: string;
  /** Another one for each page. */
  readonly nonce: string;
}

/**
 * The chart as a page without any script: tables with a heading each, whose bars are decoration. What posts say is text
 * in it and nothing else, and the policy lets nothing run or load.
 */
export function chartPage(
  { years, topAuthors, topTopics }: Figures,
  texts: ChartTexts,
  { language, nonce }: ChartPageOptions,
): string {
  const number = (value: number) => value.toLocaleString(language);
  const table = (name: string, heading: string, column: string, bars: readonly Bar[], note = '') =>
    bars.length + note.length === 0
      ? ''
      : `<section class="${name}"><h2 id="${name}">${escaped(heading)}</h2>
<table aria-labelledby="${name}"><thead><tr><th scope="col">${escaped(column)}</th><th scope="col">${escaped(texts.posts)}</th><td></td></tr></thead>
<tbody>${rows(bars, number)}</tbody></table>${note && `<p>${escaped(note)}</p>`}</section>`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(texts.title)}</title><style nonce="${nonce}">${style}</style></head>
<body><main><h1>${escaped(texts.title)}</h1><p>${escaped(texts.summary)}</p>
<div class="charts">${table('years', texts.byYear, texts.year, years, texts.undated)}
${table('authors', texts.topAuthors, texts.author, topAuthors)}
${table('topics', texts.topTopics, texts.topic, topTopics)}</div></main></body></html>`;
}

function rows(bars: readonly Bar[], number: (value: number) => string): string {
  const most = Math.max(1, ...bars.map(({ posts }) => posts));
  return bars
    .map(({ label, posts }) => {
      const width = ((100 * posts) / most).toFixed(1);
      const bar = `<svg width="100%" height="12" aria-hidden="true"><rect width="${width}%" height="12" rx="1"/></svg>`;
      return `<tr><th scope="row"><bdi>${escaped(label)}</bdi></th><td>${escaped(number(posts))}</td><td>${posts ? bar : ''}</td></tr>`;
    })
    .join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => entities[sign]!);
}

const style = `
body { padding: 0 20px 20px; color: var(--vscode-foreground); font: var(--vscode-font-size)/1.4 var(--vscode-font-family); }
main { max-width: 1100px; margin: 0 auto; }
h1 { margin: 18px 0 4px; font-size: 1.5em; font-weight: 600; overflow-wrap: anywhere; }
h2 { margin: 0 0 6px; font-size: 1.1em; font-weight: 600; }
p { margin: 0 0 14px; color: var(--vscode-descriptionForeground); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 24px 40px; }
.years { grid-row: span 2; }
section { min-width: 0; }
section p { margin: 6px 0 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead th { color: var(--vscode-descriptionForeground); font-weight: 400; font-size: 0.9em; }
th { width: 45%; padding: 2px 8px 2px 0; text-align: left; vertical-align: middle; font-weight: 400; overflow-wrap: anywhere; }
tbody th bdi { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.years th:first-child { width: 5.5em; }
th + th, td:nth-child(2) { width: 4.4em; padding: 2px 10px 2px 0; text-align: right; font-variant-numeric: tabular-nums; }
td { padding: 2px 0; vertical-align: middle; }
svg { display: block; }
rect { fill: var(--vscode-charts-blue); }
.authors rect { fill: var(--vscode-charts-green); }
.topics rect { fill: var(--vscode-charts-purple); }
body.vscode-high-contrast rect, body.vscode-high-contrast-light rect { fill: var(--vscode-foreground); }
@media (forced-colors: active) { rect { fill: CanvasText; } }
@media (max-width: 380px) { body { padding: 0 10px 10px; } }
`;
