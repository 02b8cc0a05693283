import { type Group, type Grouping, groupings, groupPosts, type Spelling } from '../core/grouping/grouping';
import { createPersons, whyText } from '../core/persons';
import type { Post } from '../core/post';
import { runWhole } from '../core/sliced';
import { type Command, json, loadOptions, oneOf, requireFrom, UsageError } from './command';

/** The name of the group of posts that are in no other. */
const withoutGroup = {
  author: 'No author',
  topic: 'No topic',
  publication: 'No publication',
  year: 'Undated',
};

/** `byline list --by author|topic|publication|year --from FILE`: the groups, with their posts. */
export const list: Command = {
  options: [...loadOptions, 'by'],

  locations(words, options) {
    if (words.length > 0) {
      throw new UsageError(`“list” takes what to list with --from only, not “${words.join(' ')}”.`);
    }
    oneOf('--by', options.by, groupings, 'author');
    return requireFrom(options);
  },

  answer(posts, _words, options) {
    if (posts.length === 0) {
      return undefined;
    }
    const by = oneOf('--by', options.by, groupings, 'author');
    const groups = groupsOf(posts, by).map(group => ({
      label: group.label,
      count: group.posts.length,
      ...(group.spellings ? { spellings: group.spellings.map(spellingOf) } : {}),
      posts: group.posts.map(post => post.id),
    }));
    return options.format === 'json'
      ? json(groups)
      : groups
          .map(group => `${group.label} (${group.count})\n${group.posts.map(id => `  ${id}\n`).join('')}`)
          .join('');
  },
};

/** The groups, each with a label. */
export function groupsOf(posts: readonly Post[], by: Grouping): readonly Group[] {
  const persons = by === 'author' ? runWhole(createPersons(posts)) : undefined;
  return groupPosts(posts, by, persons).map(group => ({ ...group, label: group.label || withoutGroup[by] }));
}

function spellingOf(spelling: Spelling) {
  const why = whyText(spelling);
  return { name: spelling.key, count: spelling.posts, ...(why ? { why } : {}) };
}
