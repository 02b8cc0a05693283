import { compareDates } from '../../date';
import type { PartialDate, PostRecord } from '../../post';
import type { Problem } from '../../problem';
import { cleanText } from '../../text';
import { postAddress } from './address';
import { readAuthors } from './authors';
import { readBody } from './body';
import { dateOf, dateOfPath, readDate } from './dates';
import { isDraft } from './draft';
import { type Fields, fieldsOf, firstText, textOf } from './fields';
import { readFrontMatter } from './frontMatter';
import { isPage } from './pages';
import {
  baseName,
  below,
  folderOf,
  splitLanguage,
  withoutDate,
  withoutExtension,
  withoutIndex,
} from './path';
import { plainText, plainTitle } from './plainText';
import type { SiteConventions } from './site';
import { readTopics } from './topics';

export interface MarkdownPost {
  /** `undefined` for drafts, and for pages that are no posts. */
  readonly record?: PostRecord;
  /** Not published, or not yet. */
  readonly isDraft: boolean;
  readonly problems: readonly Problem[];
}

/** In UTF-16 units. */
const longestTitle = 2000;
const abstracts = 'description summary excerpt abstract teaser lede dek intro snippet blurb'.split(' ');

/**
 * Reads a post from a Markdown file with front matter of any of the generators' kinds. `path` is that of the file from
 * the site's folder, which tells dates, titles and addresses where the front matter doesn't; problems name it.
 */
export function readMarkdownPost(text: string, path: string, site: SiteConventions = {}): MarkdownPost {
  const { fields: own, body, problems: found } = readFrontMatter(text, path);
  const fields = withDefaults(own, path, site);
  const problems = [...found];
  const { date: said, unknown } = readDate(fields);
  if (unknown !== undefined) problems.push({ code: 'unknownDate', source: path, detail: unknown });
  const issued = said ?? dateOfPath(path, firstText(fields, ['permalink', 'path', 'url', 'slug']));
  if (isDraft(fields, path) || isHiddenToday(fields, issued, site)) return { isDraft: true, problems };
  if (isPage(fields, path, issued, said !== undefined, site)) return { isDraft: false, problems };
  const { heading, opening } = readBody(body);
  const title = titleOf(fields) ?? (heading && cleanText(heading.slice(0, longestTitle)));
  const shown = title ?? titleOfPath(path, site);
  if (!shown)
    return { isDraft: false, problems: [...problems, { code: 'untitledEntry', source: path, detail: path }] };
  const authors = readAuthors(fields, site.authors);
  const url = postAddress({ path, fields, title: shown, date: issued }, site);
  const abstract = abstractOf(fields) ?? opening;
  const language = languageOf(fields, path, site);
  const record: PostRecord = {
    title: shown,
    author: authors.length > 0 ? authors : (site.author ?? []),
    ...(issued && { issued }),
    ...(site.title !== undefined && { containerTitle: site.title }),
    ...(url !== undefined && { url }),
    ...(abstract !== undefined && { abstract }),
    keywords: readTopics(fields, {
      ...(site.topics && { known: site.topics }),
      areWords: site.generator === 'jekyll',
    }),
    ...(language !== undefined && { language }),
    ...(title === undefined && { provisional: ['title'] as const }),
  };
  return { record, isDraft: false, problems };
}

function withDefaults(own: Fields, path: string, { defaults = [] }: SiteConventions): Fields {
  const apply = defaults.filter(
    ({ folder, within }) =>
      below(folder, path) !== undefined &&
      (within === undefined || folderOf(path).split('/').includes(within)),
  );
  return apply.length > 0 ? new Map([...apply.flatMap(({ fields }) => [...fields]), ...own]) : own;
}

/** Not published yet, or not anymore. */
function isHiddenToday(
  fields: Fields,
  issued: PartialDate | undefined,
  { hidesFuture, today }: SiteConventions,
): boolean {
  if (!today) return false;
  const isAhead = (date?: PartialDate) => date?.day !== undefined && compareDates(date, today) < 0;
  const { date: end } = dateOf(fields.get('expirydate'));
  if (end && !isAhead(end)) return true;
  return hidesFuture === true && [issued, dateOf(fields.get('publishdate')).date].some(isAhead);
}

function titleOf(fields: Fields): string | undefined {
  const title = firstText(fields, ['title', 'headline', 'posttitle']);
  return title === undefined || /\{\{|\{%/.test(title)
    ? undefined
    : plainTitle(title.slice(0, longestTitle)) || undefined;
}

/** "2021-01-03-my-first-post.md" → "My first post", or "My First Post" as Jekyll shows it. */
function titleOfPath(path: string, site: SiteConventions): string | undefined {
  const [stem] = splitLanguage(withoutExtension(path), site.languages);
  const words = cleanText(withoutDate(baseName(withoutIndex(stem))).replace(/[-_+]+/g, ' '));
  const firsts = site.generator === 'jekyll' ? /(?<=^| )\p{Ll}/gu : /^\p{Ll}/u;
  return words.replace(firsts, letter => letter.toUpperCase()) || undefined;
}

function abstractOf(fields: Fields): string | undefined {
  for (const from of [fields, ...['params', 'extra', 'seo', 'meta'].map(key => fieldsOf(fields.get(key)))]) {
    const text = firstText(from, abstracts);
    if (text !== undefined && /\p{L}{2}/u.test(text)) return plainText(text) || undefined;
  }
  return undefined;
}

function languageOf(fields: Fields, path: string, site: SiteConventions): string | undefined {
  const [, inName] = splitLanguage(withoutExtension(path), site.languages);
  const inFolder = site.languages?.find(language => folderOf(path).split('/').includes(language));
  const said = [
    ...['lang', 'language', 'locale'].map(key => textOf(fields.get(key))),
    inName,
    inFolder,
    site.language,
  ];
  const tag = said.find(text => text !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/i.test(text));
  return tag?.replaceAll('_', '-');
}
