import type { CDPSession, Page } from 'playwright-core';

/** A node of the accessibility tree: what a screen reader is given of an element. */
export interface Node {
  readonly role: string;
  readonly name: string;
  /** "level", "expanded" and more, where the element has it. */
  readonly state: Readonly<Record<string, unknown>>;
}

interface AXNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** The nodes of the elements that match a selector and of what is in them, but for those left out of the tree. */
export async function nodesIn(page: Page, selector: string): Promise<Node[]> {
  const session = await sessionOf(page);
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const found: Node[] = [];
  for (const nodeId of nodeIds) {
    const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId });
    found.push(...(nodes as AXNode[]).filter(({ ignored }) => !ignored).map(nodeOf));
  }
  return found;
}

/** What has the focus, of a list its active row; nothing where that goes while it is asked for. */
export async function focused(page: Page): Promise<Node> {
  const session = await sessionOf(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(() => {
      const element = document.activeElement;
      return document.getElementById(element.getAttribute('aria-activedescendant') ?? '') ?? element;
    })()`,
  });
  const { objectId } = result;
  const about = session.send('Accessibility.getPartialAXTree', {
    objectId: objectId!,
    fetchRelatives: false,
  });
  const { nodes } = await about.catch(() => ({ nodes: [] }));
  return nodeOf((nodes[0] as AXNode | undefined) ?? { ignored: true });
}

function nodeOf({ role, name, properties = [] }: AXNode): Node {
  return {
    role: role?.value ?? '',
    name: name?.value ?? '',
    state: Object.fromEntries(properties.map(property => [property.name, property.value.value])),
  };
}

/** Much as a screen reader says it: "Ann Lee, 2 posts; treeitem, collapsed, level 2". */
export function spoken({ role, name, state: { expanded, level, selected } }: Node): string {
  const said = [
    role,
    ...(expanded === undefined ? [] : [expanded ? 'expanded' : 'collapsed']),
    ...(selected === true && role === 'treeitem' ? ['selected'] : []),
    ...(level === undefined ? [] : [`level ${level}`]),
  ];
  return `${name}; ${said.join(', ')}`;
}

/** What somebody can come to; it has to have a name. */
const named = new Set(
  'button checkbox combobox heading link listbox menuitem option radio searchbox tab textbox tree treeitem'.split(
    ' ',
  ),
);

/** Icons: their code, and the private characters that draw them. */
const icon = /\$\([\w-]+(?:~[\w-]+)?\)|[\ue000-\uf8ff]/;

/** What is wrong with the names of nodes. */
export function faultsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(node => [
    ...(named.has(node.role) && node.name.trim() === '' ? [`${node.role} without a name`] : []),
    ...(named.has(node.role) && icon.test(node.name) ? [`an icon in the name: ${spoken(node)}`] : []),
    ...(named.has(node.role) && node.name.includes('·') ? [`a sign in the name: ${spoken(node)}`] : []),
  ]);
}

/** Ids that more than one element has. */
export function doubleIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, at) => id !== '' && ids.indexOf(id) !== at);
  });
}
