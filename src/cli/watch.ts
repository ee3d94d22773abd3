import type { Command } from 'commander';
import { watchFolder } from '#server/jobs/watch-loop.ts';
import { withDeps } from './with-deps.ts';

export function addWatchCommand(program: Command): void {
	program
		.command('watch')
		.description('Import the files that appear in a folder, and move each to done/ or failed/ with a report')
		.argument('<folder>', 'may hold a mapping.json for files with column names of their own')
		.option('--once', 'import what is there, and end; the exit code is 1 when a file failed')
		.action((dir: string, { once }: { readonly once?: boolean }) =>
			withDeps(async (deps) => {
				const stop = new AbortController();
				for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
				if (!once) console.log(`Watching ${dir}  (Ctrl-C ends it)`);
				await watchFolder(deps, {
					dir,
					isOnce: once ?? false,
					signal: stop.signal,
					onFiled: ({ file, isGood, counts, failure }, path) => {
						const sum = counts
							? `read ${counts.read} · stored ${counts.stored} · updated ${counts.updated} · unchanged ${counts.unchanged} · issues ${counts.issues}`
							: failure;
						console.log(`${file} → ${path}: ${sum}`);
						if (once && !isGood) process.exitCode = 1;
					}
				});
			})
		);
}
