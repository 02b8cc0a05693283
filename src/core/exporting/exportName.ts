import { type ExportFormat, extensions } from './exportFormats';

/** A name for the file, made of what the posts have in common: "ann-lee.bib". */
export function exportName(title: string, format: ExportFormat): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '-')
    .slice(0, longest)
    .replace(/^-+|-+$|\p{Cs}$/gu, '');
  return `${/^(?:con|prn|aux|nul|com\d|lpt\d)?$/.test(words) ? `posts${words && `-${words}`}` : words}.${extensions[format]}`;
}

/** In UTF-16 units; file systems take 255 bytes, and a unit may be three. */
const longest = 60;
