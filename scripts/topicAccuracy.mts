// Prints how well inferred topics fit: npm run topics -- FILE.json [-v]
// The file holds [{ title, abstract?, containerTitle?, fitting: string[], absurd?: string[] }].
import { readFileSync } from 'node:fs';
import { createVocabulary, inferTopics, type TopicSource } from '../src/core/topics';

interface JudgedPost extends TopicSource {
  readonly fitting: readonly string[];
  readonly absurd?: readonly string[];
}

const [file = 'test/fixtures/topics/posts.json', ...flags] = process.argv.slice(2);
const posts: JudgedPost[] = JSON.parse(readFileSync(file, 'utf8'));
const vocabulary = createVocabulary();
let covered = 0;
let coverable = 0;
let total = 0;
let wrong = 0;
let absurd = 0;
for (const post of posts) {
  const topics = inferTopics(post, vocabulary);
  const misfits = topics.filter(topic => !post.fitting.includes(topic));
  const silly = topics.filter(topic => post.absurd?.includes(topic));
  total += topics.length;
  wrong += misfits.length;
  absurd += silly.length;
  if (post.fitting.length > 0) {
    coverable++;
    if (misfits.length < topics.length) covered++;
    else console.log(`no fitting topic: ${post.title || post.abstract}`);
  }
  if (flags.includes('-v') || misfits.length > 0) {
    console.log(
      `${post.title || post.abstract?.slice(0, 40)}: ${topics.join(', ')} | misfits: ${misfits.join(', ')}`,
    );
  }
}
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
console.log(`posts with a fitting topic: ${percent(covered, coverable)}`);
console.log(`topics that do not fit: ${percent(wrong, total)}, absurd: ${absurd}`);
console.log(`topics a post: ${(total / posts.length).toFixed(2)}`);
