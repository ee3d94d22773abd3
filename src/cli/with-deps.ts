import { readConfig } from '#server/app/config.ts';
import { openDeps, type Deps } from '#server/app/deps.ts';
import { openLog } from '#server/app/log.ts';

/** Opens the data folder for one command and closes it whatever happens. */
export async function withDeps<Result>(
	work: (deps: Deps) => Promise<Result>,
	options: { readonly ownFacts?: boolean } = {}
): Promise<Result> {
	const deps = await openDeps(readConfig(process.env), openLog(process.env.LOG_LEVEL || 'warn'), options);
	try {
		return await work(deps);
	} finally {
		await deps.close();
	}
}
