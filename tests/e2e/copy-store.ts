import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Copies the store of a running server, whose demo took a minute to load, into a new data folder: `copy-store.ts FROM TO`. */
const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('Give the data folder to copy, and the new one.');
mkdirSync(to, { recursive: true });
copyFileSync(join(from, 'pseudonym.key'), join(to, 'pseudonym.key'));
const store = new Database(join(from, 'earshot.db'), { readonly: true });
await store.backup(join(to, 'earshot.db'));
store.close();
