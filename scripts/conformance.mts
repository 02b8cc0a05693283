/**
 * Compares what is read from feeds with what feedparser's test files say of themselves.
 *
 *   npm run conformance -- DIR [-v]
 *
 * DIR holds tests/ of https://github.com/kurtmckee/feedparser: each file has an assertion in its comment. In scope are
 * those about what a citation or an excerpt is made of: titles, links, authors, dates, ids, texts, topics, languages,
 * bases and encodings; and those that only ask whether a feed is read, and as what. Not images, rights, podcast flags
 * and the like, which are counted by what they are about. Where feedparser gives cleaned markup, Byline gives plain
 * text: there the words must be the same, so that no script, style or hidden part comes through. Of dates the day
 * counts, as no more is read. `bozo` holds for what is no feed or was cut; of other feeds Byline doesn't tell whether
 * they were well-formed, so that `bozo` and `not bozo` both hold. Those that fail are counted by the reason.
 * -v names each file that fails. Ends with 1 when a reading threw or DIR can't be read.
 */
import { existsSync } from 'node:fs';
import { differences } from './conformance/differences';
import { judge } from './conformance/judge';

const [directory, ...flags] = process.argv.slice(2);
if (!directory || !existsSync(directory)) {
  console.error(directory ? `Can't read ${directory}` : 'Usage: npm run conformance -- DIR [-v]');
  process.exit(1);
}

const { files, groups, left, thrown, unread } = judge(directory);
let [inScope, passed] = [0, 0];
const failing = new Set<string>();
for (const [name, group] of groups) {
  inScope += group.inScope;
  passed += group.passed;
  console.log(`${name.padEnd(30)} ${group.passed} of ${group.inScope}`);
  for (const file of group.failing) {
    failing.add(file);
    if (flags.includes('-v')) console.log(`  ${file}`);
  }
}
console.log('\nNot in scope, as they are about');
for (const [reason, count] of [...left].sort(([, a], [, b]) => b - a)) {
  console.log(`  ${reason.padEnd(50)} ${count}`);
}
console.log('\nIn scope and read otherwise');
for (const [reason, differing] of differences) {
  const count = differing.filter(file => failing.delete(file)).length;
  if (count > 0) console.log(`  ${String(count).padStart(2)} ${reason}`);
}
for (const file of failing) console.log(`  ${file}: a fault`);
console.log();
for (const file of unread) console.log(`${file}: its assertion is not understood`);
for (const error of thrown) console.log(error);
console.log(`${files} files read, ${thrown.length} threw`);
console.log(`in scope ${inScope} of ${files}, passed ${passed} (${((100 * passed) / inScope).toFixed(1)} %)`);
if (thrown.length > 0) process.exitCode = 1;
