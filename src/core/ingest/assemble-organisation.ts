import type { RowIssue } from '#core/domain/import.ts';
import type { Agency, Agent, Membership, Organisation, Team } from '#core/domain/organisation.ts';
import type { OrganisationRow } from './importer.ts';
import { rowIssue } from './row.ts';

/** Something first said on a line, against which later lines are checked. */
interface Stated<Value> {
	readonly value: Value;
	readonly line: number;
}

/**
 * Puts rows together to one organisation. The first row to name an agency, team or agent holds; a row that says
 * otherwise, or puts an agent into two teams at a time, is left out whole and becomes an issue.
 */
export function assembleOrganisation(rows: readonly OrganisationRow[]): {
	readonly organisation: Organisation;
	readonly issues: readonly RowIssue[];
} {
	const agencies = new Map<string, Stated<Agency>>();
	const teams = new Map<string, Stated<Team>>();
	const agents = new Map<string, Stated<Agent>>();
	const memberships = new Map<string, Stated<Membership>[]>();
	const issues: RowIssue[] = [];
	for (const { line, agency, team, agent: member } of rows) {
		const ofTeam: Team = { ...team, agencyId: agency.id };
		const agent: Agent | null = member && { id: member.id, name: member.name, nameZh: member.nameZh };
		const membership: Membership | null = member && {
			agentId: member.id,
			teamId: team.id,
			fromOn: member.fromOn,
			toOn: member.toOn
		};
		const clash =
			explainClash('agency_id', agencies.get(agency.id), agency) ??
			explainClash('team_id', teams.get(team.id), ofTeam) ??
			(agent && explainClash('agent_id', agents.get(agent.id), agent)) ??
			(membership && explainOverlap(memberships.get(membership.agentId) ?? [], membership));
		if (clash) {
			issues.push({ ...rowIssue(line, 'conflict', clash.message), column: clash.column });
			continue;
		}
		keepFirst(agencies, line, agency);
		keepFirst(teams, line, ofTeam);
		if (agent) keepFirst(agents, line, agent);
		if (membership) {
			const earlier = memberships.get(membership.agentId) ?? [];
			memberships.set(membership.agentId, [...earlier, { value: membership, line }]);
		}
	}
	const valuesOf = <Value>(stated: Iterable<Stated<Value>>) => Array.from(stated, ({ value }) => value);
	return {
		organisation: {
			agencies: valuesOf(agencies.values()),
			teams: valuesOf(teams.values()),
			agents: valuesOf(agents.values()),
			memberships: valuesOf([...memberships.values()].flat())
		},
		issues
	};
}

interface Clash {
	readonly column: string;
	readonly message: string;
}

function explainClash<Value extends object>(
	column: string,
	earlier: Stated<Value> | undefined,
	now: Value
): Clash | null {
	const differing = (Object.keys(now) as (keyof Value & string)[]).filter(
		(key) => earlier && earlier.value[key] !== now[key]
	);
	if (!earlier || differing.length === 0) return null;
	const what = differing.map((key) => words[key] ?? key).join(', ');
	return {
		column,
		message: `Says something else than line ${earlier.line} about: ${what}. Make the two lines agree.`
	};
}

/** The domain's names of what a row can contradict, as a reader of the file calls it. */
const words: Readonly<Record<string, string>> = {
	name: 'name',
	nameZh: 'Chinese name',
	inHouse: 'in_house',
	region: 'region',
	agencyId: 'agency'
};

function explainOverlap(earlier: readonly Stated<Membership>[], now: Membership): Clash | null {
	const other = earlier.find(
		({ value }) =>
			(value.toOn === null || now.fromOn < value.toOn) && (now.toOn === null || value.fromOn < now.toOn)
	);
	if (!other) return null;
	const message = `Overlaps the membership in line ${other.line}: an agent is in one team at a time, “to” is the first day after it.`;
	return { column: 'from', message };
}

function keepFirst<Value extends { readonly id: string }>(
	stated: Map<string, Stated<Value>>,
	line: number,
	value: Value
): void {
	if (!stated.has(value.id)) stated.set(value.id, { value, line });
}
