import type { Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import { apiKeys, createApiKey, revokeApiKey, type ApiKey } from '#server/app/api-keys.ts';
import { actorFor, withPerson } from './acting-person.ts';
import { withDeps } from './with-deps.ts';

export function addKeysCommand(program: Command): void {
	const keys = program.command('keys').description('Keys with which programs send feedback: see docs/api.md');
	withPerson(keys.command('create'))
		.description('Make a key and print it, this once')
		.requiredOption('--name <system>', 'the system that sends; keys of one name share its ids')
		.requiredOption('--allow <list>', 'what it may do: import, read, or both with a comma', readList)
		.option('--agency <id...>', 'agencies it may write about; without it all')
		.action(({ name, allow, agency, person }: CreateOptions) =>
			withDeps(async (deps) => {
				const input = { name, permissions: allow, agencyIds: agency ?? [] };
				const { key } = await createApiKey(deps, await actorFor(deps, person), input);
				console.log(key);
				console.error('Keep it now: it is shown this once, and only a hash of it is stored.');
			})
		);
	keys
		.command('list')
		.description('List the keys, revoked ones too')
		.action(() =>
			withDeps(async (deps) => {
				for (const key of (await apiKeys(deps, localAdministrator, undefined)).keys) console.log(lineOf(key));
			})
		);
	withPerson(keys.command('revoke'))
		.description('Make a key useless')
		.argument('<prefix>', 'the eight characters after “ear_”')
		.action((prefix: string, { person }: { person?: string }) =>
			withDeps(async (deps) => {
				await revokeApiKey(deps, await actorFor(deps, person), prefix);
				console.log(`${prefix} is revoked.`);
			})
		);
}

interface CreateOptions {
	readonly name: string;
	readonly allow: readonly string[];
	readonly agency?: readonly string[];
	readonly person?: string;
}

function readList(text: string): readonly string[] {
	return text.split(',').map((word) => word.trim());
}

function lineOf({ prefix, name, permissions, agencyIds, createdAt, usedAt, revokedAt }: ApiKey): string {
	const minute = (instant: string) => instant.slice(0, 16).replace('T', ' ');
	const state = revokedAt
		? `revoked ${minute(revokedAt)}`
		: usedAt
			? `used ${minute(usedAt)}`
			: 'not used yet';
	const scope = agencyIds.length > 0 ? agencyIds.join(',') : 'all agencies';
	return `${prefix}  ${name}  ${permissions.join(',')}  ${scope}  made ${minute(createdAt)}  ${state}`;
}
