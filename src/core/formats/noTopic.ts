import { foldText } from '../text';

/** What marks a post as one, or stands where no topic was chosen, as WordPress says it in many languages. */
const none = new Set(
  `all|article|articles|blog|blogs|blog post|blog posts|default|general|none|post|posts|uncategorised|uncategorized|
  untagged|allgemein|non classé|sin categoría|sense categoria|senza categoria|sem categoria|geen categorie|
  niet gecategoriseerd|okategoriserade|ikke kategoriseret|ukategorisert|bez kategorii|nezařazené|без рубрики|
  未分類|未分类|미분류`
    .split(/\|\s*/)
    .map(foldText),
);

/** Whether what a source gives as a topic is none: "Uncategorized", "posts". */
export const isNoTopic = (topic: string): boolean => none.has(foldText(topic));
