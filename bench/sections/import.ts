import { drive, reportLoad } from '../editor/drive';
import type { ImportFigures, ImportPhase } from '../editor/importFigures';
import { eventLoopDelay, withGoal } from '../goals';
import { printTable, short } from '../measure';
import type { Options } from '../options';

/** The same for any `--posts`: as many files, and as many posts in 500 feeds. */
const posts = 10_000;

/** Many feeds and files brought into a real VS Code in the browser: `npm run build` first. */
export async function benchImport({ seed }: Options): Promise<ImportFigures> {
  console.log(`\nimport: a real VS Code that reads 500 feeds and ${posts} files, seed ${seed}`);
  const figures = await drive<ImportFigures>('bench/editor/runImport.ts', posts, seed);
  console.log(
    `  ${figures.badFeeds} of ${figures.feeds} feeds are bad. Delay of the extension host's event loop in ms:`,
  );
  printTable(
    ['', 'seconds', 'p50', 'p99', 'max', 'posts', 'requests', 'feeds downloaded'],
    figures.phases.map(row),
  );
  reportLoad();
  return figures;
}

function row({ name, wall, host, posts, expected, requests, bodies }: ImportPhase): string[] {
  const { p50, p99, longest } = host;
  return [
    name,
    short(wall),
    short(p50),
    withGoal(p99, eventLoopDelay),
    short(longest),
    posts === expected ? String(posts) : `${posts} of ${expected} !`,
    String(requests),
    String(bodies),
  ];
}
