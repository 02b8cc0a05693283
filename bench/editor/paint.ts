import type { Page } from 'playwright-core';

/** What is measured in the page, where it is the global `bylinePaint`. Times on the page's clock. */
interface Paint {
  /** CSS selector of the element in which changes count. */
  within: string;
  /** Of the last key or button pressed. */
  pressed: number;
  /** Of the end of the frame that shows the last change since then; NaN before there is one. */
  painted: number;
  /** Of the last change. */
  changed: number;
}

declare global {
  var bylinePaint: Paint;
}

/** Notes in the page when keys and buttons are pressed, and when what they change is painted. */
export async function watchPaint(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name ??= value => value'); // tsx calls it in the functions below
  await page.evaluate(() => {
    const paint: Paint = { within: 'none', pressed: Number.NaN, painted: Number.NaN, changed: 0 };
    globalThis.bylinePaint = paint;
    for (const type of ['keydown', 'pointerdown']) {
      window.addEventListener(
        type,
        event => {
          paint.pressed = event.timeStamp;
          paint.painted = Number.NaN;
        },
        { capture: true },
      );
    }
    const counts = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest(paint.within);
    new MutationObserver(changes => {
      const { pressed } = paint;
      if (!changes.some(counts)) return;
      paint.changed = performance.now();
      requestAnimationFrame(() => {
        // A message is handled after the frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          if (paint.pressed === pressed) paint.painted = performance.now();
        };
        port2.postMessage(undefined);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** Milliseconds without another change after which a key's changes are complete. */
const calm = 150;
/** Milliseconds after which a key that changed nothing is known to change nothing. */
const unchanged = 800;
const most = 30_000;

/**
 * Does what presses a key or a button, then waits until nothing has changed inside `within` for a while.
 * @returns milliseconds from the press to the last paint; `undefined` when nothing changed
 */
export async function keyToPaint(
  page: Page,
  within: string,
  press: () => Promise<void>,
): Promise<number | undefined> {
  await page.evaluate(selector => {
    globalThis.bylinePaint.within = selector;
  }, within);
  await press();
  const taken = await page.evaluate(
    async ([calm, unchanged, most]) => {
      const paint = globalThis.bylinePaint;
      const isDone = () => {
        if (document.querySelector('.quick-input-widget .monaco-progress-container.active')) return false;
        return Number.isNaN(paint.painted)
          ? performance.now() - paint.pressed > unchanged
          : performance.now() - paint.changed > calm;
      };
      for (const end = performance.now() + most; !isDone() && performance.now() < end; ) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      return paint.painted - paint.pressed;
    },
    [calm, unchanged, most] as const,
  );
  return Number.isNaN(taken) ? undefined : taken;
}

/** Types a text key by key, a key when all that the one before brought is painted. */
export async function typeAndMeasure(
  page: Page,
  within: string,
  text: string,
): Promise<(number | undefined)[]> {
  const times: (number | undefined)[] = [];
  for (const character of text) {
    times.push(
      await keyToPaint(page, within, () => page.keyboard.press(character === ' ' ? 'Space' : character)),
    );
  }
  return times;
}
