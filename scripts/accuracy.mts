/**
 * Compares pages that list posts with what a person wrote down about them.
 *
 *   npm run accuracy -- DIR
 *
 * DIR holds PAGE.txt, PAGE.md or PAGE.html with PAGE.json beside it (see `Expected` in test/listingAccuracy.ts, or
 * a CSL-JSON array). Ends with 1 only when DIR can't be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readListing } from '../src/core/formats/listing/index';
import { type Aspect, aspects, compareListing, readExpected } from '../test/listingAccuracy';

const directory = process.argv[2];
const files = directory ? filesOf(directory) : undefined;
if (!directory || !files) {
  console.error(directory ? `Can't read ${directory}` : 'Usage: npm run accuracy -- DIR');
  process.exit(1);
}

const right: Record<Aspect, number> = { posts: 0, authors: 0, titles: 0, dates: 0, addresses: 0 };
let [pages, total, perfect] = [0, 0, 0];
for (const file of files) {
  const stem = join(directory, file.slice(0, -extname(file).length));
  const expected = tryTo(() => readExpected(readFileSync(`${stem}.json`, 'utf8')));
  if (!expected) {
    console.log(`${file}: no readable .json beside it`);
    continue;
  }
  const { base } = expected;
  const listing = readListing(readFileSync(join(directory, file), 'utf8'), {
    source: file,
    ...(base ? { base } : {}),
  });
  const comparison = compareListing(expected, listing);
  pages++;
  total += comparison.total;
  for (const aspect of aspects) right[aspect] += comparison.right[aspect];
  if (comparison.differences.length === 0) perfect++;
  else console.log(`${file}\n${comparison.differences.map(text => `  ${text}`).join('\n')}`);
}
console.log(`\n${pages} pages, ${perfect} without a difference; ${total} posts`);
for (const aspect of aspects) {
  const share = total === 0 ? 100 : (100 * right[aspect]) / total;
  console.log(`${aspect.padEnd(10)} ${String(right[aspect]).padStart(6)}  ${share.toFixed(2).padStart(6)} %`);
}

function filesOf(path: string): string[] | undefined {
  return tryTo(() =>
    readdirSync(path)
      .filter(name => /\.(?:txt|md|html)$/.test(name))
      .sort(),
  );
}

function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
