import { type Byline, readBareNames } from '../../line/byline';
import { joinSegments, type Segment } from './segments';

export interface Beside {
  readonly title: string;
  readonly byline: Byline;
  readonly shape: BesideShape;
}

export type BesideShape = 'by' | 'after' | 'before' | 'colon' | 'brackets';

/** A title with brackets at its end. */
export const bracketsEnd = /^(.*\S)\s*[([（]([^()[\]（）]{2,100})[)\]）]$/u;

/** The ways to read names beside a title: before it, behind it, in brackets. "By" counts where the line is dated. */
export function readBesides(title: string, left: readonly Segment[], dated = false): Beside[] {
  const plainTitle = title.replace(/,\s+(?=by\s)/iu, ' ');
  const by =
    /^(.*\S)\s+(by|von|par|por)\s+(\S.*)$/u.exec(plainTitle) ??
    (dated ? /^(.*\S)\s+(By)\s+(\S.*)$/u.exec(plainTitle) : null);
  const list: [BesideShape, string | undefined, string | undefined][] = [['by', by?.[1], by?.[3]]];
  if (left.length > 1) {
    list.push(['after', joinSegments(left.slice(0, -1)), left.at(-1)!.text]);
    list.push(['before', joinSegments(left.slice(1)), left[0]!.text]);
  }
  const quoted = /^[“"«„](.{3,200}?)[,.]?[”"»“],?\s+(\S.*)$/u.exec(title);
  list.push(['after', quoted?.[1], quoted?.[2]]);
  const quotedLast = /^([^“"«„]{3,120}?),?\s+[“"«„](.{3,200}?)[,.]?[”"»“]$/u.exec(title);
  list.push(['before', quotedLast?.[2], quotedLast?.[1]]);
  const brackets = bracketsEnd.exec(title);
  list.push(['brackets', brackets?.[1], brackets?.[2]]);
  const comma = /^(.*\S)\s*,\s+(\S+(?:\s\S+){1,4})$/u.exec(title);
  list.push(['after', comma?.[1], comma?.[2]]);
  const colon = /^([^:]{3,80}):\s+(\S.*)$/u.exec(title);
  list.push(['colon', colon?.[2], colon?.[1]]);
  return list.flatMap(([shape, rest, names]) => {
    const byline = rest && names ? readBareNames(names) : undefined;
    const plain = rest?.replace(/^[\s—–|·:-]+|[\s—–|·:,-]+$/gu, '');
    return byline && plain && byline.confidence >= 0.15 ? [{ title: plain, byline, shape }] : [];
  });
}
