import type { Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import { people } from '#server/app/people.ts';
import { withDeps } from './with-deps.ts';

export function addPeopleCommand(program: Command): void {
	program
		.command('people')
		.description('List the people who work with Earshot: id, role, what they see')
		.action(() =>
			withDeps(async (deps) => {
				for (const { id, name, role, scope, isActive } of (await people(deps, localAdministrator, undefined))
					.people) {
					const sees = scope ? [...scope.agencyIds, ...scope.teamIds].join(',') : 'everything';
					console.log(`${id}  ${name}  ${role}  sees ${sees}${isActive ? '' : '  not active'}`);
				}
			})
		);
}
