import { expect, test } from 'vitest';
import { assembleOrganisation } from './assemble-organisation.ts';
import type { OrganisationRow } from './importer.ts';

type Agent = NonNullable<OrganisationRow['agent']>;

function aRow(
	line: number,
	agent: Partial<Agent> | null,
	over: { team?: string; agency?: string; name?: string } = {}
): OrganisationRow {
	const { team = 'north-1', agency = 'north', name = 'North' } = over;
	return {
		line,
		agency: { id: agency, name, nameZh: null, inHouse: false },
		team: { id: team, name: team, nameZh: null, region: null },
		agent: agent && { id: 'A1', name: 'Li Wei', nameZh: null, fromOn: '2026-01-01', toOn: null, ...agent }
	};
}

test('rows become agencies, teams, agents and memberships, each once', () => {
	const { organisation, issues } = assembleOrganisation([
		aRow(2, { toOn: '2026-02-01' }),
		aRow(3, { fromOn: '2026-02-01' }, { team: 'north-2' }),
		aRow(4, null, { team: 'south-1', agency: 'south', name: 'South' })
	]);
	expect(issues).toEqual([]);
	expect(organisation).toEqual({
		agencies: [
			{ id: 'north', name: 'North', nameZh: null, inHouse: false },
			{ id: 'south', name: 'South', nameZh: null, inHouse: false }
		],
		teams: [
			{ id: 'north-1', agencyId: 'north', name: 'north-1', nameZh: null, region: null },
			{ id: 'north-2', agencyId: 'north', name: 'north-2', nameZh: null, region: null },
			{ id: 'south-1', agencyId: 'south', name: 'south-1', nameZh: null, region: null }
		],
		agents: [{ id: 'A1', name: 'Li Wei', nameZh: null }],
		memberships: [
			{ agentId: 'A1', teamId: 'north-1', fromOn: '2026-01-01', toOn: '2026-02-01' },
			{ agentId: 'A1', teamId: 'north-2', fromOn: '2026-02-01', toOn: null }
		]
	});
});

test('a row that contradicts an earlier one is left out whole', () => {
	const { organisation, issues } = assembleOrganisation([
		aRow(2, {}),
		aRow(3, { id: 'A2' }, { name: 'Norte', team: 'north-9' }),
		aRow(4, { id: 'A3' }, { agency: 'south', name: 'South' }),
		aRow(5, { name: 'Li Na', fromOn: '2025-01-01', toOn: '2025-02-01' })
	]);
	expect(issues.map(({ line, column, code, message }) => [line, column, code, message])).toEqual([
		[3, 'agency_id', 'conflict', 'Says something else than line 2 about: name. Make the two lines agree.'],
		[4, 'team_id', 'conflict', 'Says something else than line 2 about: agency. Make the two lines agree.'],
		[5, 'agent_id', 'conflict', 'Says something else than line 2 about: name. Make the two lines agree.']
	]);
	expect(organisation).toEqual(assembleOrganisation([aRow(2, {})]).organisation);
});

test.each([
	['2025-01-01', '2026-01-01', false],
	['2025-01-01', '2026-01-02', true],
	['2026-05-31', '2026-07-01', true],
	['2026-02-01', '2026-03-01', true],
	['2025-01-01', null, true],
	['2026-06-01', null, false]
])('from %s to %s beside 2026-01-01 to 2026-06-01: overlap %s', (fromOn, toOn, overlaps) => {
	const { organisation, issues } = assembleOrganisation([
		aRow(2, { toOn: '2026-06-01' }),
		aRow(3, { fromOn, toOn })
	]);
	expect(issues.map(({ line, column }) => [line, column])).toEqual(overlaps ? [[3, 'from']] : []);
	expect(organisation.memberships).toHaveLength(overlaps ? 1 : 2);
});
