import { readConfig } from '#server/app/config.ts';
import { openDeps, type Deps } from '#server/app/deps.ts';
import { openLog } from '#server/app/log.ts';
import { openTagger } from '#server/app/open-tagger.ts';

/** Opens the data folder for one command and closes it whatever happens. `tags`: it tags texts, so the rules are compiled before it begins. */
export async function withDeps<Result>(
	work: (deps: Deps) => Promise<Result>,
	{ tags = false, ...options }: { readonly ownFacts?: boolean; readonly tags?: boolean } = {}
): Promise<Result> {
	const config = readConfig(process.env);
	const tagging = openTagger(config.packsDir, { compilesLater: !tags });
	const deps = await openDeps(config, openLog(process.env.LOG_LEVEL || 'warn'), { ...options, tagging });
	try {
		return await work(deps);
	} finally {
		await deps.close();
	}
}
