import { givenArguments } from '../chosenPosts';
import type { CitingContext } from './context';
import { insertAs } from './insertAs';
import { copyPosts, insertPosts } from './insertPosts';
import { pickToCite, pickToShow } from './pickToCite';

/** What the commands do with what they are called on: rows, or arguments of keybindings and other extensions. */

type Args = readonly unknown[];

export async function insertCalled(context: CitingContext, args: Args): Promise<void> {
  const given = await givenArguments('byline.insertCitation', args);
  const posts = await context.chosen.calledOn(args);
  if (posts.length > 0) await insertPosts(context, posts, given.format);
  else await pickToCite(context, { ...given, asks: false });
}

export async function insertCalledAs(context: CitingContext, args: Args): Promise<void> {
  const given = await givenArguments('byline.insertCitationAs', args);
  const posts = await context.chosen.calledOn(args);
  if (posts.length > 0) await insertAs(context, posts);
  else await pickToCite(context, { ...given, asks: true });
}

export async function copyCalled(context: CitingContext, args: Args): Promise<void> {
  const { format } = await givenArguments('byline.copyCitation', args);
  await copyPosts(context, await context.chosen.calledOnOrSelected(args), format);
}

export async function showCalled(context: CitingContext, args: Args): Promise<void> {
  const { query } = await givenArguments('byline.searchPosts', args);
  await pickToShow(context, typeof args[0] === 'string' ? args[0] : query);
}
