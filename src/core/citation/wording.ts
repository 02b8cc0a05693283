import { parseTemplate, type TemplateFault, type TemplatePart } from './template';

/** Templates, whose language `template.ts` tells. */
export interface Wording {
  /** What is linked, in `inlineLink` and `referenceLink`. */
  readonly linkText: string;
  /** The text of a footnote, and of a post that has no address to link to. */
  readonly note: string;
}

export const defaultWording: Wording = {
  linkText: '{title}',
  note: '{authors suffix=". "}"{title}."{publication prefix=" *" suffix="*"}{date prefix=", "}.{url prefix=" "}',
};

export const wordingNames = Object.keys(defaultWording) as readonly (keyof Wording)[];

/** A template that can't be used, so that the default stands in for it. */
export interface WordingFault {
  readonly name: keyof Wording;
  readonly fault: TemplateFault;
}

/** What is wrong with a template, first fault first; nothing where it can be used. */
export function templateFaults(name: keyof Wording, template: string): readonly TemplateFault[] {
  const { parts, faults } = parseTemplate(template);
  return name === 'linkText' && faults.length === 0 ? unpairedBrackets(parts) : faults;
}

/** The faulty templates, each with its first fault. */
export function wordingFaults(wording: Wording): WordingFault[] {
  return wordingNames.flatMap(name => {
    const [fault] = templateFaults(name, wording[name]);
    return fault ? [{ name, fault }] : [];
  });
}

/**
 * Brackets of a link's text that would end it too early, or never. What goes with a field stands or falls with it, so
 * there they have to match by themselves.
 */
function unpairedBrackets(parts: readonly TemplatePart[]): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const open: TemplateFault[] = [];
  for (const part of parts) {
    if ('text' in part) {
      for (const { index, 0: detail } of part.text.matchAll(bracket)) {
        if (detail.length > 1) continue;
        const start = part.start + index;
        const fault = { code: 'unpairedBracket', start, end: start + 1, detail } as const;
        if (detail === '[') open.push(fault);
        else if (!open.pop()) faults.push(fault);
      }
    } else {
      const own = unpairedBrackets([{ text: part.prefix + part.suffix, start: 0, end: 0 }]);
      faults.push(...own.map(fault => ({ ...fault, start: part.start, end: part.end })));
    }
  }
  return [...faults, ...open].sort((a, b) => a.start - b.start);
}

const bracket = /\\.|[[\]]/gsu;
