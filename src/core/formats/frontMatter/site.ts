import type { Name, PartialDate } from '../../post';
import type { KnownAuthors } from './authors';
import type { Fields } from './fields';
import type { KnownTopics } from './topics';

export const generatorNames = [
  'astro',
  'docusaurus',
  'eleventy',
  'hexo',
  'hugo',
  'jekyll',
  'mkdocs',
  'next',
  'nuxt',
  'pelican',
  'quarto',
  'vitepress',
  'zola',
] as const;

/** What builds a site from Markdown files. */
export type GeneratorName = (typeof generatorNames)[number];

/** What a site's own files say of how its posts are written and where they are published. Plain data. */
export interface SiteConventions {
  /** `undefined` where no generator's configuration was found. */
  readonly generator?: GeneratorName;
  /** Address of the site's first page, ending in "/". */
  readonly base?: string;
  /** `base` is that of the posts, as the user gave it, and may end in what the posts' paths begin with. */
  readonly isBaseOfPosts?: boolean;
  readonly title?: string;
  readonly language?: string;
  /** Who signs posts that name nobody. */
  readonly author?: readonly Name[];
  readonly authors?: KnownAuthors;
  readonly topics?: KnownTopics;
  /** Where the site keeps posts, and the path that these folders have in its addresses. */
  readonly folders?: readonly PostFolder[];
  /** Patterns or beginnings of addresses by section or collection; by "" for all others. */
  readonly permalinks?: ReadonlyMap<string, string>;
  /** How addresses of pages end. */
  readonly ending?: '/' | '.html' | '';
  /** The same by section, where one differs. */
  readonly endings?: ReadonlyMap<string, '/' | '.html'>;
  /** Languages besides the first, which stand in file names ("post.fr.md") and open addresses. */
  readonly languages?: readonly string[];
  /** Fields that posts of a folder have unless they say otherwise, outermost first. */
  readonly defaults?: readonly FieldDefaults[];
  /** The user chose a folder within the site's, so that all files in it are posts. */
  readonly isChosen?: boolean;
  /** Posts dated after `today` are not published yet. */
  readonly hidesFuture?: boolean;
  readonly today?: PartialDate;
}

export interface FieldDefaults {
  /** From the site's folder. */
  readonly folder: string;
  readonly fields: Fields;
  /** Only in folders of this name. */
  readonly within?: string;
}

export interface PostFolder {
  /** From the site's folder, without "/" at its ends; "" for that folder itself. */
  readonly folder: string;
  /** Like it, from `base`. */
  readonly route: string;
}

/** A post as its address is made of it. */
export interface PlacedPost {
  /** From the site's folder, "/" between folders. */
  readonly path: string;
  readonly fields: Fields;
  readonly title: string;
  readonly date?: PartialDate | undefined;
}

/** How one generator reads its configuration and makes addresses. */
export interface Generator {
  /** Names, from the site's folder, of the files that `readConfig` wants. */
  readonly configs: RegExp;
  /** Folders of pages, among which those that are made from slugs tell where posts are shown. */
  readonly pages?: readonly string[];
  /** What the configuration says, never run where it is code; `undefined` when it is another generator's. */
  readConfig(files: ReadonlyMap<string, string>): SiteConventions | undefined;
  /** Path from `base`, or a whole address; `undefined` when the post has none or it cannot be told. */
  addressOf(post: PlacedPost, site: SiteConventions): string | undefined;
  /** Whether files there are posts; `dated`: only those that have a date, since pages stand there as well. */
  kindOf(path: string, site: SiteConventions): 'post' | 'dated' | 'none';
}
