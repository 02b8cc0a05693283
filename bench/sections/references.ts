import CSL, { type CslNode } from 'citeproc';
import { cslFiles } from '../../scripts/cslFiles.mjs';
import { updatingBibliography } from '../../src/core/bibliography/updateBibliography';
import { createFormatter } from '../../src/core/csl';
import { KnownPosts } from '../../src/core/document';
import { applyEdits } from '../../src/core/document/textEdit';
import { toCslItem } from '../../src/core/formats/cslItem';
import type { Post } from '../../src/core/post';
import { runWhole } from '../../src/core/sliced';
import { generatePosts } from '../generator';
import { longestStep, printTable, short, time } from '../measure';
import type { Options } from '../options';
import { lexicons } from './search';

const counts = [200, 2000];
const style = 'apa';
const markers = '<!-- bibliography -->\n\n<!-- /bibliography -->\n';

/**
 * How long a list of references takes that is made, that gets a citation more and that stays as it is, beside citeproc
 * alone with the same posts, which does it at once.
 */
export async function benchReferences({ seed }: Options): Promise<void> {
  const files = cslFiles();
  const rows = counts.map(count => {
    const posts = generatePosts(lexicons.engineering!, count + 1, seed);
    const known = new KnownPosts();
    runWhole(known.setPosts(posts));
    const formatter = createFormatter({
      style: files.get(style)!,
      locales: name => files.get(name),
      language: 'en-US',
    });
    let text = `${posts.slice(0, count).map(citing).join('\n\n')}\n\n${markers}`;
    const update = () => {
      const steps = updatingBibliography(text, 'markdown', known, formatter);
      const { value, longest } = longestStep(steps);
      text = applyEdits(text, value.edits);
      return longest;
    };
    const measured = () => {
      let longest = 0;
      const whole = time(() => {
        longest = update();
      });
      return [short(whole), short(longest)];
    };
    const made = measured();
    const same = measured();
    text = `${citing(posts[count]!)}\n\n${text}`;
    const more = measured();
    if (text.split('\n').length < 4 * count) throw new Error('The list is not whole.');
    const plain = time(() => plainCiteproc(files, posts.slice(0, count)));
    return [String(count), ...made, ...more, ...same, short(plain)];
  });
  console.log(`\nlist of references in ${style}, seed ${seed}; ms, and of the longest step in it`);
  const steps = ['made', 'step', 'one more', 'step', 'unchanged', 'step'];
  printTable(['citations', ...steps, 'citeproc alone'], rows);
}

const citing = ({ id }: Post): string => `As [@${id}] says, it works.`;

function plainCiteproc(files: ReadonlyMap<string, CslNode>, posts: readonly Post[]): void {
  const items = new Map(posts.map(post => [post.id, toCslItem(post)]));
  const system = {
    retrieveLocale: (name: string) => structuredClone(files.get(name) ?? files.get('en-US')!),
    retrieveItem: (id: string) => items.get(id) as Record<string, unknown>,
    wrapCitationEntry: (html: string) => html,
  };
  const engine = new CSL.Engine(system, structuredClone(files.get(style)!), 'en-US', true);
  engine.updateItems(posts.map(({ id }) => id));
  const made = engine.makeBibliography();
  if (!made || made[1].length !== posts.length) throw new Error('citeproc has left something out.');
}
