import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { citationFormats } from '../../src/core/citation';
import { shippedLocales, shippedStyles } from '../../src/core/csl/shipped';
import { groupings } from '../../src/core/grouping/grouping';
import { findingCodes, severities } from '../../src/core/health/finding';
import { defaultSettings, parseSettings } from '../../src/core/settings';
import { sourceKinds } from '../../src/core/sources/source';

const root = resolve(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const texts = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
const { contributes } = manifest;
const properties = Object.assign(
  {},
  ...contributes.configuration.map((section: { properties: object }) => section.properties),
);
const shell = readdirSync(join(root, 'src/vscode'), { encoding: 'utf8', recursive: true })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(join(root, 'src/vscode', file), 'utf8'))
  .join('\n');

function found(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(match => match[1]!))].sort();
}

function property(name: string) {
  return properties[`byline.${name}`];
}

describe('the manifest', () => {
  const declared = contributes.commands.map(({ command }: { command: string }) => command).sort();

  it('declares the commands that are registered, and no others', () => {
    assert.deepEqual(found(/register(?:Command)?\(\s*'(byline\.\w+)'/g, shell), declared);
  });

  it('puts only declared commands into menus and welcome views', () => {
    const menus = JSON.stringify(contributes.menus).replace(/"when":"[^"]*"/g, '');
    const used = [
      ...found(/(byline\.\w+)/g, menus),
      ...found(/\(command:(byline\.\w+)/g, JSON.stringify(texts)),
    ];
    assert.deepEqual(
      used.filter(id => !declared.includes(id)),
      [],
    );
  });

  it('hides commands from the palette that need a row to work on', () => {
    const hidden = contributes.menus.commandPalette
      .filter(({ when }: { when: string }) => when === 'false')
      .map(({ command }: { command: string }) => command);
    for (const command of [
      'byline.copyCitation',
      'byline.openPost',
      'byline.editPost',
      'byline.removePosts',
    ]) {
      assert.ok(hidden.includes(command), command);
    }
  });

  it('asks for no context key that nobody sets', () => {
    const clauses = JSON.stringify(contributes)
      .match(/"(when|enablement)":"[^"]*"|"onContext:[^"]*"/g)!
      .join(' ');
    const views = Object.values<{ id: string }[]>(contributes.views)
      .flat()
      .map(({ id }) => id);
    const keys = found(/\b(byline\.\w+)\b/g, clauses).filter(key => !views.includes(key));
    const set = found(/setContext'?,?\s*\(?\s*'(byline\.\w+)'/g, shell);
    assert.deepEqual(
      keys.filter(key => !set.includes(key)),
      [],
    );
  });

  it('takes one key at most, and only where the focus is on what is its own', () => {
    const { keybindings } = contributes;
    assert.ok(keybindings.length <= 1, JSON.stringify(keybindings));
    for (const { when } of keybindings) assert.match(when, /\bfocusedView == byline\.\w+/);
  });

  it('names icons that exist', () => {
    const files = [manifest.icon, ...JSON.stringify(contributes).matchAll(/"(media\/[^"]+)"/g)].map(match =>
      typeof match === 'string' ? match : match[1],
    );
    for (const file of files) {
      assert.ok(existsSync(join(root, file)), file);
    }
  });

  it('gives the defaults that the code has', () => {
    const names = Object.keys(properties).map(name => name.replace('byline.', ''));
    const values: Record<string, unknown> = {};
    for (const name of names) {
      const [group, field] = name.split('.');
      values[group!] = field
        ? { ...(values[group!] as object), [field]: property(name).default }
        : property(name).default;
    }
    // Sources are parsed apart.
    assert.deepEqual(values, { ...defaultSettings, sources: [] });
    assert.deepEqual(parseSettings(values), defaultSettings);
  });

  it('offers the choices that the code has', () => {
    assert.deepEqual(property('citationFormat').enum, citationFormats);
    assert.deepEqual(property('csl.style').examples, shippedStyles);
    assert.deepEqual(property('csl.locale').examples, shippedLocales);
    const checks = property('checks').properties as Record<string, { enum: string[]; description: string }>;
    assert.deepEqual(Object.keys(checks), findingCodes);
    for (const check of Object.values(checks)) {
      assert.deepEqual(check.enum, severities);
      assert.ok(check.description);
    }
    assert.deepEqual(property('groupBy').items.enum, groupings);
    assert.deepEqual(property('sources').items.properties.kind.enum, sourceKinds);
  });

  it('keeps settings that a workspace could abuse out of restricted workspaces', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const harmless = [
      'byline.bibliography.updateOnSave',
      'byline.checks',
      'byline.citationFormat',
      'byline.csl.locale',
      'byline.groupBy',
      'byline.refreshInterval',
      'byline.savedSearches',
    ];
    assert.deepEqual([...restrictedConfigurations, ...harmless].sort(), Object.keys(properties).sort());
  });

  it('lets only the user say which private hosts may be asked', () => {
    assert.equal(property('allowedHosts').scope, 'application');
  });

  it('names no repository and no address', () => {
    assert.equal(manifest.repository, undefined);
    assert.doesNotMatch(JSON.stringify([manifest, texts]), /https?:\/\/(?!…|example\.com)/);
  });
});

describe('settings', () => {
  it('give way to the defaults where they make no sense', () => {
    assert.deepEqual(parseSettings({}), defaultSettings);
    assert.deepEqual(
      parseSettings({
        citationFormat: 'x',
        groupBy: ['x'],
        libraryFile: 3,
        topics: [{}],
        savedSearches: [{ name: ' ', query: 'a' }, { name: 'a' }, null, 'a'],
        checks: { unknownKey: 'loud', toString: 'off' },
        wording: { note: ' ' },
      }),
      defaultSettings,
    );
  });

  it('keep the saved searches that have a name and a query', () => {
    const whole = { name: 'Java', query: 'topic:java' };
    assert.deepEqual(parseSettings({ savedSearches: [{ name: 'x' }, whole] }).savedSearches, [whole]);
  });

  it('keep the hours between refreshes from being less than one, but for none at all', () => {
    const hours = [0, 0.2, 1, 12, -1, Number.NaN, '3'];
    const parsed = hours.map(refreshInterval => parseSettings({ refreshInterval }).refreshInterval);
    assert.deepEqual(parsed, [0, 1, 1, 12, 6, 6, 6]);
  });

  it('keep the hosts that are named', () => {
    assert.deepEqual(parseSettings({ allowedHosts: [' Blog.Corp ', '', 3] }).allowedHosts, ['blog.corp']);
  });

  it('keep the order of the groupings', () => {
    assert.deepEqual(parseSettings({ groupBy: ['year', 'author', 'year'] }).groupBy, ['year', 'author']);
  });
});
