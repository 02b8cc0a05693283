/** The elements that feeds' texts are marked up with: those of HTML and of MathML Core. */
const known =
  'a abbr acronym address annotation(?:-xml)? applet article aside audio b basefont bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form frame frameset h[1-6] header hr html i iframe img input ins kbd label legend li link main map mark marquee math menclose merror meta mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover nav nobr noembed noframes noscript object ol optgroup option output p param picture pre q rp rt ruby s samp script section select semantics small source span strike strong style sub summary sup svg table tbody td textarea tfoot th thead time tr track tt u ul var video wbr'.replaceAll(
    ' ',
    '|',
  );
const sign = new RegExp(
  `</(?:${known})\\s*>|<(?:br|hr|img|p|div|ul|ol|h[1-6]|blockquote|figure|table|input|link|meta|embed)(?:\\s[^<>]*|\\s*/)?>|<(?:${known})(?:\\s+[\\w:-]+\\s*=[^<>]*|\\s*/)>|&(?:[a-z][a-z\\d]{1,31}|#\\d{1,7}|#x[\\da-f]{1,6});`,
  'i',
);
const wholeName = new RegExp(`^(?:${known})$`, 'i');
const standsAlone = /^(?:br|hr|img|input|wbr|p)$/i;

/**
 * Whether a text that does not say so is markup: it closes, or cannot mean to close, an element that HTML has, or has
 * a character reference. "The <video> element" and "List<T>" are not.
 */
export function isMarkup(text: string): boolean {
  return (text.includes('<') || text.includes('&')) && sign.test(text);
}

/** A title's markup in which only elements of HTML count, and of those the ones that are closed: "<T>" and "<video>" stay. */
export function closedMarkup(title: string): string {
  if (!title.includes('<')) return title;
  const closed = new Set(
    Array.from(title.matchAll(/<\/([a-z][a-z\d]*)/gi), ([, name]) => name!.toLowerCase()),
  );
  return title.replace(/<(?!!--)(\/?)([a-z][a-z\d]*(?=[\s/>]))?/gi, (tag, slash: string, name?: string) => {
    const counts =
      name !== undefined &&
      wholeName.test(name) &&
      (slash || standsAlone.test(name) || closed.has(name.toLowerCase()));
    return counts ? tag : `&lt;${tag.slice(1)}`;
  });
}
