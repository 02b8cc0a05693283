import assert from 'node:assert/strict';
import { legacyVersions, modernVersions } from '../../src/cli/mcp/protocol';
import { type McpServer, serveMcp } from '../../src/cli/mcp/serveMcp';
import { toolDefinitions } from '../../src/core/tools';

interface Response {
  readonly id?: string | number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a server answers
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** What the server writes for these lines; what is no text is sent as JSON. */
async function served(lines: readonly unknown[], parts: Partial<McpServer> = {}): Promise<Response[]> {
  const written: string[] = [];
  async function* input() {
    for (const line of lines) {
      yield Buffer.isBuffer(line)
        ? line
        : Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
    }
  }
  await serveMcp(input(), {
    version: '1.2.3',
    tools: toolDefinitions,
    call: async (name, given) => ({ content: { name, given } }),
    write: line => written.push(line),
    ...parts,
  });
  for (const line of written) assert.match(line, /^[^\n]+\n$/);
  return written.map(line => JSON.parse(line));
}

const request = (id: unknown, method: string, params?: object) => ({ jsonrpc: '2.0', id, method, params });
const initialize = (protocolVersion: unknown) =>
  request(0, 'initialize', { protocolVersion, capabilities: {}, clientInfo: { name: 'x', version: '1' } });
const meta = (version: string) => ({
  'io.modelcontextprotocol/protocolVersion': version,
  'io.modelcontextprotocol/clientCapabilities': {},
});
const modern = (id: unknown, method: string, params = {}) =>
  request(id, method, { ...params, _meta: meta(modernVersions[0]!) });
const search = { name: 'search_posts', arguments: { query: 'x' } };

/** Errors come at once, what a tool says later. */
const byId = (answers: readonly Response[]): Response[] =>
  [...answers].sort((a, b) => Number(a.id) - Number(b.id));

const codeOf = ({ error }: Response) => error?.code;

describe('the protocol of the MCP server', () => {
  it('agrees on the version that the client asks for, else on its newest', async () => {
    for (const version of legacyVersions) {
      const [answer] = await served([initialize(version)]);
      assert.equal(answer!.result.protocolVersion, version);
      assert.deepEqual(answer!.result.serverInfo, { name: 'byline', title: 'Byline', version: '1.2.3' });
      assert.deepEqual(answer!.result.capabilities, { tools: {} });
    }
    for (const version of ['1999-01-01', ...modernVersions]) {
      const [answer] = await served([initialize(version)]);
      assert.equal(answer!.result.protocolVersion, legacyVersions[0]);
    }
    const [faulty] = await served([initialize(5)]);
    assert.equal(codeOf(faulty!), -32602);
  });

  it('answers ping, lists its tools and calls them', async () => {
    const notice = { jsonrpc: '2.0', method: 'notifications/initialized' };
    const answers = await served([
      initialize('2025-06-18'),
      notice,
      request('a', 'ping'),
      request(1, 'tools/list'),
      request(2, 'tools/call', search),
    ]);
    const [, pong, list, called] = answers;
    assert.deepEqual(pong, { jsonrpc: '2.0', id: 'a', result: {} });
    assert.deepEqual(
      list!.result.tools.map((tool: { name: string }) => tool.name),
      toolDefinitions.map(({ name }) => name),
    );
    const structuredContent = { name: 'search_posts', given: { query: 'x' } };
    assert.deepEqual(called!.result, {
      content: [{ type: 'text', text: JSON.stringify(structuredContent) }],
      structuredContent,
      isError: false,
    });
  });

  it('serves requests that say their version by themselves', async () => {
    const answers = await served([
      modern(1, 'server/discover'),
      modern(2, 'tools/list'),
      modern(3, 'tools/call', search),
      modern(4, 'ping'),
      request(5, 'tools/list', { _meta: meta('2099-01-01') }),
      request(6, 'tools/list', { _meta: { 'io.modelcontextprotocol/protocolVersion': modernVersions[0] } }),
      request(7, 'server/discover'),
    ]);
    const [about, list, called, gone, unsupported, faulty, bare] = byId(answers);
    const serverInfo = {
      'io.modelcontextprotocol/serverInfo': { name: 'byline', title: 'Byline', version: '1.2.3' },
    };
    assert.deepEqual(about!.result.supportedVersions, modernVersions);
    for (const { result } of [about!, list!]) {
      assert.deepEqual(
        [result.resultType, result.cacheScope, result._meta],
        ['complete', 'public', serverInfo],
      );
      assert.ok(Number.isInteger(result.ttlMs));
    }
    assert.deepEqual([called!.result.resultType, called!.result.isError], ['complete', false]);
    assert.equal(codeOf(gone!), -32601);
    assert.deepEqual(unsupported!.error, {
      code: -32022,
      message: 'Unsupported protocol version',
      data: { supported: modernVersions, requested: '2099-01-01' },
    });
    assert.deepEqual([codeOf(faulty!), codeOf(bare!)], [-32602, -32602]);
  });

  it('tells a model what was wrong with its input, and a client that a tool is unknown', async () => {
    const call = async () => ({ error: 'No post has the key “x”.' });
    const answers = await served(
      [request(1, 'tools/call', search), request(2, 'tools/call', { name: 'rm' }), request(3, 'tools/call')],
      { call },
    );
    const [refused, unknown, nameless] = byId(answers);
    assert.deepEqual(refused!.result, {
      content: [{ type: 'text', text: 'No post has the key “x”.' }],
      isError: true,
    });
    assert.deepEqual([codeOf(unknown!), codeOf(nameless!)], [-32602, -32602]);
    assert.match(unknown!.error!.message, /Unknown tool: rm\. There are search_posts/);
  });

  it('tells a model that the library could not be read', async () => {
    const call = async () => Promise.reject(new Error('permission is denied'));
    const [answer] = await served([request(1, 'tools/call', search)], { call });
    assert.deepEqual(
      [answer!.result.isError, answer!.result.content[0].text],
      [true, 'Byline could not do this: permission is denied'],
    );
  });

  it('says what is wrong with a message, and goes on', async () => {
    const lines = [
      'no json',
      '{"jsonrpc":"2.0","id":1',
      '[',
      '[]',
      JSON.stringify([request(1, 'ping')]),
      'null',
      '5',
      '{}',
      { id: 1, method: 'ping' },
      { jsonrpc: '1.0', id: 1, method: 'ping' },
      { jsonrpc: '2.0', id: 1 },
      { jsonrpc: '2.0', id: 1, method: 5 },
      { jsonrpc: '2.0', id: null, method: 'ping' },
      { jsonrpc: '2.0', id: 1.5, method: 'ping' },
      { jsonrpc: '2.0', id: {}, method: 'ping' },
      { jsonrpc: '2.0', id: 1, method: 'ping', params: [] },
      request(1, 'resources/list'),
      request(1, 'constructor'),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      `${'['.repeat(1_000_000)}`,
    ];
    const answers = await served([...lines, request('last', 'ping')]);
    const codes = [-32700, -32700, -32700, ...Array(12).fill(-32600), -32602, -32601, -32601, -32700, -32700];
    assert.deepEqual(answers.map(codeOf), [...codes, undefined]);
    assert.equal(answers.at(-1)!.id, 'last');
    assert.ok(answers.every(({ id }) => id !== null));
  });

  it('takes an array of messages only in the revision that has them', async () => {
    const batch = [request(1, 'ping'), { jsonrpc: '2.0', method: 'x' }, request(2, 'nope')];
    const [, answers] = await served([initialize('2025-03-26'), batch]);
    assert.deepEqual(
      (answers as unknown as Response[]).map(answer => [answer.id, codeOf(answer)]),
      [
        [1, undefined],
        [2, -32601],
      ],
    );
    const [, none] = await served([initialize('2025-03-26'), [{ jsonrpc: '2.0', method: 'x' }]]);
    assert.equal(none, undefined);
    const [, refused] = await served([initialize('2025-06-18'), batch]);
    assert.equal(codeOf(refused!), -32600);
  });

  it('answers nothing to notices, answers and empty lines', async () => {
    const answers = await served([
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } },
      { jsonrpc: '2.0', method: 'tools/list' },
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', id: 1, error: { code: 1, message: 'x' } },
      '',
      '\r',
    ]);
    assert.deepEqual(answers, []);
  });

