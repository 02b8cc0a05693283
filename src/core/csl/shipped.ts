import { locales, styles } from './shipped.json';

/** The styles that come with Byline, by their names in the public repository of styles; the first is the default. */
export const shippedStyles: readonly [string, ...string[]] = styles as [string, ...string[]];

/** Those of them that write citations into the text. */
export const inTextStyles = shippedStyles.filter(name => !/note/.test(name));

/** The languages that come with Byline; the first of a language stands for its others. */
export const shippedLocales: readonly string[] = locales;

/** The locale for a language tag such as "de", "pt-pt" or "zh_TW"; `undefined` where none has its language. */
export function localeOf(language: string): string | undefined {
  const tag = language.trim().toLowerCase().replaceAll('_', '-');
  const [primary] = tag.split('-');
  return (
    shippedLocales.find(locale => locale.toLowerCase() === tag) ??
    shippedLocales.find(locale => locale.startsWith(`${primary}-`))
  );
}

/** The locale for a language tag; American English where there is none. */
export const localeFor = (language: string): string => localeOf(language) ?? 'en-US';
