/** Milliseconds after which what changed is shown. */
const quiet = 100;

/** Milliseconds in which a preview that is shown anew is rendered; VS Code waits 300 with an edit. */
const patience = 500;

/** Milliseconds in which the page of a preview may still be loading, its pictures included. */
const loading = 10_000;

/** Milliseconds after which a page that was begun beside another is begun again. */
const settling = 1500;

/** Shows previews anew until VS Code has done it. */
export class Refreshing {
  /** How many times a preview was rendered. */
  #renderings = 0;
  #pageAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param show wishes VS Code to render all previews, each as a page of its own. */
  constructor(private readonly show: () => void) {}

  /** To be told of each rendering. */
  rendered(): void {
    this.#renderings++;
  }

  /** To be told where VS Code by itself begins to load a page. */
  pageBegins(): void {
    this.#pageAt = Date.now();
  }

  refresh(): void {
    this.#after(quiet, () => this.#wish(3, Date.now() - this.#pageAt < loading));
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #wish(tries: number, isBesideAnother: boolean): void {
    const before = this.#renderings;
    this.show();
    this.#after(patience, () => {
      if (this.#renderings > before) {
        this.pageBegins();
        // Where one page has loaded just as the next one begins, the next one stays hidden.
        if (isBesideAnother) this.#after(settling, this.show);
      }
      // VS Code drops the wish while it waits to show an edit, and may find afterwards that none is to be shown.
      else if (tries > 1) this.#wish(tries - 1, isBesideAnother);
    });
  }

  #after(milliseconds: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, milliseconds);
  }
}
