// npm run bench -- [SECTION…] [--posts 1000,10000] [--seconds 20] [--engines byline,fuse] [--seed 1]
//                  [--queries PER_KIND] [--lexicons engineering,laboratory] [--picture]
import { cpus } from 'node:os';
import { type Options, readOptions } from './options';
import { writePicture } from './picture';
import { benchDocument } from './sections/document';
import { benchEditor } from './sections/editor';
import { benchImport } from './sections/import';
import { benchLibrary } from './sections/library';
import { benchLifecycle } from './sections/lifecycle';
import { benchParse } from './sections/parse';
import { benchSearch, type SearchResult } from './sections/search';

/** Each section is a file; add one here to have it run. */
const sections: Record<string, (options: Options) => Promise<unknown>> = {
  search: benchSearch,
  lifecycle: benchLifecycle,
  library: benchLibrary,
  parse: benchParse,
  document: benchDocument,
  editor: benchEditor,
  import: benchImport,
};

const options = readOptions(process.argv.slice(2));
const wanted = options.sections.length > 0 ? options.sections : Object.keys(sections);
const unknown = wanted.filter(name => !(name in sections));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}.`);
  process.exit(2);
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
console.log(machine);
for (const name of wanted) {
  const results = await sections[name]!(options);
  if (name === 'search' && options.picture) {
    writePicture('media/performance.svg', results as SearchResult[], machine);
  }
}
