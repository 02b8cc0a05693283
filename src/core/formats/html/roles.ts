import { remembered } from './remembered';
import { attribute, type HtmlElement, textOf, tokens } from './tree';

/** What an element within a post's entry says, by its markup (microdata, microformats, `rel`, class names, address). */
export type Role =
  | 'author'
  | 'job'
  | 'avatar'
  | 'date'
  | 'updated'
  | 'tag'
  | 'excerpt'
  | 'title'
  | 'publication'
  | 'chrome';

const roleOfItemprop: ReadonlyMap<string, Role> = new Map(
  Object.entries<Role>({
    author: 'author',
    creator: 'author',
    contributor: 'author',
    datepublished: 'date',
    datecreated: 'date',
    datemodified: 'updated',
    headline: 'title',
    description: 'excerpt',
    abstract: 'excerpt',
    articlebody: 'excerpt',
    keywords: 'tag',
    articlesection: 'tag',
    jobtitle: 'job',
    publisher: 'publication',
    ispartof: 'publication',
    interactionstatistic: 'chrome',
    commentcount: 'chrome',
    timerequired: 'chrome',
  }),
);

const set = (words: string) => new Set(words.split(/\s+/));
const authorWords = set(
  'author authors byline bylines writer writers contributor contributors vcard hcard creator autor autores auteur auteurs autore autori person people persons postedby writtenby',
);
const jobWords = set(
  'title role roles job jobs position title bio biography company org organization organisation designation occupation description social socials twitter github handle username team department affiliation note email count subtitle desc about jobtitle',
);
const avatarWords = set(
  'avatar avatars image img photo picture pic thumbnail gravatar headshot portrait initials',
);
/** Whoever commented, or the word before a name: "comment-author vcard", "meta-prep-author". */
const besideAuthor = /^(?:comment(?:s|er)?|commentlist|reply|reviewer|rev|prep|license|infobox)$/;
/** Before "author", of who took it: "photo-author". "author-photo" shows who wrote; "media author" lays that out. */
const picture = /^(?:media|photo|foto)$/;
const dateWords = set(
  'date dates published pubdate publishdate publish timestamp datetime postdate posted datum fecha time data',
);
const updatedWords = set('updated modified revised lastmod');
const tagWords = set(
  'tag tags category categories cat cats label labels topic topics badge badges chip chips pill pills keyword keywords kicker eyebrow overline taglist',
);
const excerptWords = set(
  'excerpt summary description desc teaser lead lede dek deck standfirst abstract intro preview snippet subtitle subheading subtext subhead blurb content body text paragraph subheader',
);
const titleWords = set('title headline heading name');
const chromeWords = set(
  'comments comment share sharing likes claps clap views votes replies bookmark more readmore permalink duration reading readtime minutes bio',
);

/** The words of an element's class names: "PostCard_authorName__x1" gives post, card, author, name, x1. */
export function classWords(element: HtmlElement): readonly (readonly string[])[] {
  const names = element.attributes.get('class');
  return names ? wordsOf(names.slice(0, longestClass)) : noWords;
}

/** In characters. */
const longestClass = 1000;
const noWords: readonly (readonly string[])[] = [];

const wordsOf = remembered((names: string) => names.split(/\s+/).filter(Boolean).map(splitName));

const splitName = (name: string): readonly string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_:]+/)
    .filter(Boolean);

export function roleOf(element: HtmlElement): Role | undefined {
  const { tag, attributes } = element;
  if (tag === 'time') return isUpdated(element) ? 'updated' : 'date';
  if (attributes.size === 0) return undefined;
  for (const word of tokens(element, 'itemprop')) {
    const role = roleOfItemprop.get(word);
    if (role) return role;
  }
  const rel = tokens(element, 'rel');
  if (rel.includes('author')) return 'author';
  if (rel.includes('tag') || rel.includes('category')) return 'tag';
  if (tag === 'img') return 'avatar';
  const named = roleOfClass(element);
  // An "avatar" with words in it is a byline.
  if (named === 'avatar' && textOf(element, undefined, 20) !== '') return 'author';
  return named ?? roleOfTestId(element) ?? roleOfAddress(element);
}

