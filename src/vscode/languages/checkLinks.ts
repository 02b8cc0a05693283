import * as vscode from 'vscode';
import type { DocumentCitation } from '../../core/document';
import { checkLinks, type LinkState } from '../../core/health/checkLinks';
import type { Problem } from '../../core/problem';
import { problemLine } from '../../core/problemText';
import { withoutUser } from '../../core/sources/webAddress';
import { cancellableProgress } from '../cancellableProgress';
import type { Host } from '../host';
import type { OpenLibrary } from '../library/openLibrary';
import { numberText } from '../numberText';
import { settings } from '../settings';
import type { AnalysedDocuments } from './analysedDocuments';
import type { CheckedLinks, FaultyLink } from './checkedLinks';
import { isWorkedOn } from './citingDocument';

const { l10n } = vscode;

interface Parts {
  readonly host: Host;
  readonly library: OpenLibrary;
  readonly documents: AnalysedDocuments;
  readonly links: CheckedLinks;
}

/** Asks the sites that the active document links to whether the pages are still there; only when somebody says so. */
export async function checkLinksOfDocument(parts: Parts): Promise<void> {
  const { document } = vscode.window.activeTextEditor ?? {};
  const analysis = document && isWorkedOn(document) ? await parts.documents.load(document) : undefined;
  if (!document || !analysis) {
    void vscode.window.showInformationMessage(l10n.t('Open the Markdown document whose links to check.'));
    return;
  }
  const cited = analysis.citations.filter(isWebLink);
  if (cited.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('This document links to no page on the web.'));
    return;
  }
  if (!vscode.workspace.isTrusted && !(await mayAsk())) return;
  const states = await ask(cited.map(requested), parts);
  if (!states) return;
  // The document may have changed meanwhile.
  const now = document.isClosed ? [] : (parts.documents.of(document)?.citations.filter(isWebLink) ?? []);
  const faulty = now.flatMap(citation => faultyLink(citation, states.get(requested(citation))) ?? []);
  parts.links.set(document, faulty);
  for (const state of states.values()) {
    if (state.kind === 'unknown') parts.library.log.info(problemLine(withoutSecrets(state.problem)));
  }
  void vscode.window.showInformationMessage(summary([...states.values()]));
}

function isWebLink({ address, addressSpan }: DocumentCitation): boolean {
  return addressSpan !== undefined && /^https?:\/\//i.test(address ?? '');
}

/** Without the fragment, of which no server hears. */
const requested = ({ address = '' }: DocumentCitation): string => address.replace(/#.*$/, '');

function faultyLink(citation: DocumentCitation, state: LinkState | undefined): FaultyLink | undefined {
  if (state?.kind !== 'dead' && state?.kind !== 'moved') return undefined;
  return { ...citation.addressSpan!, citation, address: citation.address!, fault: state };
}

async function mayAsk(): Promise<boolean> {
  const check = l10n.t('Check Links');
  const choice = await vscode.window.showWarningMessage(
    l10n.t(
      'This workspace is restricted. Checking asks every site that the document names, whoever wrote it.',
    ),
    { modal: true },
    check,
  );
  return choice === check;
}

/** `undefined` when it was cancelled. */
async function ask(
  addresses: readonly string[],
  { host }: Parts,
): Promise<ReadonlyMap<string, LinkState> | undefined> {
  const http = host.createHttpClient(() => settings().allowedHosts);
  const all = new Set(addresses);
  const states = new Map<string, LinkState>();
  return cancellableProgress(l10n.t('Checking links'), async (signal, progress) => {
    const tell = (address: string, state: LinkState) => {
      states.set(address, state);
      progress.report({ message: `${states.size}/${all.size}`, increment: 100 / all.size });
    };
    await checkLinks(all, http, tell, signal).catch(error => {
      if (!signal.aborted) throw error;
    });
    return signal.aborted ? undefined : states;
  });
}

/** A log is passed on more easily than a document. */
function withoutSecrets(problem: Problem): Problem {
  return { ...problem, source: withoutUser(problem.source).replace(/[?#].*$/, '') };
}

function summary(states: readonly LinkState[]): string {
  const count = (kind: LinkState['kind']) => states.filter(state => state.kind === kind).length;
  const [dead, moved, unknown] = [count('dead'), count('moved'), count('unknown')];
  const unreadable = states.filter(
    state => state.kind === 'unknown' && state.problem.code === 'crossOrigin',
  ).length;
  const parts = [
    l10n.t('Links checked: {0}', numberText(states.length)),
    ...(dead > 0 ? [l10n.t('dead: {0}', numberText(dead))] : []),
    ...(moved > 0 ? [l10n.t('moved: {0}', numberText(moved))] : []),
    ...(unreadable > 0
      ? [
          l10n.t(
            'not to be read from a browser, so check them in VS Code on the desktop: {0}',
            numberText(unreadable),
          ),
        ]
      : []),
    ...(unknown > unreadable
      ? [l10n.t('without an answer (see the log): {0}', numberText(unknown - unreadable))]
      : []),
    ...(dead + moved + unknown === 0 ? [l10n.t('all are there')] : []),
  ];
  return parts.join(' · ');
}
