import type { Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import { deliver } from '#server/app/delivery/deliver.ts';
import { withDeps } from './with-deps.ts';

export function addDeliverCommand(program: Command): void {
	program
		.command('deliver')
		.description('Send the reports that are due by mail, once; a running server does so by itself')
		.action(() =>
			withDeps(
				async (deps) => {
					const { sent, waiting, failed } = await deliver(deps, localAdministrator, undefined);
					console.log(`sent ${sent} · waiting ${waiting} · failed ${failed}`);
					if (failed > 0) process.exitCode = 1;
				},
				{ ownFacts: true }
			)
		);
}
