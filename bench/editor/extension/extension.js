// Beside Byline in its extension host while the bench runs: measures there, and does what the bench asks over HTTP.
const http = require('node:http');
const fs = require('node:fs');
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');
const Module = require('node:module');
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');
const vscode = require('vscode');

/** Milliseconds between two looks at the event loop; a delay is what it took beyond that. */
const resolution = 10;

v8.setFlagsFromString('--expose-gc');
const gc = vm.runInNewContext('gc');

/** How long Byline took to load and to activate, and when that began; all in milliseconds. */
const activation = { begun: 0, load: 0, activate: 0 };

/** Wraps Byline's `activate`, which nobody has loaded yet. */
function watchActivation() {
  const load = Module._load;
  Module._load = function (request, ...rest) {
    if (!/byline\.byline[^/\\]*[/\\]dist[/\\]extension(?:\.js)?$/.test(request)) {
      return load.call(this, request, ...rest);
    }
    activation.begun = performance.now();
    const loaded = load.call(this, request, ...rest);
    activation.load = performance.now() - activation.begun;
    return {
      ...loaded,
      activate(...args) {
        const start = performance.now();
        const result = loaded.activate(...args);
        activation.activate = performance.now() - start;
        return result;
      },
    };
  };
}

function heap() {
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

let delays = monitorEventLoopDelay({ resolution });
let started = 0;
let before = 0;
/** The delays up to when the loop was last seen at work: the rest after it would make them look small. */
let whenBusy;
/** To tell how busy the loop was since the last question. */
let busySince = performance.eventLoopUtilization();

function delayed() {
  const beyond = nanoseconds => Math.max(0, nanoseconds / 1e6 - resolution);
  return {
    seconds: (performance.now() - started) / 1000,
    p50: beyond(delays.percentile(50)),
    p99: beyond(delays.percentile(99)),
    longest: beyond(delays.max),
  };
}

const answers = {
  start() {
    before = heap();
    delays.disable();
    delays = monitorEventLoopDelay({ resolution });
    delays.enable();
    started = performance.now();
    whenBusy = undefined;
    return {};
  },
  stop() {
    delays.disable();
    return { ...(whenBusy ?? delayed()), heapBefore: before, heap: heap() };
  },
  /** The share of the time since the last call that the event loop was busy. */
  busy() {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, busySince);
    busySince = now;
    if (utilization >= 0.1) whenBusy = delayed();
    return { utilization };
  },
  activation: () => activation,
  marks: () =>
    performance
      .getEntriesByType('mark')
      .filter(({ name }) => name.startsWith('byline/'))
      .map(({ name, startTime }) => ({ name, startTime })),
  /** `path`: of the file that a command is given. */
  command({ id, args = [], path: file }) {
    void vscode.commands.executeCommand(id, ...(file ? [vscode.Uri.file(file)] : args));
    return {};
  },
  /** VS Code's own filter over these rows. */
  quickPick({ labels }) {
    void vscode.window.showQuickPick(labels, { title: 'Plain rows' });
    return {};
  },
  /** Another hundred of these rows for each key, chosen without any work: what VS Code takes to show them. */
  answeringPick({ labels }) {
    const picker = vscode.window.createQuickPick();
    const buttons = ['quote', 'list-tree', 'copy'].map(icon => ({ iconPath: new vscode.ThemeIcon(icon) }));
    let key = 0;
    picker.title = 'Plain rows';
    picker.sortByLabel = false;
    picker.onDidChangeValue(() => {
      const first = (++key * 100) % (labels.length - 100);
      const rows = labels.slice(first, first + 100);
      picker.items = rows.map(label => ({ label, description: 'two words', alwaysShow: true, buttons }));
    });
    picker.onDidHide(() => picker.dispose());
    picker.show();
    return {};
  },
};

exports.activate = () => {
  watchActivation();
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const result = answers[request.url.slice(1)](body ? JSON.parse(body) : undefined);
    response.end(JSON.stringify(result));
  });
  server.keepAliveTimeout = 0; // or a connection closes just when the bench asks again
  server.listen(0, '127.0.0.1', () => {
    fs.writeFileSync(path.join(__dirname, 'port'), String(server.address().port));
  });
};
