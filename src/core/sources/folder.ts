import type { SiteConventions } from '../formats/frontMatter';
import type { FileSystem, Parser } from '../ports';
import { FolderFiles, type FolderMemory, unreadable } from './folderFiles';
import { type FolderSite, findSiteAbove, readPlainSite } from './folderSite';
import { type FoundFile, walkFolder, withGiven } from './folderWalk';
import type { SourceEntry, SourceReading } from './reading';
import type { Source } from './source';

export interface FolderReading extends SourceReading {
  readonly stamps: Readonly<Record<string, number>>;
  /** How many files were read, the others being as before. */
  readonly filesRead: number;
}

export interface FolderOptions {
  /** URI of the folder, such as the workspace's, that nothing is read outside of, where `root` stands in it. */
  readonly within?: string | undefined;
  readonly before?: FolderMemory | undefined;
  /** ms since 1970. */
  readonly now?: number;
  readonly signal?: AbortSignal | undefined;
}

const mostFiles = 50_000;
/** Files that are taken together. */
const batchSize = 32;

/**
 * Reads the Markdown posts below a folder; `undefined` when there is no such folder. `root` is its URI. Each entry's
 * key is its file's path from there. Rejects with the signal's reason only.
 */
export async function readFolder(
  source: Source,
  root: string,
  files: FileSystem,
  parser: Parser,
  options: FolderOptions = {},
): Promise<FolderReading | undefined> {
  const { within, before, now = Date.now(), signal } = options;
  const day = new Date(now);
  const given: SiteConventions = {
    today: { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() },
    ...(source.baseUrl !== undefined && { base: source.baseUrl, isBaseOfPosts: true }),
  };
  try {
    if (!(await files.list(root))) return undefined;
  } catch (error) {
    return {
      entries: before?.entries ?? [],
      stamps: before?.stamps ?? {},
      filesRead: 0,
      isComplete: false,
      problems: [unreadable('', source, error)],
    };
  }
  const ports = { files, parser, signal };
  const outer = withGiven(
    chosen((await findSiteAbove(root, ports, within)) ?? (await readPlainSite(root, ports))),
    given,
  );
  const reading = new FolderFiles(source, root, ports, before);
  const walk = walkFolder(root, outer, {
    ports,
    given,
    onUnreadable: (path, error) => reading.fail(path, error),
  });
  let batch: FoundFile[] = [];
  let count = 0;
  for await (const file of walk) {
    if (count++ === mostFiles) {
      reading.fail('', new Error(`there are more than ${mostFiles} files`));
      break;
    }
    batch.push(file);
    if (batch.length === batchSize) {
      await reading.add(batch);
      batch = [];
    }
  }
  await reading.add(batch);
  const result = reading.result();
  const title = outer.conventions.title ?? commonTitle(result.entries);
  return { ...(title !== undefined && { title }), ...result };
}

/** The title of the one site that all posts are of, where that stands in a folder of the one that is read. */
function commonTitle(entries: readonly SourceEntry[]): string | undefined {
  const [first, ...others] = new Set(entries.map(({ record }) => record.containerTitle));
  return others.length === 0 ? first : undefined;
}

/** All files are posts where the user chose a folder that is not the site's whole content. */
function chosen(site: FolderSite): FolderSite {
  const { folders = [] } = site.conventions;
  const isChosen =
    site.above !== '' && !folders.some(({ folder, route }) => folder === site.above && route === '');
  return { ...site, conventions: { ...site.conventions, isChosen } };
}
