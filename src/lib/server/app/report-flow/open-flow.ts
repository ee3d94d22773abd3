import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { isFrozen, type FlowFacts } from '#core/domain/report-flow.ts';
import { flagKpis, type KpiFlag } from '#core/reports/kpi-flags.ts';
import type { ReportData } from '#core/reports/report-data.ts';
import { sampleTags, type SampledTag } from '#core/reports/tag-sample.ts';
import { idsStored } from '../../storage/month-facts.ts';
import {
	listComments,
	listEvents,
	listVersions,
	type ReportComment,
	type ReportEvent,
	type ReportVersion
} from '../../storage/report-versions.ts';
import { listJudgedTags, type JudgedTag } from '../../storage/reviews.ts';
import { listSnapshots, type SnapshotHash } from '../../storage/snapshots.ts';
import type { Deps } from '../deps.ts';
import { openMonth, type MonthInput, type OpenedMonth } from '../open-month.ts';
import { parseFacts } from './facts-lines.ts';
import { frozenData, needPart } from './frozen-document.ts';

export interface Flow {
	readonly month: OpenedMonth;
	/** Newest first. */
	readonly versions: readonly ReportVersion[];
	readonly newest: ReportVersion | null;
	readonly events: readonly ReportEvent[];
	readonly comments: readonly ReportComment[];
	readonly data: ReportData | null;
	readonly flags: readonly KpiFlag[];
	readonly sample: readonly CheckedTag[];
	readonly hashes: readonly SnapshotHash[];
	readonly facts: FlowFacts;
}
/** `isGone`: the feedback was taken out since; there is nothing left to judge. */
export interface CheckedTag extends SampledTag {
	readonly judged: JudgedTag | null;
	readonly isGone: boolean;
}

/** How far the newest version of a month is. Throws `forbidden` for an actor who sees less than the report counts. */
export async function openFlow(deps: Deps, actor: Actor, input: MonthInput): Promise<Flow> {
	const month = await openMonth(deps, actor, input);
	if (!month.isWhole)
		throw new EarshotError('forbidden', `${actor.name} does not see all that this report counts.`);
	const versions = await listVersions(deps.store, month.key);
	const newest = versions[0] ?? null;
	const none = { flags: [], sample: [], hashes: [], data: null };
	if (!newest)
		return {
			...{ ...none, month, versions, newest, events: [], comments: [] },
			facts: { state: 'collecting', makerIds: [], uncommented: [], unjudged: 0 }
		};
	const [events, comments] = await Promise.all([
		listEvents(deps.store, newest.id),
		listComments(deps.store, newest.id)
	]);
	const makerIds = [
		...new Set([
			...comments.map(({ authorId }) => authorId),
			...events
				.filter(({ step }) => step === 'prepare')
				.slice(-1)
				.map(({ actorId }) => actorId)
		])
	];
	const found = isFrozen(newest.state) ? await openFrozen(deps, newest, makerIds) : none;
	const commented = new Set(comments.map(({ kpi }) => kpi));
	return {
		...{ ...found, month, versions, newest, events, comments },
		facts: {
			state: newest.state,
			makerIds,
			uncommented: found.flags.flatMap(({ kpi }) => (commented.has(kpi) ? [] : [kpi])),
			unjudged: found.sample.filter(({ judged, isGone }) => judged === null && !isGone).length
		}
	};
}

async function openFrozen(deps: Deps, { id }: ReportVersion, makerIds: readonly string[]) {
	const [data, facts, hashes] = await Promise.all([
		frozenData(deps, id),
		needPart(deps, id, 'facts'),
		listSnapshots(deps.store, id)
	]);
	const seed = Number.parseInt(hashes.find(({ part }) => part === 'facts')?.sha256.slice(0, 8) ?? '0', 16);
	const sampled = sampleTags(parseFacts(facts), seed);
	const ids = [...new Set(sampled.map(({ feedbackId }) => feedbackId))];
	const [stored, judged] = await Promise.all([idsStored(deps.store, ids), listJudgedTags(deps.store, ids)]);
	const sample = sampled.map((tag): CheckedTag => {
		const own = judged.filter(
			({ feedbackId, theme, reviewerId }) =>
				feedbackId === tag.feedbackId && theme === tag.theme && !makerIds.includes(reviewerId)
		);
		return { ...tag, judged: own.at(-1) ?? null, isGone: !stored.has(tag.feedbackId) };
	});
	return { data, hashes, flags: flagKpis(data), sample };
}
