import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const texts: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));

/** Properties of the manifest that VS Code or the marketplace shows. */
const shown = new Set([
  ...['altText', 'category', 'contents', 'contextualTitle', 'description', 'detail', 'displayName'],
  ...['deprecationMessage', 'enumDescriptions', 'enumItemLabels', 'errorMessage', 'label', 'longTitle'],
  ...['markdownDeprecationMessage', 'markdownDescription', 'markdownEnumDescriptions'],
  ...['patternErrorMessage', 'placeholder', 'shortTitle', 'title', 'userDescription'],
]);

describe('package.json', () => {
  it('has every text from package.nls.json, which has no other', () => {
    const used = JSON.stringify(manifest).match(/(?<=")%[^%"]+%(?=")/g) ?? [];
    assert.deepEqual(
      [...new Set(used)].sort(),
      Object.keys(texts)
        .map(key => `%${key}%`)
        .sort(),
    );
  });

  it('shows no text of its own but the name', () => {
    assert.deepEqual(plainTexts(manifest), []);
    assert.deepEqual(plainTexts({ commands: [{ title: 'Do It', icon: '$(x)' }] }), ['title: Do It']);
  });

  it('links to settings that exist', () => {
    const settings = manifest.contributes.configuration.flatMap((section: { properties: object }) =>
      Object.keys(section.properties),
    );
    const linked = Object.values(texts).flatMap(text => text.match(/(?<=`#)[\w.]+(?=#`)/g) ?? []);
    assert.ok(linked.length > 0);
    assert.deepEqual(
      linked.filter(name => !settings.includes(name)),
      [],
    );
  });
});

function plainTexts(value: unknown, property = ''): string[] {
  if (typeof value === 'string') {
    const isShown = shown.has(property) && value !== 'Byline' && !/^%[^%]+%$/.test(value);
    return isShown ? [`${property}: ${value}`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(each => plainTexts(each, property));
  return Object.entries(value).flatMap(([name, each]) => {
    // What tools ask for is told to models; the names of views are shown, other names are not.
    if (name === 'inputSchema' || name === 'scripts') return [];
    return plainTexts(each, name === 'name' && 'contextualTitle' in value ? 'title' : name);
  });
}
