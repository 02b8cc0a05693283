/** The styles that come with Byline, by their names in the public repository of styles; the first is the default. */
export const shippedStyles = [
  'apa',
  'chicago-author-date',
  'chicago-fullnote-bibliography',
  'chicago-note-bibliography',
  'ieee',
] as const;

/** Those of them that write citations into the text. */
export const inTextStyles = shippedStyles.filter(name => !/note/.test(name));

/** The languages that come with Byline; the first of a language stands for its others. */
export const shippedLocales = [
  'en-US',
  'en-GB',
  'de-DE',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pt-BR',
  'pl-PL',
  'ru-RU',
  'ja-JP',
  'zh-CN',
] as const;

export type ShippedLocale = (typeof shippedLocales)[number];

/** The locale for a language tag such as "de", "pt-pt" or "zh_TW"; `undefined` where none has its language. */
export function localeOf(language: string): ShippedLocale | undefined {
  const tag = language.trim().toLowerCase().replaceAll('_', '-');
  const [primary] = tag.split('-');
  return (
    shippedLocales.find(locale => locale.toLowerCase() === tag) ??
    shippedLocales.find(locale => locale.startsWith(`${primary}-`))
  );
}

/** The locale for a language tag; American English where there is none. */
export const localeFor = (language: string): ShippedLocale => localeOf(language) ?? 'en-US';
