import type { Actor } from '#core/domain/actor.ts';
import { addMonths } from '#core/domain/period.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { TrainingResult, TrainingRow } from '#core/reports/report-detail.ts';
import { listNames } from '#core/reports/words.ts';
import { shrinkRatios } from '#core/stats/marshall-shrinkage.ts';
import type { Source } from '../storage/question-schema.ts';
import type { Deps } from './deps.ts';
import type { Names } from './names.ts';
import { nameOf, type Scene } from './report-scene.ts';
import {
	effectOf,
	fewestTrained,
	trainingsFor,
	type BeforeAfter,
	type TrainingEffectOfUnit
} from './training-effects.ts';

const months = 24;
const most = 5;

/** What changed after the trainings of the last two years, as known at the end of the report's month. */
export async function collectTraining(
	{ store, packs }: Pick<Deps, 'store' | 'packs'>,
	actor: Actor,
	source: Source,
	{ filter, period, names }: Scene
): Promise<readonly TrainingResult[]> {
	const teamsOf = (agency: string) =>
		names.teams.filter(({ agencyId }) => agencyId === agency).map(({ id }) => id);
	const covered = [...filter.team, ...filter.agency.flatMap(teamsOf)];
	const trainings = await trainingsFor({ store }, actor, filter, teamsOf);
	const shown = trainings.filter(
		({ training: { fromOn }, trained }) =>
			fromOn < period.to &&
			fromOn >= addMonths(period.to, -months) &&
			trained.some((team) => covered.length === 0 || covered.includes(team))
	);
	const asked = { filter, completeTo: period.to, trainings };
	const effects = await Promise.all(shown.slice(-most).map((one) => effectOf(source, one, asked)));
	const themes = new Map(packs.themes.map(({ id, name }) => [id, name]));
	return effects.toReversed().map((effect) => resultOf(effect, names, themes));
}

function resultOf(
	effect: TrainingEffectOfUnit,
	names: Names,
	themes: ReadonlyMap<string, Bilingual>
): TrainingResult {
	const { training, before, after, teams, rows } = effect;
	return {
		id: training.id,
		title: {
			en: training.title ?? training.titleZh ?? '',
			zh: training.titleZh ?? training.title ?? ''
		},
		teams: listNames(
			teams.map((team) =>
				nameOf(
					names.teams.find(({ id }) => id === team),
					team
				)
			)
		),
		trainedOn: training.fromOn,
		before,
		after,
		shrunkenBefore: shrunkenOf(effect),
		rows: rows.map((row) => rowOf(row, themes))
	};
}

function rowOf(
	{ theme, trained, others, change, filters }: BeforeAfter,
	themes: ReadonlyMap<string, Bilingual>
): TrainingRow {
	return {
		theme: theme === null ? null : { id: theme, name: themes.get(theme) ?? { en: theme, zh: theme } },
		trained,
		others,
		ratio: change.ratio,
		...change.interval,
		isTooFew: Math.min(trained.before.count, others.before.count, others.after.count) < fewestTrained,
		links: filters
	};
}

/** Per contact; the trained teams weighted by their contacts. */
function shrunkenOf({ teams, ratesBefore }: TrainingEffectOfUnit): number | null {
	const all = ratesBefore.reduce((sum, { count }) => sum + count, 0);
	const contacts = ratesBefore.reduce((sum, { exposure }) => sum + exposure, 0);
	if (all === 0) return null;
	const mean = all / contacts;
	const units = ratesBefore.map(({ count, exposure }) => ({ observed: count, expected: mean * exposure }));
	const shrunken = shrinkRatios(units);
	const own = ratesBefore.flatMap(({ team, exposure }, at) =>
		teams.includes(team) ? [{ exposure, rate: mean * (shrunken[at]?.shrunken ?? 1) }] : []
	);
	const ownContacts = own.reduce((sum, { exposure }) => sum + exposure, 0);
	return ownContacts === 0
		? null
		: own.reduce((sum, { exposure, rate }) => sum + exposure * rate, 0) / ownContacts;
}
