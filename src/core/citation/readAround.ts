import { readLocator } from './aroundCitation';
import type { CitationDetails } from './details';
import { unescaped } from './escapeText';

/** The details that Markdown before a citation and behind it tells; a number by itself is a page, as it is to Pandoc. */
export function readAround(before: string, behind: string): CitationDetails {
  const prefix = unescaped(before).trim();
  const text = unescaped(behind).replace(/^,?\s+/, '');
  const told = readLocator(text);
  const [page = ''] = told ? [] : (/^\d+(?:[-–]\d+)?(?![\p{L}\p{N}.])/u.exec(text) ?? []);
  const locator = told?.locator ?? (page ? ({ label: 'page', value: page } as const) : undefined);
  const suffix = text
    .slice(told?.end ?? page.length)
    .replace(/^,?\s+/, '')
    .trim();
  return { ...(prefix && { prefix }), ...(suffix && { suffix }), ...(locator && { locator }) };
}
