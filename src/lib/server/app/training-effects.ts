import type { Actor } from '#core/domain/actor.ts';
import type { Annotation } from '#core/domain/annotation.ts';
import { ofAllUnits, type Filter } from '#core/domain/filter.ts';
import type { FilterPatch } from '#core/domain/kpi.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { addMonths, type Period } from '#core/domain/period.ts';
import type { Rate } from '#core/stats/compare-rates.ts';
import { compareRateChanges, type RateRatioChange } from '#core/stats/rate-ratio-change.ts';
import { themeByDimension } from '../facts/questions/theme-by-dimension.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { exposureByDimension } from '../facts/questions/exposure-by-dimension.ts';
import type { Source } from '../storage/question-schema.ts';
import { annotationsFor } from './annotations.ts';
import type { Deps } from './deps.ts';

/** Counts and contacts before and after a training, of the trained and of everybody else. */
export interface BeforeAfter {
	/** Null: all harsh conduct together. */
	readonly theme: string | null;
	readonly trained: { readonly before: Rate; readonly after: Rate };
	readonly others: { readonly before: Rate; readonly after: Rate };
	readonly change: RateRatioChange;
	/** Under which the counts of the trained are listed. */
	readonly filters: { readonly before: Filter; readonly after: Filter };
}

export interface TrainingEffectOfUnit {
	readonly training: Annotation;
	readonly before: Period;
	/** Null: no full month has passed since. */
	readonly after: Period | null;
	readonly teams: readonly string[];
	/** All harsh conduct first, then the themes with enough before and after; none where contacts are missing. */
	readonly rows: readonly BeforeAfter[];
	/** Harsh conduct of every team before; none where contacts are missing. */
	readonly ratesBefore: readonly (Rate & { readonly team: string })[];
}

const monthsBefore = 12;
const mostMonthsAfter = 12;
/** Counts of the trained before, and of the others after, below which a theme is left out. */
export const fewestTrained = 5;

interface Asked {
	readonly filter: Filter;
	/** The teams that are looked at. */
	readonly teams: readonly string[];
	readonly teamsOf: (agencyId: string) => readonly string[];
	/** Everything up to this day (exclusive) is complete. */
	readonly completeTo: string;
}

interface Known {
	readonly training: Annotation;
	readonly trained: readonly string[];
}

/**
 * What changed after each training of these teams, against all teams without a training in that time: difference in
 * differences of the rates per contact. The month of the training is in neither half.
 */
export async function trainingEffects(
	deps: Pick<Deps, 'store'>,
	actor: Pick<Actor, 'scope'>,
	source: Source,
	{ filter, teams, teamsOf, completeTo }: Asked
): Promise<readonly TrainingEffectOfUnit[]> {
	const trainings = await trainingsFor(deps, actor, filter, teamsOf);
	return Promise.all(
		trainings
			.filter(({ trained }) => trained.some((team) => teams.includes(team)))
			.map((one) => effectOf(source, one, { filter, completeTo, trainings }))
	);
}

/** All that an actor may know of, by their first day. */
export async function trainingsFor(
	deps: Pick<Deps, 'store'>,
	actor: Pick<Actor, 'scope'>,
	filter: Filter,
	teamsOf: Asked['teamsOf']
): Promise<readonly Known[]> {
	const always: Period = { from: '1900-01-01', to: '2200-01-01' };
	const known = await annotationsFor(deps, actor, { ...ofAllUnits(filter), channel: [], source: [] }, always);
	return known
		.filter(({ kind }) => kind === 'training')
		.map((training) => ({ training, trained: teamsIn(training, teamsOf) }));
}

