import type { Post } from '../../../core/post';
import { chooseFormat } from './chooseFormat';
import { CitingPlace } from './citingPlace';
import type { CitingContext } from './context';
import { insertCites } from './insertPosts';

/** Asks for a format, then cites posts in it. */
export async function insertAs(context: CitingContext, posts: readonly Post[]): Promise<void> {
  const cites = posts.map(post => ({ post }));
  const format = await chooseFormat(new CitingPlace(context, context.lastEditor.editor), cites);
  if (format) await insertCites(context, cites, format);
}
