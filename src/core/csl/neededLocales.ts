import type { CslData } from './formatter';
import { readStyle } from './readStyle';
import { localeFor } from './shipped';

/**
 * The locales that a formatter asks for, so that they can be read before.
 * @throws CslError when the style is none
 */
export function neededLocales({
  style,
  language,
  forceLanguage,
}: Omit<CslData, 'locales'>): readonly string[] {
  const own = forceLanguage ? undefined : readStyle(style).attrs['default-locale'];
  return [...new Set([localeFor(own ?? language), 'en-US'])];
}
