import type { FeedbackDraft } from '#core/domain/feedback.ts';
import type { RowIssue } from '#core/domain/import.ts';
import type { Agency, Organisation } from '#core/domain/organisation.ts';
import { maskValue } from '#core/ingest/row.ts';

/** Finds who is meant: by the ids a row gives, completed from the organisation's teams and dated memberships. */
export interface Attributor {
	/** The draft with agency, team and agent as far as known, or the issue that one of its ids is unknown. */
	attribute(draft: FeedbackDraft, line: number): FeedbackDraft | RowIssue;
	hasAgency(id: string): boolean;
	/** For sources that name agencies themselves. */
	addAgency(agency: Agency): void;
}

export function createAttributor({ agencies, teams, agents, memberships }: Organisation): Attributor {
	const agencyIds = new Set(agencies.map(({ id }) => id));
	const agencyOfTeam = new Map(teams.map(({ id, agencyId }) => [id, agencyId]));
	const agentIds = new Set(agents.map(({ id }) => id));
	const byDate = memberships.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
	const membershipsOf = Map.groupBy(byDate, ({ agentId }) => agentId);

	const teamOf = (agentId: string, day: string | null) => {
		const all = membershipsOf.get(agentId) ?? [];
		if (day === null) return all.length === 1 ? (all[0]?.teamId ?? null) : null;
		// An agent whom a later file moves without ending the old membership is in the new team.
		const found = all.findLast(({ fromOn, toOn }) => fromOn <= day && (toOn === null || day < toOn));
		return found?.teamId ?? null;
	};

	return {
		hasAgency: (id) => agencyIds.has(id),
		addAgency: ({ id }) => void agencyIds.add(id),
		attribute: (draft, line) => {
			const { agentId } = draft;
			if (agentId !== null && !agentIds.has(agentId)) return unknown(line, 'agent_id', 'agent', agentId);
			const teamId = draft.teamId ?? (agentId === null ? null : teamOf(agentId, draft.receivedOn));
			if (teamId !== null && !agencyOfTeam.has(teamId)) return unknown(line, 'team_id', 'team', teamId);
			const agencyId = draft.agencyId ?? (teamId === null ? null : (agencyOfTeam.get(teamId) ?? null));
			if (agencyId !== null && !agencyIds.has(agencyId))
				return unknown(line, 'agency_id', 'agency', agencyId);
			if (teamId !== null && agencyOfTeam.get(teamId) !== agencyId) return contradiction(line, agencyId);
			return teamId === draft.teamId && agencyId === draft.agencyId ? draft : { ...draft, teamId, agencyId };
		}
	};
}

function unknown(line: number, column: string, what: 'agent' | 'team' | 'agency', value: string): RowIssue {
	return {
		line,
		column,
		code: what === 'agent' ? 'unknown-agent' : 'unknown-team',
		message: `No such ${what} in the organisation. Import the organisation file first, or correct the id.`,
		value: maskValue(value)
	};
}

function contradiction(line: number, agencyId: string | null): RowIssue {
	return {
		line,
		column: 'agency_id',
		code: 'conflict',
		message: 'The team belongs to another agency. Correct one of the two, or leave agency_id empty.',
		value: agencyId === null ? null : maskValue(agencyId)
	};
}

export function isRowIssue(item: object): item is RowIssue {
	return 'code' in item && 'line' in item;
}
