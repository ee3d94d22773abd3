import { isAllowed, type Actor, type Permission } from '#core/domain/actor.ts';
import { canStep, type FlowStep } from '#core/domain/report-flow.ts';
import { differKpis, type KpiDifference } from '#core/reports/ledger.ts';
import type { ReportData } from '#core/reports/report-data.ts';
import { isSigned } from '#core/domain/report-flow.ts';
import { getFeedback } from '../../storage/feedback-list.ts';
import type { ReportVersion } from '../../storage/report-versions.ts';
import type { Deps } from '../deps.ts';
import { excerptOf } from '../excerpt.ts';
import type { MonthInput } from '../open-month.ts';
import { verb } from '../verb.ts';
import { frozenData } from './frozen-document.ts';
import { openFlow, type CheckedTag, type Flow } from './open-flow.ts';

const tagsShown = 25;

const permissionOf: Readonly<Partial<Record<FlowStep, Permission>>> = {
	lock: 'report',
	compute: 'report',
	recompute: 'report',
	prepare: 'report',
	review: 'review',
	'send-back': 'review',
	sign: 'approve',
	publish: 'approve',
	'hand-out': 'approve'
};

/** The sign-off of a month as a page shows it: how far it is, what is asked of whom, and who did what. */
export const flowView = verb('read', async (deps: Deps, actor: Actor, input: MonthInput) => {
	const flow = await openFlow(deps, actor, input);
	const { month, versions, newest, events, facts, hashes } = flow;
	const isNextVersion = newest !== null && isSigned(newest.state);
	const steps = (Object.entries(permissionOf) as [FlowStep, Permission][])
		.filter(([step]) => canStep(facts.state, step) || (step === 'lock' && isNextVersion))
		.filter(([, permission]) => isAllowed(actor, permission))
		.map(([step]) => step);
	const open = flow.sample.filter(({ judged, isGone }) => judged === null && !isGone);
	return {
		context: month.context,
		month: month.key.month,
		isOver: month.period.to <= month.context.today,
		covers: month.covers,
		timeZone: deps.timeZone,
		actorName: actor.name,
		state: facts.state,
		version: newest?.version ?? null,
		isNextVersion,
		isMaker: facts.makerIds.includes(actor.id),
		steps,
		versions,
		events: events.toReversed(),
		flags: flagsOf(flow),
		sample: {
			total: flow.sample.length,
			open: facts.unjudged,
			wrong: flow.sample.filter(({ judged }) => judged?.decision === 'wrong').length,
			next: await Promise.all(open.slice(0, tagsShown).map((tag) => shownTag(deps, actor, tag, flow)))
		},
		hashes,
		changes: await changesOf(deps, versions, flow.data)
	};
});

function flagsOf({ flags, data, comments }: Flow) {
	return flags.flatMap(({ kpi: id, level }) => {
		const found = data?.kpis.find(({ kpi }) => kpi.id === id);
		if (!found) return [];
		const { kpi, now, change } = found;
		const comment = comments.find((one) => one.kpi === id);
		return {
			id,
			level,
			name: kpi.name,
			unit: kpi.unit,
			value: now.value,
			before: change?.before.value ?? null,
			relative: change?.relative ?? null,
			comment: comment?.text ?? '',
			author: comment?.authorName ?? null
		};
	});
}

async function shownTag({ store }: Deps, { scope }: Actor, tag: CheckedTag, { month }: Flow) {
	const feedback = await getFeedback(store, scope, tag.feedbackId);
	const own = feedback?.tags.filter(({ theme }) => theme === tag.theme) ?? [];
	return {
		feedbackId: tag.feedbackId,
		theme: tag.theme,
		name: month.names.themes.find(({ id }) => id === tag.theme)?.name ?? { en: tag.theme, zh: tag.theme },
		severity: tag.severity,
		excerpt: feedback ? excerptOf({ text: feedback.text, tags: own }) : ''
	};
}

/** What the newest version says otherwise than the signed one before it. */
async function changesOf(
	deps: Deps,
	[newest, ...earlier]: readonly ReportVersion[],
	data: ReportData | null
): Promise<readonly (KpiDifference & { readonly name: ReportData['kpis'][number]['kpi']['name'] })[]> {
	const signed = earlier.find(({ state }) => isSigned(state));
	if (!newest || !signed || !data) return [];
	const before = await frozenData(deps, signed.id);
	return differKpis(before.kpis, data.kpis).map((change) => ({
		...change,
		name: data.kpis.find(({ kpi }) => kpi.id === change.kpi)?.kpi.name ?? { en: change.kpi, zh: change.kpi }
	}));
}