/** `trainings`: all of them, so that nobody trained in the same time is among the others. */
export async function effectOf(
	source: Source,
	{ training, trained }: Known,
	{
		filter,
		completeTo,
		trainings
	}: Pick<Asked, 'filter' | 'completeTo'> & { readonly trainings: readonly Known[] }
): Promise<TrainingEffectOfUnit> {
	const { before, after } = halvesOf(training, completeTo);
	if (!after) return { training, before, after, teams: trained, rows: [], ratesBefore: [] };
	const alsoTrained = trainings
		.filter(({ training: other }) => other.fromOn < after.to && other.toOn > before.from)
		.flatMap((other) => other.trained);
	const compared = await compare(source, filter, { before, after, trained, alsoTrained });
	return { training, before, after, teams: trained, ...compared };
}

function teamsIn({ teamId, agencyId }: Annotation, teamsOf: Asked['teamsOf']): readonly string[] {
	if (teamId !== null) return [teamId];
	return agencyId === null ? [] : teamsOf(agencyId);
}

function halvesOf({ fromOn, toOn }: Annotation, completeTo: string) {
	const month = addMonths(fromOn, 0);
	const from = toOn.endsWith('-01') ? toOn : addMonths(toOn, 1);
	const latest = addMonths(completeTo, 0);
	const end = addMonths(from, mostMonthsAfter);
	const to = end < latest ? end : latest;
	return {
		before: { from: addMonths(month, -monthsBefore), to: month },
		after: from < to ? { from, to } : null
	};
}

interface Halves {
	readonly before: Period;
	readonly after: Period;
	readonly trained: readonly string[];
	readonly alsoTrained: readonly string[];
}

async function countHalf(source: Source, half: Filter, conduct: FilterPatch) {
	const [any, themes, contacts] = await Promise.all([
		countByDimension(source, narrow(half, conduct), 'team'),
		themeByDimension(source, half, 'conduct', 'team'),
		exposureByDimension(source, half, 'team')
	]);
	return { any, themes, contacts };
}

async function compare(source: Source, filter: Filter, { before, after, trained, alsoTrained }: Halves) {
	const all = { ...ofAllUnits(filter), theme: [], taxonomy: [] };
	const conduct = kpis.K05.numerator.where;
	const [then, now] = await Promise.all(
		[before, after].map((period) => countHalf(source, { ...all, period }, conduct))
	);
	if (!then || !now) return { rows: [], ratesBefore: [] };
	const isTrained = (team: string) => trained.includes(team);
	const isOther = (team: string) => team !== 'none' && !isTrained(team) && !alsoTrained.includes(team);
	const rateOf = (half: typeof then, theme: string | null, isMeant: (team: string) => boolean): Rate => {
		const rows = theme === null ? half.any : half.themes.filter((row) => row.theme === theme);
		return {
			count: sum(rows.filter(({ value }) => isMeant(value)).map(({ count }) => count)),
			exposure: sum(half.contacts.filter(({ value }) => isMeant(value)).map(({ connected }) => connected))
		};
	};
	const themes = [...new Set([...then.themes, ...now.themes].map(({ theme }) => theme))].sort();
	const rows = [null, ...themes].flatMap((theme): BeforeAfter[] => {
		const of = (isMeant: (team: string) => boolean) => ({
			before: rateOf(then, theme, isMeant),
			after: rateOf(now, theme, isMeant)
		});
		const [ours, others] = [of(isTrained), of(isOther)];
		const rates = [ours.before, ours.after, others.before, others.after];
		if (rates.some(({ exposure }) => exposure === 0)) return [];
		if (theme !== null && (ours.before.count < fewestTrained || others.after.count < fewestTrained))
			return [];
		const patch = theme === null ? conduct : { theme: [theme] };
		const listed = (period: Period) => narrow({ ...all, period, team: trained }, patch);
		return [
			{
				theme,
				trained: ours,
				others,
				change: compareRateChanges(ours, others),
				filters: { before: listed(before), after: listed(after) }
			}
		];
	});
	const ratesBefore = then.contacts
		.filter(({ value, connected }) => value !== 'none' && connected > 0)
		.map(({ value: team }) => ({ team, ...rateOf(then, null, (one) => one === team) }));
	return { rows, ratesBefore };
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
