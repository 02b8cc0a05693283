import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toolDefinitions } from '../../../src/core/tools';

const { contributes } = JSON.parse(readFileSync(resolve(__dirname, '../../../package.json'), 'utf8'));

describe('the tools in the manifest', () => {
  it('are those of the core, told and asked in the same words', () => {
    const told = contributes.languageModelTools.map(
      ({ name, modelDescription, inputSchema }: Record<string, unknown>) => [
        name,
        modelDescription,
        inputSchema,
      ],
    );
    assert.deepEqual(
      told,
      toolDefinitions.map(({ name, description, inputSchema }) => [
        `byline_${name}`,
        description,
        inputSchema,
      ]),
    );
  });

  it('can each be named in a prompt', () => {
    for (const tool of contributes.languageModelTools) {
      assert.match(tool.toolReferenceName, /^[a-z]+[A-Z][a-z]+$/);
      assert.ok(tool.canBeReferencedInPrompt && tool.displayName && tool.userDescription);
    }
  });
});
