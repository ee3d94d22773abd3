import type { Organisation } from '#core/domain/organisation.ts';

const agencies = 3;
const teamsOfAgency = 3;
const agentsOfBench = 110;

/** Three agencies of three teams, 110 agents who never change teams. */
export function planOrganisation(fromOn: string): Organisation {
	const ids = (count: number) => Array.from({ length: count }, (_, at) => at);
	const teams = ids(agencies * teamsOfAgency).map((at) => ({
		id: `team-${at + 1}`,
		agencyId: `agency-${Math.floor(at / teamsOfAgency) + 1}`,
		name: `Team ${at + 1}`,
		nameZh: `${at + 1} 组`,
		region: `region-${(at % 4) + 1}`
	}));
	const agents = ids(agentsOfBench).map((at) => ({
		id: `a${at + 1}`,
		name: `Agent ${at + 1}`,
		nameZh: null
	}));
	return {
		agencies: ids(agencies).map((at) => ({
			id: `agency-${at + 1}`,
			name: `Agency ${at + 1}`,
			nameZh: null,
			inHouse: at === 0
		})),
		teams,
		agents,
		memberships: agents.map(({ id }, at) => ({
			agentId: id,
			teamId: `team-${(at % teams.length) + 1}`,
			fromOn,
			toOn: null
		}))
	};
}
