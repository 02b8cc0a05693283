import sqlite, { type Database, type Statement } from 'node-sqlite3-wasm';
import { displayName } from '../../src/core/name';
import type { Engine } from './engine';

export function fts5(): Engine {
  let database: Database | undefined;
  let statement: Statement | undefined;
  const run = (match: string, limit: number): string[] =>
    statement!.all([match, limit]).map(row => String((row as { id: unknown }).id));
  return {
    name: 'fts5',
    settings:
      'SQLite FTS5 (node-sqlite3-wasm, in memory): unicode61 without accents, prefix indexes of 1-3 letters, bm25 weights 4 3 2 1.5 .5; all words as prefixes, or any when none has all',
    build: posts => {
      database = new sqlite.Database();
      database.run(
        `CREATE VIRTUAL TABLE posts USING fts5(id UNINDEXED, title, author, keywords, publication, abstract,
           tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')`,
      );
      database.run('BEGIN');
      const insert = database.prepare('INSERT INTO posts VALUES (?, ?, ?, ?, ?, ?)');
      for (const post of posts) {
        insert.run([
          post.id,
          post.title,
          post.author.map(displayName).join(' '),
          post.keywords.join(' '),
          post.containerTitle ?? '',
          post.abstract ?? '',
        ]);
      }
      insert.finalize();
      database.run('COMMIT');
      statement = database.prepare(
        'SELECT id FROM posts WHERE posts MATCH ? ORDER BY bm25(posts, 0, 4, 3, 2, 1.5, 0.5) LIMIT ?',
      );
    },
    search: (query, limit) => {
      const words = (query.match(/[\p{L}\p{N}]+/gu) ?? []).map(word => `"${word}" *`);
      if (words.length === 0) return [];
      const found = run(words.join(' '), limit);
      return found.length > 0 || words.length === 1 ? found : run(words.join(' OR '), limit);
    },
    close: () => {
      statement?.finalize();
      database?.close();
      statement = database = undefined;
    },
  };
}
