import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Refreshing } from '../../../src/vscode/preview/refreshing';

describe('Refreshing previews', () => {
  let shown: number[];
  let refreshing: Refreshing;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
    shown = [];
    refreshing = new Refreshing(() => shown.push(Date.now() - 1_000_000));
  });
  afterEach(() => mock.timers.reset());

  /** Lets time go by, in steps as timers have them. */
  function wait(milliseconds: number): void {
    for (let at = 0; at < milliseconds; at += 50) mock.timers.tick(50);
  }

  it('shows what changed together once', () => {
    for (let times = 0; times < 3; times++) {
      refreshing.refresh();
      wait(50);
    }
    wait(50);
    refreshing.rendered();
    wait(20_000);
    assert.deepEqual(shown, [200]);
  });

  it('asks again, though not for ever, where VS Code does not render', () => {
    refreshing.refresh();
    wait(20_000);
    assert.equal(shown.length, 3);
  });

  it('shows it once more where the page before may still have been loading, and then no more', () => {
    refreshing.pageBegins();
    wait(1000);
    refreshing.refresh();
    wait(100);
    refreshing.rendered();
    wait(20_000);
    assert.deepEqual(shown, [1100, 3100]);
    refreshing.refresh();
    wait(100);
    refreshing.rendered();
    wait(20_000);
    assert.equal(shown.length, 3);
  });

  it('shows nothing after its end', () => {
    refreshing.refresh();
    refreshing.dispose();
    wait(20_000);
    assert.deepEqual(shown, []);
  });
});
