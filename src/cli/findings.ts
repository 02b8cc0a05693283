import { type Finding, type Fix, findingText, fixText } from '../core/health';
import { json } from './command';
import { type LinePlace, linePlaces } from './linePlaces';
import { sarif } from './sarif';

export interface CheckedDocument {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What was found in documents: a line each (`path:line:column: severity code message`), JSON, or SARIF. */
export function formatFindings(
  documents: readonly CheckedDocument[],
  format: 'text' | 'json' | 'sarif',
  uriOf: (path: string) => string,
): string {
  if (format === 'sarif') return json(sarif(documents, uriOf));
  const found = documents.flatMap(({ path, text, findings }) => {
    const placeOf = linePlaces(text);
    return findings.map(finding => ({ path, finding, placeOf }));
  });
  if (format === 'json')
    return json(found.map(({ path, finding, placeOf }) => asJson(path, finding, placeOf)));
  return found.map(({ path, finding, placeOf }) => lineOf(path, finding, placeOf(finding.start))).join('');
}

function lineOf(path: string, finding: Finding, { line, column }: LinePlace): string {
  return `${path}:${line}:${column}: ${finding.severity} ${finding.code} ${findingText(finding)}\n`;
}

function asJson(path: string, finding: Finding, placeOf: (offset: number) => LinePlace) {
  const { code, severity, start, end, post, fixes } = finding;
  const { line: endLine, column: endColumn } = placeOf(end);
  const titled = ({ isPreferred = false, ...fix }: Fix) => ({ title: fixText(fix), isPreferred });
  return {
    path,
    ...placeOf(start),
    endLine,
    endColumn,
    severity,
    code,
    message: findingText(finding),
    post: post?.id,
    fixes: fixes.map(titled),
  };
}
