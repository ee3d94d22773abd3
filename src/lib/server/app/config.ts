import { resolve } from 'node:path';

/** Where things are, from the environment; the defaults suit `npm start` in the project's folder. */
export interface Config {
	/** Folder of the database, the facts and the pseudonym key. */
	readonly dataDir: string;
	/** `postgres://…`, or the path of the SQLite file. */
	readonly storeLocation: string;
	readonly packsDir: string;
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const dataDir = resolve(env.EARSHOT_DATA || 'data');
	return {
		dataDir,
		storeLocation: env.DATABASE_URL || resolve(dataDir, 'earshot.db'),
		packsDir: resolve(env.EARSHOT_PACKS || 'db/packs')
	};
}
