import CSL, { type Engine } from 'citeproc';
import { CslError } from './formatter';

/**
 * What citeproc may do at once, in tokens of a style that it goes through and texts that it writes: some 7 µs each. In
 * APA, which does the most of the styles that come along, 1,000 posts that are told alike by tens, with up to nine
 * authors, take 1,600 for each; a style that tries name after name in order to tell apart posts of 30 authors, five times, takes 140,000.
 */
const least = 100_000;
const ofPost = 20_000;

const left = new WeakMap<Engine, number>();

/** Lets citeproc begin something with so many posts; it throws a `CslError` where it comes to no end. */
export function allow(engine: Engine, posts: number): void {
  left.set(engine, least + posts * ofPost);
}

function spend(engine: Engine): void {
  const rest = left.get(engine);
  if (rest === undefined) return;
  if (rest <= 0)
    throw new CslError('It takes too long to format these posts. Choose another citation style.');
  left.set(engine, rest - 1);
}

const { tokenExec } = CSL;
CSL.tokenExec = function (token, item, cite) {
  spend(this);
  return tokenExec.call(this, token, item, cite);
};

const queue = CSL.Output.Queue.prototype;
const { append } = queue;
queue.append = function (...text) {
  spend(this.state);
  return append.apply(this, text);
};
