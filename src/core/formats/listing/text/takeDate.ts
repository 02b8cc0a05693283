import { findDate } from '../../../date';
import { monthOfWord } from '../../../monthNames';
import type { PartialDate } from '../../../post';
import { remembered } from '../../html/remembered';
import { readBareNames, readByline } from '../../line/byline';
import { relativeDateStart } from '../../line/chrome';

const dateLead =
  /(?:^|[\s(,[])(?:(?:first |last |originally |article |post(?:ed)? |was )?(?:posted|published|updated|created|modified|added|written|date|released?|veröffentlicht|geschrieben|erstellt|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|geplaatst|gepubliceerd|publicerad|опубликовано|发布于|发表于|發表於|发布时间|日期|公開日|投稿日|작성일)(?: on| am| le| el| em| il| op| den)?|on|am|le|il|el|em|op|den|vom)\s*[:：]?\s*$/iu;
/** Stands for the day that a date does not tell. */
const unknown: PartialDate = { year: 0, month: 1, day: 1 };
const isoLead = /^[[(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/u;

/** What of a line dates its post. */
export interface Dated {
  date?: PartialDate;
  /** Holds a date, be it one without a year or one such as "3 hours ago". */
  dated: boolean;
  /** Month and day of a date without a year. */
  yearless?: { readonly month: number; readonly day: number };
  /** A date as written that names no day for sure: "3 days ago", "03/04/2021", "March 3". */
  unknownDate?: string;
}

/** Takes the date from a part of a line; what stands before and behind it is left, where there is something. */
export function takeDate(text: string, fields: Dated): string[] {
  return takeParts(text, fields).filter(part => part);
}

function takeParts(text: string, fields: Dated): string[] {
  const relative = relativeDateStart(text);
  if (relative >= 0) {
    fields.dated = true;
    fields.unknownDate ??= text.slice(relative).replace(/^[\s(]+|[\s)]+$/gu, '');
    const before = text.slice(0, relative).replace(dateLead, '');
    return [before.replace(/[\s,(]+$/u, '')];
  }
  const found = dateIn(text) ?? findAmbiguous(text);
  if (!found) return [takeYear(text, fields) ?? takeYearless(text, fields)];
  const before = text
    .slice(0, found.start)
    .replace(/[([<]\s*$/u, '')
    .trimEnd();
  const after = text.slice(found.end).replace(/^\s*[)\]>]/u, '');
  const lead = dateLead.exec(before);
  const kept = lead ? before.slice(0, lead.index).trimEnd() : before;
  if (!isTaken(kept, lead?.[0] ?? '', before, after, found.date, text)) return [text];
  fields.dated = true;
  if (found.date === unknown) fields.unknownDate ??= text.slice(found.start, found.end);
  else fields.date ??= found.date;
  const rest = after.replace(/^[\s:,.;)\]]+/u, '').trim();
  const head = kept.replace(/[\s,;:(]+$/u, '');
  return [head, rest];
}

/** Posts of one day or by one author have the same beside their titles. */
const dateIn = remembered((text: string) => findDate(text));

const ambiguous = /(?<![\p{L}\d/.-])\d{1,2}([/.-])\d{1,2}\1[12]\d{3}(?![\p{L}\d/-])/u;

/** "03/04/2021" is in March or in April. */
function findAmbiguous(text: string) {
  const match = ambiguous.exec(text);
  return match && { start: match.index, end: match.index + match[0].length, date: unknown };
}

/** Whether a date in a line dates the post, rather than belonging to the words of a title. */
function isTaken(
  kept: string,
  lead: string,
  before: string,
  after: string,
  date: PartialDate,
  text: string,
): boolean {
  const nothingBefore = kept === '';
  const nothingAfter = /^[\s.,;:]*$/u.test(after);
  if (nothingBefore && nothingAfter) return true;
  if (nothingBefore) {
    if (/^\s*[:,.)–—-]/u.test(after) || /^\s*(?:by|in|von|par|por)\s/iu.test(after)) return true;
    return date.day !== undefined && (isoLead.test(text) || lead !== '' || /^\s/u.test(after));
  }
  const named = readByline(kept) ?? readBareNames(kept.replace(/,$/u, ''));
  if (named && named.confidence >= 0.3) return true;
  if (!nothingAfter) return false;
  if (
    /[,(:[]$/u.test(before) ||
    before.length < text.slice(0, text.length - after.length).trimEnd().length - 60
  )
    return date.month !== undefined || /[([:]$/u.test(before);
  if (/^\s*(?:posted|published|updated)/iu.test(lead)) return true;
  return (
    date.day !== undefined &&
    !/(?:^|\s)(?:on|of|for|from|since|until|to|by|in|the|am|vom|le|el)$/iu.test(before)
  );
}

/** "Title, Jane Doe, 2020": a year alone counts behind names. */
function takeYear(text: string, fields: Dated): string | undefined {
  const match = /^(.*\S)(?:,\s+|\s+[([])((?:19|20)\d\d)[)\]]?\.?$/u.exec(text);
  const names = match && readBareNames(match[1]!.slice(match[1]!.search(/[^,—–-]*$/u)).trim());
  if (!match || !names || names.confidence < 0.6) return undefined;
  fields.dated = true;
  fields.date ??= { year: Number(match[2]) };
  return match[1]!;
}

const monthDay = /^(\p{L}{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?=$|[\s:,.)])/u;
const dayMonth = /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-](?:de\s)?(\p{L}{3,10})\.?(?=$|[\s:,.)])/u;
const digits = /^(\d\d)[-/](\d\d)(?=$|[\s:])/u;

/** "Jan 3" at either end of a segment: its year stands elsewhere, or nowhere. */
function takeYearless(text: string, fields: Dated): string {
  const tail = text.slice(-24);
  const at = tail.search(/(?<![\p{L}\d])(?:\p{L}{3,10}\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}{3,10}\.?)\)?$/u);
  const end = at > 0 ? text.length - tail.length + at : -1;
  for (const [start, isEnd] of end > 0
    ? ([
        [0, false],
        [end, true],
      ] as const)
    : ([[0, false]] as const)) {
    const part = text.slice(start);
    const [named, numbered, plain] = [monthDay.exec(part), dayMonth.exec(part), digits.exec(part)];
    const word = named?.[1] ?? numbered?.[2];
    const month = plain
      ? Number(plain[1])
      : word && /^\p{Lu}|^\d/u.test(part)
        ? monthOfWord(word)
        : undefined;
    const day = Number(plain?.[2] ?? named?.[2] ?? numbered?.[1]);
    const match = plain ?? named ?? numbered;
    if (!match || !month || month > 12 || !(day >= 1 && day <= 31)) continue;
    fields.dated = true;
    fields.yearless ??= { month, day };
    fields.unknownDate ??= match[0].trim();
    const kept = isEnd ? text.slice(0, start).replace(dateLead, '') : part.slice(match[0].length);
    return kept.replace(/^[\s:,.)\]]+|[\s:,(]+$/gu, '');
  }
  return text;
}