  it('reads messages however they are cut, and leaves out those without end', async () => {
    const ping = Buffer.from(`${JSON.stringify({ ...request('ü', 'ping') })}\r\n`);
    const bytes = [...ping].map(byte => Buffer.from([byte]));
    const endless = Array.from({ length: 100 }, () => Buffer.alloc(100_000, 'x'));
    const answers = await served([...bytes, ...endless, Buffer.from('\n'), ...bytes, ping.subarray(0, -2)]);
    assert.deepEqual(
      answers.map(answer => answer.id ?? codeOf(answer)),
      ['ü', -32600, 'ü', 'ü'],
    );
  });

  it('stops what the client cancels, and says nothing of it', async () => {
    const asked: string[] = [];
    const call: McpServer['call'] = (_, given, signal) =>
      new Promise((_, reject) => {
        asked.push((given as { query: string }).query);
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const cancel = (requestId: number) => ({
      jsonrpc: '2.0',
      method: 'notifications/cancelled',
      params: { requestId },
    });
    const other = { name: 'search_posts', arguments: { query: 'y' } };
    const answers = await served(
      [
        request(1, 'tools/call', search),
        request(2, 'tools/call', other),
        request(1, 'ping'),
        request(3, 'ping'),
        cancel(2),
        cancel(1),
      ],
      { call },
    );
    assert.deepEqual(
      answers.map(answer => [answer.id, codeOf(answer)]),
      [
        [1, -32600],
        [3, undefined],
      ],
    );
    assert.deepEqual(asked, ['x'], 'what was cancelled before its turn never ran');
  });
});
