import type { Source } from '../../sources/source';
import { cleanText } from '../../text';

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly sources: Source[];
}

/** The sources that have a feed, as OPML 2.0: groups as nested folders, in the order in which they come. */
export function writeOpml(sources: readonly Source[], title: string): string {
  const root = emptyFolder();
  for (const source of sources) {
    let folder = root;
    for (const name of (source.group ?? '').split('/').map(cleanText).filter(Boolean)) {
      const inner = folder.folders.get(name) ?? emptyFolder();
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.sources.push(source);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head>\n    <title>${escapeXml(cleanText(title))}</title>\n  </head>`,
    '  <body>',
    ...linesOf(root, '    '),
    '  </body>',
    '</opml>\n',
  ].join('\n');
}

const emptyFolder = (): Folder => ({ folders: new Map(), sources: [] });

function linesOf({ folders, sources }: Folder, indent: string): string[] {
  const lines = sources.flatMap(source => {
    const outline = outlineOf(source);
    return outline === undefined ? [] : [indent + outline];
  });
  for (const [name, folder] of folders) {
    const inner = linesOf(folder, `${indent}  `);
    if (inner.length > 0)
      lines.push(`${indent}<outline${attribute('text', name)}>`, ...inner, `${indent}</outline>`);
  }
  return lines;
}

/** A page that lists posts is written by its feed; `undefined` for what has none. */
function outlineOf({ kind, location, name, feed }: Source): string | undefined {
  const address = kind === 'feed' ? location : kind === 'listing' ? feed : undefined;
  if (address === undefined) return undefined;
  const text = cleanText(name ?? '') || address;
  const site = kind === 'listing' ? attribute('htmlUrl', location) : '';
  const title = text === address ? '' : attribute('title', text);
  return `<outline type="rss"${attribute('text', text)}${title}${attribute('xmlUrl', address)}${site}/>`;
}

const attribute = (name: string, value: string): string => ` ${name}="${escapeXml(value)}"`;

const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