/** A channel, a picture's source, a page to sign in with: the same path as an author's page, and nobody's byline. */
const elsewhere =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:youtube|youtu|tiktok|flipboard|instagram|facebook|threads|pinterest|spotify|soundcloud|unsplash|pexels|pixabay)\.(?:com|net|be)(?:[/:?#]|$)|\/(?:users?|members?|u|profiles?|people|accounts?)\/(?:[\w-]*(?:log[_-]?(?:in|out)|sign[_-]?(?:in|up|out)|regist(?:er|ration)|password|connect|confirmation)[\w-]*|edit|settings|new)\/?(?:[?#]|$)/i;

/** An address of an author's page. */
export const isAuthorAddress = (href: string): boolean =>
  !elsewhere.test(href.slice(0, 500)) &&
  /\/(?:authors?|people|persons?|contributors?|writers?|users?|u|profiles?|team|about\/team|staff|autor|auteur|members?)\/[^/?#]+\/?(?:[?#]|$)|\/@[^/?#]+\/?(?:[?#]|$)|[?&]author=/i.test(
    href.slice(0, 500),
  );

/** An address of a topic's page. */
export const isTagAddress = (href: string): boolean =>
  /\/(?:tags?|tagged|categor(?:y|ies)|topics?|labels?|sections?|kategorie|categorie|schlagwort|etiqueta|search\/label)\/[^?#]+|[?&](?:tag|category|topic|cat)=/i.test(
    href.slice(0, 500),
  );

function roleOfClass({ attributes }: HtmlElement): Role | undefined {
  const names = attributes.get('class');
  return names ? roleOfNames(names.slice(0, longestClass)) : undefined;
}

/** Whether a class name, in words, is that of who took a picture. */
function isPictureAuthor(words: readonly string[]): boolean {
  const at = words.findIndex(word => picture.test(word));
  return at >= 0 && words.slice(at).some(word => authorWords.has(word));
}

const roleOfNames = remembered((names: string): Role | undefined => {
  let weak: Role | undefined;
  const all = wordsOf(names);
  const has = (holds: (word: string) => boolean) => all.some(words => words.some(holds));
  if (has(word => besideAuthor.test(word)) && has(word => authorWords.has(word))) return 'chrome';
  if (all.some(isPictureAuthor)) return 'chrome';
  for (const words of all) {
    if (words.length > 7) continue;
    const role = roleOfWords(words);
    if (!role) continue;
    if (role === 'author' || role === 'job' || role === 'date' || role === 'tag' || role === 'title')
      return role;
    weak ??= role;
  }
  return weak;
});

/** Heads of class names; the last word counts most: "author-title" is a job, "post-author" an author. */
function roleOfWords(words: readonly string[]): Role | undefined {
  const has = (wanted: ReadonlySet<string>) => words.some(word => wanted.has(word));
  const last = words.at(-1)!;
  if (words[0] === 'p' || words[0] === 'dt' || words[0] === 'e' || words[0] === 'u') {
    const microformat = roleOfMicroformat(words.join('-'));
    if (microformat) return microformat;
  }
  const joined = words.join('-');
  // "md" is a screen's size in one framework, and Material's in another: "md-post__authors".
  const isSized = words[0] !== 'md' || !(has(authorWords) || has(dateWords));
  if (
    isSized &&
    /^(?:is|has|no|with|js|wp|font|text|bg|flex|grid|items|justify|mt|mb|pt|pb|px|py|leading|tracking|hover|sm|md|lg|xl|max|min|w|h|gap|space|border|rounded)$/.test(
      words[0]!,
    )
  ) {
    return undefined;
  }
  if (has(authorWords)) {
    if (has(dateWords) && !has(jobWords)) return last === 'date' || last === 'time' ? 'date' : undefined;
    if (has(avatarWords)) return 'avatar';
    if (has(jobWords) && !/^(?:authors?|byline|writer)$/.test(last)) return 'job';
    return 'author';
  }
  if (/^(?:job-?title|role|position|bio|job|designation|occupation)$/.test(joined)) return 'job';
  if (has(avatarWords) && /avatar|gravatar|headshot/.test(joined))
    return last === 'name' ? 'author' : last.startsWith('sub') ? 'job' : 'avatar';
  if (/^(?:posted|written|published)?-?by$/.test(joined) || joined.endsWith('-by')) return 'author';
  if (has(updatedWords)) return 'updated';
  if (/read(?:ing)?-?time|min-?read|time-?to-?read|read-?more|comments?-(?:link|count)/.test(joined))
    return 'chrome';
  if (dateWords.has(last) && last !== 'data') return 'date';
  if (tagWords.has(last)) return 'tag';
  if (
    /^(?:cat|tags?|categor(?:y|ies))-(?:links?|list|name|item)$/.test(joined) ||
    /(?:tag|category|topic)s?-(?:list|links?|name|item|label)$/.test(joined)
  )
    return 'tag';
  if (chromeWords.has(last) && last !== 'bio') return 'chrome';
  if (last === 'publication' || joined === 'blog-name') return 'publication';
  if (titleWords.has(last) || joined.endsWith('title-link')) return 'title';
  if (excerptWords.has(last)) return 'excerpt';
  if (
    has(dateWords) &&
    words.some(word => word === 'date' || word === 'published' || word === 'posted') &&
    last !== 'author'
  )
    return 'date';
  return undefined;
}

function roleOfMicroformat(name: string): Role | undefined {
  switch (name) {
    case 'p-author':
      return 'author';
    case 'dt-published':
      return 'date';
    case 'dt-updated':
      return 'updated';
    case 'p-category':
      return 'tag';
    case 'p-summary':
    case 'e-content':
      return 'excerpt';
    case 'p-job-title':
    case 'p-note':
    case 'p-org':
      return 'job';
    case 'u-photo':
      return 'avatar';
    default:
      return undefined;
  }
}

function roleOfTestId(element: HtmlElement): Role | undefined {
  const id =
    attribute(element, 'data-testid') || attribute(element, 'data-test') || attribute(element, 'data-role');
  if (!id || id.length > 60) return undefined;
  return roleOfWords(
    id
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_:]+/)
      .filter(Boolean),
  );
}

function roleOfAddress(element: HtmlElement): Role | undefined {
  if (element.tag === 'address') return 'author';
  if (element.tag !== 'a') return undefined;
  const href = attribute(element, 'href');
  if (isTagAddress(href)) return 'tag';
  return isAuthorAddress(href) ? 'author' : undefined;
}

function isUpdated(element: HtmlElement): boolean {
  return (
    tokens(element, 'itemprop').includes('datemodified') ||
    (classWords(element).some(words => words.some(word => updatedWords.has(word))) &&
      !classWords(element).some(words => words.includes('published')))
  );
}
