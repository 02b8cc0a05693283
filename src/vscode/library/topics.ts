import type { PostRecord } from '../../core/post';
import { settings } from '../settings';

type FillIn = <T extends PostRecord>(record: T) => T;

/** The last vocabulary that was made, and the setting it was made from: making one takes longer than using it. */
let made: { readonly setting: string; readonly fillIn: FillIn } | undefined;

/** Joins the spellings of a post's topics, and works out some where it names none; by the user's own topics too. */
export async function topicFiller(): Promise<FillIn> {
  const { topics } = settings();
  const setting = JSON.stringify(topics);
  if (made?.setting !== setting) {
    const { createVocabulary, withTopics } = await import('../../core/topics');
    const vocabulary = createVocabulary(topics);
    made = { setting, fillIn: record => withTopics(record, vocabulary) };
  }
  return made.fillIn;
}
