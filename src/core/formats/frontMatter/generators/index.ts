import type { Generator, GeneratorName } from '../site';
import { astro } from './astro';
import { docusaurus } from './docusaurus';
import { eleventy } from './eleventy';
import { hexo } from './hexo';
import { hugo } from './hugo';
import { jekyll } from './jekyll';
import { mkdocs } from './mkdocs';
import { next } from './next';
import { nuxt } from './nuxt';
import { pelican } from './pelican';
import { quarto } from './quarto';
import { vitepress } from './vitepress';
import { zola } from './zola';

/** In the order in which they are asked whose a configuration is: some names stand for two. */
export const generators: Readonly<Record<GeneratorName, Generator>> = {
  docusaurus,
  astro,
  zola,
  hugo,
  hexo,
  jekyll,
  eleventy,
  mkdocs,
  quarto,
  vitepress,
  nuxt,
  next,
  pelican,
};
