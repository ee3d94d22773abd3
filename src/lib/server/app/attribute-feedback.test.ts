import { describe, expect, it } from 'vitest';
import type { FeedbackDraft } from '#core/domain/feedback.ts';
import { createAttributor, isRowIssue } from './attribute-feedback.ts';

const { attribute, addAgency, hasAgency } = createAttributor({
	agencies: [
		{ id: 'north', name: 'North', nameZh: null, inHouse: false },
		{ id: 'own', name: 'Own', nameZh: null, inHouse: true }
	],
	teams: [
		{ id: 'north-1', agencyId: 'north', name: 'North 1', nameZh: null, region: null },
		{ id: 'own-1', agencyId: 'own', name: 'Own 1', nameZh: null, region: null }
	],
	agents: ['moved', 'stayed', 'left', 'new'].map((id) => ({ id, name: id, nameZh: null })),
	memberships: [
		{ agentId: 'moved', teamId: 'own-1', fromOn: '2026-03-01', toOn: null },
		{ agentId: 'moved', teamId: 'north-1', fromOn: '2025-01-01', toOn: '2026-03-01' },
		{ agentId: 'stayed', teamId: 'north-1', fromOn: '2025-01-01', toOn: null },
		{ agentId: 'left', teamId: 'north-1', fromOn: '2025-01-01', toOn: '2025-06-01' },
		{ agentId: 'left', teamId: 'own-1', fromOn: '2026-06-01', toOn: null }
	]
});

function aDraft(patch: Partial<FeedbackDraft>): FeedbackDraft {
	return {
		kind: 'complaint',
		externalId: null,
		receivedOn: '2026-02-01',
		eventOn: null,
		channel: 'phone',
		source: 'hotline',
		product: null,
		stage: null,
		region: null,
		rating: null,
		text: '',
		borrowerRef: null,
		agencyId: null,
		teamId: null,
		agentId: null,
		callId: null,
		eventAt: null,
		attribution: 'none',
		details: {},
		...patch
	};
}

describe('who is meant', () => {
	it.each<[string, Partial<FeedbackDraft>, string | null, string | null]>([
		['nobody', {}, null, null],
		['an agency', { agencyId: 'own' }, null, 'own'],
		['a team, and so its agency', { teamId: 'own-1' }, 'own-1', 'own'],
		['an agent before moving', { agentId: 'moved', receivedOn: '2026-02-28' }, 'north-1', 'north'],
		['an agent on the day of moving', { agentId: 'moved', receivedOn: '2026-03-01' }, 'own-1', 'own'],
		['an agent before coming', { agentId: 'moved', receivedOn: '2024-12-31' }, null, null],
		['an agent between two teams', { agentId: 'left', receivedOn: '2026-01-01' }, null, null],
		['an agent without any team', { agentId: 'new' }, null, null],
		[
			'an agent on no known day, ever in one team',
			{ agentId: 'stayed', receivedOn: null },
			'north-1',
			'north'
		],
		['an agent on no known day, in one of two teams', { agentId: 'moved', receivedOn: null }, null, null],
		[
			'the team that the row gives, not that of the day',
			{ agentId: 'moved', teamId: 'own-1' },
			'own-1',
			'own'
		]
	])('%s', (_who, patch, teamId, agencyId) => {
		const draft = aDraft(patch);
		expect(attribute(draft, 2)).toEqual({ ...draft, teamId, agencyId });
	});
});

describe('ids that nobody has', () => {
	it.each<[string, Partial<FeedbackDraft>, string, string]>([
		['agent', { agentId: 'a-99' }, 'agent_id', 'unknown-agent'],
		['team', { teamId: 'east-1' }, 'team_id', 'unknown-team'],
		['agency', { agencyId: 'east' }, 'agency_id', 'unknown-team']
	])('an unknown %s is an issue of the row', (what, patch, column, code) => {
		const [value] = Object.values(patch);
		expect(attribute(aDraft(patch), 7)).toEqual({
			line: 7,
			column,
			code,
			message: expect.stringContaining(`No such ${what} in the organisation.`),
			value
		});
	});

	it('are not shown when they may be a number of somebody', () => {
		const issue = attribute(aDraft({ agentId: '13812345678' }), 7);
		expect(isRowIssue(issue) && issue.value).toBe('«phone»');
	});

	it('of an agency that the source names itself become known', () => {
		expect(hasAgency('encore')).toBe(false);
		addAgency({ id: 'encore', name: 'Encore', nameZh: null, inHouse: false });
		expect(hasAgency('encore')).toBe(true);
		expect(attribute(aDraft({ agencyId: 'encore' }), 2)).toMatchObject({ agencyId: 'encore', teamId: null });
	});
});

it('a team of another agency is an issue, not a choice between the two', () => {
	expect(attribute(aDraft({ agencyId: 'own', teamId: 'north-1' }), 7)).toMatchObject({
		line: 7,
		column: 'agency_id',
		code: 'conflict'
	});
	expect(attribute(aDraft({ agencyId: 'own', agentId: 'stayed' }), 8)).toMatchObject({ code: 'conflict' });
});
