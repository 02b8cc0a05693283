import * as vscode from 'vscode';
import { type Place, places, writtenList } from '../placedSetting';
import { libraryPlace } from '../settings';

/**
 * Where the sources stand that the open library is read from: a workspace that has a library of its own has sources of
 * its own too, as the user's own posts are nothing for the team that shares it. Else they are the user's own, and
 * those of the workspace unless it is restricted.
 */
export function placesInUse(): readonly Place[] {
  if (libraryPlace() === 'workspaceValue') return ['workspaceValue'];
  return vscode.workspace.isTrusted ? places : ['globalValue'];
}

/** Whether anything is listed, be it of sense or not: reads the settings, but not what they say. */
export function hasListed(): boolean {
  return placesInUse().some(place => writtenList('sources', place).length > 0);
}
