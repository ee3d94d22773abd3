import type { FeedbackDraft } from '#core/domain/feedback.ts';
import {
	attributions,
	channels,
	sources,
	stages,
	type Attribution,
	type Channel,
	type Kind,
	type Source
} from '#core/domain/vocabulary.ts';
import { choiceOf, type Fields } from './fields.ts';
import { column, dayColumn, type ColumnDoc } from './importer.ts';
import { attributionWords, channelWords, sourceWords, stageWords } from './synonyms.ts';

export const channelChoice = choiceOf(channels, channelWords);
export const stageChoice = choiceOf(stages, stageWords);
const sourceChoice = choiceOf(sources, sourceWords);
const attributionChoice = choiceOf(attributions, attributionWords);

/** The columns that every feedback file of Earshot's own shares. */
export const sharedColumns: readonly ColumnDoc[] = [
	dayColumn('event_on', 'optional', 'Day on which it happened.', '事件发生日期。'),
	column(
		'channel',
		'optional',
		'How the collector reached the borrower; empty: phone for call feedback, else not stated.',
		'催收触达渠道；留空时：通话反馈为 phone，其他为未说明。',
		channels
	),
	column(
		'source',
		'optional',
		'How the feedback reached you; empty: survey for call feedback, call_qa for transcripts, else other.',
		'反馈来源；留空时：通话反馈为 survey，逐字稿为 call_qa，其他为 other。',
		sources
	),
	column('product', 'optional', 'Loan product, in your words.', '贷款产品，名称自定。'),
	column('stage', 'optional', 'Overdue stage at the time.', '当时的逾期阶段。', stages),
	column('region', 'optional', 'Region, in your words.', '地区，名称自定。'),
	column('agency_id', 'optional', 'Agency that collected.', '催收机构标识。'),
	column('team_id', 'optional', 'Team that collected.', '催收团队标识。'),
	column('agent_id', 'optional', 'Collector the feedback is about.', '反馈所涉催收员标识。'),
	column(
		'borrower_ref',
		'optional',
		'Account number or other reference of the borrower; only a keyed pseudonym of it is stored.',
		'借款人编号；仅保存加密后的假名。'
	)
];

export const attributionColumn = column(
	'attribution',
	'optional',
	'How sure it is who the feedback is about; empty: named with agent_id, team with team_id, else none.',
	'归因方式；留空时：有 agent_id 为 named，有 team_id 为 team，否则为 none。',
	attributions
);

type Shared = Pick<
	FeedbackDraft,
	| 'eventOn'
	| 'channel'
	| 'source'
	| 'product'
	| 'stage'
	| 'region'
	| 'agencyId'
	| 'teamId'
	| 'agentId'
	| 'borrowerRef'
>;

/** What an empty cell means: call feedback is about a call. */
const defaults: Readonly<Record<Kind, { readonly source: Source; readonly channel: Channel | null }>> = {
	complaint: { source: 'other', channel: null },
	call_feedback: { source: 'survey', channel: 'phone' },
	transcript: { source: 'call_qa', channel: null }
};

export function readShared(fields: Fields, kind: Kind): Shared {
	return {
		eventOn: fields.day('event_on'),
		channel: fields.choice('channel', channelChoice) ?? defaults[kind].channel,
		source: fields.choice('source', sourceChoice) ?? defaults[kind].source,
		product: fields.slug('product'),
		stage: fields.choice('stage', stageChoice),
		region: fields.slug('region'),
		agencyId: fields.words('agency_id'),
		teamId: fields.words('team_id'),
		agentId: fields.words('agent_id'),
		borrowerRef: fields.words('borrower_ref')
	};
}

/** The stated attribution, or the one that the ids given amount to. */
export function readAttribution(fields: Fields, { agentId, teamId }: Shared): Attribution {
	const stated = fields.choice('attribution', attributionChoice);
	const needed = stated === null || stated === 'none' ? null : stated === 'team' ? 'team_id' : 'agent_id';
	if (needed !== null && (needed === 'team_id' ? teamId : agentId) === null)
		fields.reject(
			'attribution',
			'conflict',
			`“${stated}” says who it is about: fill ${needed} or leave this empty.`
		);
	return stated ?? (agentId !== null ? 'named' : teamId !== null ? 'team' : 'none');
}

export function checkDays(fields: Fields, receivedOn: string | null, eventOn: string | null): void {
	if (receivedOn !== null && eventOn !== null && eventOn > receivedOn)
		fields.reject('event_on', 'conflict', 'Later than received_on: nothing is reported before it happens.');
}
