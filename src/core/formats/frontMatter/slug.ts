/** Letters and digits, all else as one hyphen: Jekyll's and Zola's. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The same without accents, as Zola writes it. */
export function plainSlug(text: string): string {
  return slugOf(text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss'));
}

/** GitHub's and Material for MkDocs': punctuation goes, each space is a hyphen. */
export function githubSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** Hugo's: dots, underscores and some more stay. */
export function hugoSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s/._#+~%-]/gu, '')
    .trim()
    .replace(/[\s-]+/g, run => (/\s/.test(run) ? '-' : run));
}
