/** In UTF-16 units: what stands for all posts of a source is read once for each. */
const longest = 100;

/** A BCP 47 tag as pages write it, also with "_", in its usual case: "pt_br" gives "pt-BR". */
export function languageTag(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,5}$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return tag;
  }
}
