import { cleanText } from '../../text';
import { remembered } from '../html/remembered';
import { readNames } from './names';
import { roles } from './words';

/** What a signature says. */
export interface Byline {
  readonly names: readonly string[];
  /** What is said beside the names: those it was written for, helped by, or credited. */
  readonly note?: string;
  /** 0 to 1; from about 0.6 on the line can hardly be anything else. */
  readonly confidence: number;
}

const deed =
  'written|hosted|presented|posted|published|authored|contributed|submitted|shared|created|penned|compiled|reported|curated|story|words|text|essay|article|post|blog post|interview|column|guest (?:post|article|column)|a (?:guest )?post|geschrieben|verfasst|veröffentlicht|ein beitrag|ein gastbeitrag|gastbeitrag|text|écrit|publié|rédigé|posté|un article|escrito|publicado|redactado|artículo|scritto|pubblicato|geschreven|geplaatst|skrevet|skriven|skrivet|publicerad|napisane|napisał|написано|опубликовано';
const by = 'by|von|vom|par|por|de|di|da|door|av|af|przez|od|от';
const sure = new RegExp(
  `^(?:(?:${deed})\\s+(?:${by})|by|(?:${by})\\s*:|byline|(?:guest )?authors?(?:\\(s\\))?\\s*[:：]|guest authors?|guest post\\s*[:：]|autor(?:in|en|innen|es|as|a|ka|zy)?\\s*:|auteure?s?\\s*:|autor[ei]\\s*:|författare\\s*:|forfatter\\s*:|kirjoittaja\\s*:|kirjoittanut\\s|yazar\\s*:|verfasser(?:in)?\\s*:|szerző\\s*:|автор[ы]?\\s*[:：]|作者\\s*[:：/／]?|[著撰]者\\s*[:：]?|執筆者?\\s*[:：]?|(?:取材・)?[文撰]\\s*[:：/／|｜・＝=]|글쓴이\\s*[:：]?|작성자\\s*[:：]?|글\\s*[:：])(?:(?<=[:：/／|｜・＝=])|(?![\\p{L}-]))\\s*[:：]?\\s*`,
  'iu',
);
const labelled = /^(?:作者|著者|撰者|執筆者?|글쓴이|작성자)\s*/u;
const foreign = /^(?:von|par|por|de|di|da|door|av|af|przez|от|via|✍️?|👤|🖊️?|🖋️?)\s+/iu;

const credit =
  /[.,;]?\s+(?:[([]\s*)?(?:and\s+)?(?:on behalf of|with (?:much |a lot of |lots of |some |the |special )?(?:help|contributions?|thanks|input|support|assistance|additional reporting|feedback|guidance)|thanks to|special thanks|many thanks|credits? to|in collaboration with|in partnership with|edited by|(?:and )?illustrat(?:ed|ions?) by|translated by|photo(?:s|graphs?)? by|reviewed by|featuring|with (?:special )?guests?|feat\.|im namen|im auftrag|mit (?:hilfe|unterstützung|dank)|au nom d|for (?:the|our)(?=\s(?:[^,;.:]{1,60}\s)?teams?(?!\p{L}))|et al\.?$|(?:\d+|many|several|two|three|four|five) (?:others?|more)$|avec l['’]aide|en nombre de|con (?:la )?ayuda|met (?:hulp|dank))(?=[\s'’]|$)/iu;
/** What a title may hold as well. */
const weakNote = /^(?:for|et|and|\d+|many|several|two|three|four|five)\s/iu;
/** "the Search team: Jane Doe, John Roe" */
const ofTeam = /^((?:the|our)\s(?:[^:,]{1,60}\s)?teams?)\s*:\s*(?=\S)/iu;
const sentenceEnd =
  /(?<=\p{L}{2}|\))(?<!\b(?:Jr|Sr|Dr|St|Ste|Mr|Mrs|Ms|Prof|Inc|Ltd|Co|Corp))\.\s+(?=\p{Lu})/u;
const isRole = new RegExp(`\\s[|–—-]\\s+(?:\\S+\\s){0,3}(?:${roles})(?:$|[\\s,;])`, 'iu');
const helpers =
  /^(?:with (?:help|contributions?|thanks|input|guests?)|mit hilfe|thanks to|special thanks|(?:illustrat(?:ed|ions?)|edited|translated|translation|photos?|photographs?|photography|art|artwork|music|reviewed|übersetzt|übersetzung|illustration(?:en)?|fotos?|video|traduit|traducido|tradotto|vertaald) (?:by|von|vom|par|por|da|door))\b/iu;

/**
 * Reads a line that says who wrote a post: `By A, B, and C`, `Written by A.`, `Autorin: A`, `von A und B`.
 * A team that it was written for, and those who helped or are credited, are no authors but a note.
 */
export function readByline(line: string): Byline | undefined {
  if (line.length > 1500) return undefined;
  return line.length > 300 ? signedLine(line) : knownLine(line);
}

function signedLine(line: string): Byline | undefined {
  const opening = sure.exec(line) ?? labelled.exec(line);
  if (opening) return signature(line.slice(opening[0].length), 1);
  const other = foreign.exec(line);
  const rest = other ? line.slice(other[0].length) : '';
  // "Di Wu" is a name, "Di Anna Rossi" is signed.
  if (!other || (/^\p{Lu}/u.test(line) && !rest.includes(' '))) return undefined;
  return signature(rest, 0.5);
}

/** Posts by the same people are signed alike. */
const knownLine = remembered(signedLine);

/** Reads a line of names with nothing before them: "Jane Doe, Staff Engineer", "A, B and C". */
export function readBareNames(line: string): Byline | undefined {
  return line.length > 300 ? undefined : bareNames(line);
}

/** Asked for one line in several places. */
const bareNames = remembered((line: string): Byline | undefined => {
  const { text, note } = withoutCredit(line);
  if (/[.!?…:]$/u.test(text) && !/(?:\b\p{Lu}|jr|sr|inc)\.$/iu.test(text)) return undefined;
  // "Jane Doe | Engineer, Ads; John Roe | Manager"
  const list = readNames(isRole.test(text) ? text.replace(/\s+[|–—-]\s+/gu, ', ') : text, false);
  if (!list) return undefined;
  return {
    names: list.names,
    confidence: note && !weakNote.test(note) ? Math.max(0.6, list.score) : list.score,
    ...(note ? { note } : {}),
  };
});

/** Those who helped, named on a line of their own: "with help from B". */
export function readCredit(line: string): string | undefined {
  return line.length <= 300 && helpers.test(line) ? line : undefined;
}

function signature(text: string, trust: number): Byline | undefined {
  const team = ofTeam.exec(text);
  const { text: signed, note: beside } = withoutCredit(team ? text.slice(team[0].length) : text);
  const list = readNames(signed, true);
  if (!list) return undefined;
  const note = [team?.[1], beside].filter(part => part).join('. ');
  return { names: list.names, confidence: trust * list.score, ...(note ? { note } : {}) };
}

function withoutCredit(text: string): { text: string; note?: string } {
  const end = text.includes('.') ? sentenceEnd.exec(text)?.index : undefined;
  const cuts = [credit.exec(text)?.index, end].filter(at => at !== undefined);
  if (cuts.length === 0) return { text };
  const at = Math.min(...cuts);
  const note = cleanText(text.slice(at).replace(/^[\s.,;([]+|[\s)\]]+$/gu, ''));
  return { text: text.slice(0, at), ...(note ? { note } : {}) };
}
