import { type Role, roleOfLabel } from '../../line/columns';

const split = (row: string) =>
  (row.includes('|') ? row.replace(/^\s*\||\|\s*$/gu, '').split('|') : row.split('\t')).map(cell =>
    cell.trim(),
  );

/**
 * Writes into the rows of a table what its head says of them: it is an item of a list, in which names under
 * "Author" are signed with "by"; numbers and views are left out. Lines of no table, and of one whose head says nothing, stay as they are.
 */
export function labelTables(lines: readonly string[]): string[] {
  let columns: readonly (Role | undefined)[] | undefined;
  return lines.map(line => {
    if (!/[|\t]/u.test(line) || line.length > 2000) {
      columns = undefined;
      return line;
    }
    const cells = split(line);
    const roles = cells.map(cell => roleOfLabel(cell));
    if (roles.includes('title') && roles.some(role => role === 'author' || role === 'date')) {
      columns = roles;
      return '';
    }
    if (columns?.length !== cells.length || cells.every(cell => /^:?-+:?$/u.test(cell))) return line;
    const labelled = cells.flatMap((cell, at) => {
      const role = columns![at];
      if (cell === '' || role === 'chrome') return [];
      return [role === 'author' ? `by ${cell.replace(/^by\s+/iu, '')}` : cell];
    });
    return `- ${labelled.join(' | ')}`;
  });
}
