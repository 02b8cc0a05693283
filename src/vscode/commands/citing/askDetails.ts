import * as vscode from 'vscode';
import { type CitationDetails, type LocatorLabel, locatorLabels } from '../../../core/citation';
import type { Post } from '../../../core/post';
import { plainPrompt, titleText } from '../../views/postText';
import { type Answered, askChoice, askText } from './steps';

const { l10n } = vscode;

interface Answers {
  readonly label?: LocatorLabel | undefined;
  readonly value: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Asks what to say with a citation of a post, step by step; empty is none.
 * @param preview what would be inserted with these details
 * @returns `undefined` when the user gives up
 */
export async function askDetails(
  post: Post,
  preview: (details: CitationDetails) => Promise<string>,
  before: CitationDetails = {},
): Promise<CitationDetails | undefined> {
  const title = l10n.t('Cite “{0}”', titleText(post));
  const { prefix = '', suffix = '', locator } = before;
  let answers: Answers = { label: locator?.label, value: locator?.value ?? '', prefix, suffix };
  const ask = (key: 'value' | 'prefix' | 'suffix', placeholder: string, step: number) =>
    askText({
      title,
      step,
      placeholder,
      value: answers[key],
      tell: async text => plainPrompt(await preview(detailsOf({ ...answers, [key]: text }))),
    }).then(answer => {
      if (typeof answer === 'object') answers = { ...answers, [key]: answer.value };
      return answer;
    });
  const steps: readonly (() => Promise<Answered<unknown>>)[] = [
    async () => {
      const answer = await askChoice<LocatorLabel | undefined>({
        title,
        step: 1,
        placeholder: l10n.t('Where in the post?'),
        rows: [undefined, ...locatorLabels].map(label => ({ label: nameOf(label), value: label })),
        value: answers.label,
      });
      if (typeof answer === 'object' && answer.value !== answers.label) {
        answers = { ...answers, label: answer.value, value: '' };
      }
      return answer;
    },
    async () => (answers.label ? ask('value', placeholders[answers.label], 2) : 'skip'),
    () => ask('prefix', l10n.t('Before it, such as “see”; empty for nothing'), 3),
    () => ask('suffix', l10n.t('Behind it, such as “for the measurements”; empty for nothing'), 4),
  ];
  let direction = 1;
  for (let at = 0; at < steps.length; at += direction) {
    const answer = await steps[at]!();
    if (answer === 'cancel' || at + (answer === 'back' ? -1 : 0) < 0) return undefined;
    if (answer !== 'skip') direction = answer === 'back' ? -1 : 1;
  }
  return detailsOf(answers);
}

function detailsOf({ label, value, prefix, suffix }: Answers): CitationDetails {
  return {
    ...(prefix.trim() && { prefix: prefix.trim() }),
    ...(suffix.trim() && { suffix: suffix.trim() }),
    ...(label && value.trim() && { locator: { label, value: value.trim() } }),
  };
}

const nameOf = (label: LocatorLabel | undefined): string => (label ? names[label] : l10n.t('The whole post'));

const names: Record<LocatorLabel, string> = {
  section: l10n.t('Section'),
  quote: l10n.t('Quote'),
  page: l10n.t('Page'),
  paragraph: l10n.t('Paragraph'),
  chapter: l10n.t('Chapter'),
  figure: l10n.t('Figure'),
  line: l10n.t('Line'),
  note: l10n.t('Note'),
  part: l10n.t('Part'),
};

const number = l10n.t('Its number');
const placeholders: Record<LocatorLabel, string> = {
  section: l10n.t('The heading of the section, or its number'),
  quote: l10n.t('Words of the page, exactly as they stand there; browsers scroll to them'),
  page: l10n.t('Its number, or from where to where: 12–14'),
  paragraph: number,
  chapter: number,
  figure: number,
  line: number,
  note: number,
  part: number,
};
