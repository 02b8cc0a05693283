import type { Name, Post } from '../src/core/post';
import type { Lexicon } from './lexicon';
import { Random } from './random';

/** Makes posts from a seed: the same ones for the same seed, lexicon and count. */
export function generatePosts(lexicon: Lexicon, count: number, seed: number): Post[] {
  const random = new Random(seed);
  const world = makeWorld(lexicon, count, random);
  return Array.from({ length: count }, (_, number) => makePost(lexicon, world, random, number));
}

interface World {
  readonly authors: readonly Name[];
  readonly publications: readonly string[];
  readonly systems: readonly string[];
  readonly rare: readonly string[];
}

function makeWorld(lexicon: Lexicon, count: number, random: Random): World {
  const many = <T>(number: number, make: () => T) => Array.from({ length: Math.ceil(number) }, make);
  const syllable = () =>
    random.pick(lexicon.onsets) + random.pick(lexicon.nuclei) + random.pick(lexicon.codas);
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const stem = () => syllable() + (random.chance(0.5) ? syllable() : '');
  return {
    authors: many(40 + count / 5, () => ({
      given: random.pick(lexicon.given),
      family: capital(syllable() + random.pick(lexicon.familyEndings)),
    })),
    publications: many(
      12 + count / 400,
      () => `${capital(syllable() + random.pick(lexicon.nuclei))} ${random.pick(lexicon.publicationEndings)}`,
    ),
    systems: many(30 + count / 8, () => capital(stem()) + random.pick(lexicon.systemEndings)),
    rare: many(400 + count / 2, () => stem() + random.pick(['', '', 's', 'ed', 'ing', 'ation', 'er'])),
  };
}

function makePost(lexicon: Lexicon, world: World, random: Random, number: number): Post {
  const containerTitle = random.zipf(world.publications);
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, slot: string) => {
      switch (slot) {
        case 'noun':
        case 'noun2':
          return random.zipf(lexicon.nouns);
        case 'adjective':
          return random.zipf(lexicon.adjectives);
        case 'verb':
          return random.zipf(lexicon.verbs);
        case 'gerund':
          return random.zipf(lexicon.gerunds);
        case 'system':
          return random.zipf(world.systems);
        case 'rare':
          return random.zipf(world.rare);
        case 'publication':
          return containerTitle.split(' ')[0]!;
        default:
          return String(2 + random.integer(60));
      }
    });
  const draw = <T>(most: number, make: () => T) => [
    ...new Set(Array.from({ length: 1 + random.integer(most) }, make)),
  ];
  const sentences = draw(6, () => fill(random.pick(lexicon.sentences)));
  return {
    id: `post${number}`,
    title: fill(random.pick(lexicon.titles)),
    author: draw(3, () => random.zipf(world.authors)),
    issued: { year: 2010 + random.integer(15), month: 1 + random.integer(12), day: 1 + random.integer(28) },
    containerTitle,
    url: `https://blog.example/${number}`,
    abstract: sentences.join(' '),
    keywords: draw(3, () => random.zipf(lexicon.topics)),
  };
}
