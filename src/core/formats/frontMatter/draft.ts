import { type Fields, fieldsOf, isFalse, isTrue, textOf } from './fields';

/** What says, when true, that a post is not to be shown. */
const hiding = [
  'draft',
  'drafts',
  'isdraft',
  'unlisted',
  'private',
  'hidden',
  'headless',
  'eleventyexcludefromcollections',
];
/** What says it when false. */
const showing = ['published', 'publish', 'ispublished', 'render', 'permalink'];

/** Whether a post says, or its place does, that it is not published. */
export function isDraft(fields: Fields, path: string): boolean {
  if (/(?:^|\/)_?drafts?\//i.test(path)) return true;
  if (hiding.some(key => isTrue(fields.get(key))) || showing.some(key => isSaidFalse(fields.get(key))))
    return true;
  if (/^(?:draft|private|hidden|pending|unpublished|trash)$/i.test(textOf(fields.get('status')) ?? ''))
    return true;
  const build = fieldsOf(fields.get('build'));
  return [build.get('render'), build.get('list')].some(
    value => isSaidFalse(value) || textOf(value) === 'never',
  );
}

const isSaidFalse = (value: unknown) => value !== undefined && isFalse(value);
