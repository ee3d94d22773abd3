import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { ofAllUnits, type Filter } from '#core/domain/filter.ts';
import { kpis, type KpiId } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { previousPeriod, type Period } from '#core/domain/period.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { sumExposure } from '../facts/questions/sum-exposure.ts';
import type { Source } from '../storage/question-schema.ts';
import { annotationsFor } from './annotations.ts';
import { caseMixes } from './case-mix.ts';
import type { Deps } from './deps.ts';
import { newestSentences } from './evidence-sentences.ts';
import { judgedThemes, judgedUnits, unitPeriod } from './judged-units.ts';
import { kpiResults } from './kpi-values.ts';
import { readFreeValues, readNames, type Names } from './names.ts';
import { openPanels } from './panels.ts';
import { placesIn } from './places.ts';
import { rateTrend } from './rate-trend.ts';
import { trainingEffects } from './training-effects.ts';
import { trendPeriod } from './trend.ts';
import { openView, type ViewContext } from './view-context.ts';
import { verb } from './verb.ts';

export type UnitPanel = 'praise' | 'mix' | 'members' | 'sentences' | 'trainings';
const tiles: readonly KpiId[] = ['K01', 'K03', 'K05', 'K42', 'K41'];

export interface UnitViewInput {
	readonly kind: 'team' | 'agency';
	readonly id: string;
	readonly filter: Filter;
}

/**
 * A team or an agency: its work first, then what was said of it against what anybody would get with that work. Whose work
 * a filter asks for has no meaning here. Throws `not-found`.
 */
export const unitView = verb('read', async (deps: Deps, actor: Actor, input: UnitViewInput) => {
	const { kind } = input;
	const opened = await openView(deps, actor, ofAllUnits(input.filter));
	const { source, context } = opened;
	const names = await readNames(deps, actor.scope);
	const unit = (kind === 'team' ? names.teams : names.agencies).find(({ id }) => id === input.id);
	if (!unit)
		throw new EarshotError(
			'not-found',
			`There is no ${kind} “${input.id.slice(0, 40)}” here. The page Teams lists them all.`
		);
	const values = await readFreeValues(source, context.origin);
	const filter: Filter = { ...opened.filter, [kind]: [unit.id] };
	const period = unitPeriod(filter, context);
	const base = { context, names, values, kind, unit };
	if (!period) return { ...base, filter, answer: null };
	const dated = { ...filter, period };
	const answer = await lookAt(deps, actor, source, { kind, id: unit.id, dated, context, names });
	return { ...base, filter: dated, answer };
});
export type UnitView = Awaited<ReturnType<typeof unitView>>;
export type UnitAnswer = NonNullable<UnitView['answer']>;

interface Looked {
	readonly kind: 'team' | 'agency';
	readonly id: string;
	readonly dated: Filter & { readonly period: Period };
	readonly context: ViewContext;
	readonly names: Names;
}

async function lookAt(deps: Deps, actor: Actor, source: Source, looked: Looked) {
	const { kind, id, dated } = looked;
	const { period } = dated;
	const previous = previousPeriod(period);
	const { panel, failed } = openPanels<UnitPanel>(deps.log);
	const [kpiRows, judged, exposure, themes, positive, mixes, members, sentences, trainings, time] =
		await Promise.all([
			kpiResults(source, dated, { period, previous }, tiles),
			judgedUnits(source, kpis.K03, dated, { unit: kind, period }),
			sumExposure(source, dated),
			judgedThemes(source, dated, { taxonomy: 'conduct', unit: kind }),
			panel('praise', countByTheme(source, dated, 'positive'), []),
			panel('mix', caseMixes(source, dated, kind), new Map()),
			panel('members', membersOf(deps, source, looked), noMembers(looked)),
			panel(
				'sentences',
				newestSentences(deps, actor, source, {
					filter: narrow(dated, { taxonomy: ['conduct'] }),
					isMeant: ({ taxonomy }) => taxonomy === 'conduct'
				}),
				[]
			),
			panel('trainings', trainingsOf(deps, actor, source, looked), []),
			overTime(deps, actor, source, looked)
		]);
	const { standings, ...sums } = themes;
	const own = standings.filter((one) => one.unit === id && (one.count > 0 || one.verdict !== 'too-few'));
	return {
		...time,
		period,
		previous,
		kpis: kpiRows,
		standing: judged.units.find((one) => one.id === id) ?? null,
		spread: judged.spread,
		exposure,
		themes: { ...sums, standings: own },
		positive,
		mix: mixes.get(id) ?? null,
		members,
		sentences,
		trainings,
		failed
	};
}

/** The rate by month, and what happened. */
async function overTime(deps: Deps, actor: Actor, source: Source, looked: Looked) {
	const { dated, context } = looked;
	const { period } = dated;
	const wide = trendPeriod(period, context.extent.firstOn);
	const asked = { period: wide, grain: 'month', today: context.today, baselineTo: period.from } as const;
	const [trend, annotations] = await Promise.all([
		rateTrend(source, kpis.K05, dated, asked),
		annotationsFor(deps, actor, dated, wide)
	]);
	return { trend, trendPeriod: wide, annotations };
}

/** What changed after trainings of its teams. */
function trainingsOf(deps: Deps, actor: Actor, source: Source, looked: Looked) {
	const { dated, context, names } = looked;
	return trainingEffects(deps, actor, source, {
		filter: dated,
		teams: teamsOf(looked),
		teamsOf: (agencyId) => names.teams.filter((team) => team.agencyId === agencyId).map((team) => team.id),
		completeTo: context.latestMonth?.to ?? context.today
	});
}

function teamsOf({ kind, id, names }: Looked): readonly string[] {
	if (kind === 'team') return [id];
	return names.teams.filter(({ agencyId }) => agencyId === id).map((team) => team.id);
}

function noMembers({ kind, dated }: Looked): Awaited<ReturnType<typeof membersOf>> {
	return { unit: kind === 'agency' ? 'team' : 'agent', standings: [], filter: ofAllUnits(dated) };
}

/** Of a team its agents, of an agency its teams: each judged by all of its own work, among all of its kind. */
async function membersOf(deps: Deps, source: Source, { kind, id, dated, names }: Looked) {
	const everyone = ofAllUnits(dated);
	const { period } = dated;
	if (kind === 'agency') {
		const own = names.teams.filter(({ agencyId }) => agencyId === id).map((team) => team.id);
		const { units } = await judgedUnits(source, kpis.K03, everyone, { unit: 'team', period });
		return {
			unit: 'team' as const,
			standings: units.filter((one) => own.includes(one.id)),
			filter: everyone
		};
	}
	const places = await placesIn(deps, period);
	const own = new Set(places.filter(({ teamId }) => teamId === id).map(({ agentId }) => agentId));
	const { units } = await judgedUnits(source, kpis.K03, everyone, { unit: 'agent', period });
	return { unit: 'agent' as const, standings: units.filter((one) => own.has(one.id)), filter: everyone };
}
