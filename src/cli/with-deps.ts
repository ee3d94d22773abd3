import { readConfig } from '#server/app/config.ts';
import { openDeps, type Deps } from '#server/app/deps.ts';
import { openLog } from '#server/app/log.ts';
import { openTagger } from '#server/app/open-tagger.ts';

/** Opens the data folder for one command and closes it whatever happens. Rules are compiled when a text needs them: most commands tag none. */
export async function withDeps<Result>(
	work: (deps: Deps) => Promise<Result>,
	options: { readonly ownFacts?: boolean } = {}
): Promise<Result> {
	const config = readConfig(process.env);
	const tagging = openTagger(config.packsDir, { compilesLater: true });
	const deps = await openDeps(config, openLog(process.env.LOG_LEVEL || 'warn'), { ...options, tagging });
	try {
		return await work(deps);
	} finally {
		await deps.close();
	}
}
