import { hasExposureMatch } from '#core/domain/filter.ts';
import type { KpiCounts } from '#core/stats/kpi-change.ts';
import { readOrganisation } from '../storage/organisation.ts';
import type { Store } from '../storage/connect.ts';
import type { Source } from '../storage/question-schema.ts';
import type { Asked } from './kpi-counts.ts';
import { effectOf, fewestTrained, trainingsFor, type BeforeAfter } from './training-effects.ts';

const nothing = { numerator: 0, denominator: null } as const;

/** Of the newest training of the filter's teams that has a full month after it, as known at the end of the period. */
export async function trainingCounts(store: Store, source: Source, filter: Asked): Promise<KpiCounts> {
	if (!hasExposureMatch(filter)) return { ...nothing, missing: 'no-match' };
	const { teams } = await readOrganisation(store);
	const teamsOf = (agency: string) => teams.filter(({ agencyId }) => agencyId === agency).map(({ id }) => id);
	const asked = [...filter.team, ...filter.agency.flatMap(teamsOf)];
	const trainings = await trainingsFor({ store }, source, filter, teamsOf);
	const meant = trainings.filter(
		({ training, trained }) =>
			training.fromOn < filter.period.to &&
			filter.agent.length === 0 &&
			trained.some((team) => asked.length === 0 || asked.includes(team))
	);
	if (meant.length === 0) return { ...nothing, missing: 'no-training' };
	for (const one of meant.toReversed()) {
		const { after, rows } = await effectOf(source, one, { filter, completeTo: filter.period.to, trainings });
		if (!after) continue;
		const row = rows.find(({ theme }) => theme === null);
		return row ? countsOf(row) : { ...nothing, missing: 'no-exposure' };
	}
	return { ...nothing, missing: 'no-month-after' };
}

/** With the ½ that the interval has, so that the two make the ratio. */
function countsOf({ trained, others, change }: BeforeAfter): KpiCounts {
	const added = change.isCorrected ? 0.5 : 0;
	const ratioOf = ({ before, after }: BeforeAfter['trained']) =>
		(after.count + added) / after.exposure / ((before.count + added) / before.exposure);
	const counts = [trained.before, others.before, others.after].map(({ count }) => count);
	return {
		numerator: ratioOf(trained),
		denominator: ratioOf(others),
		interval: change.interval,
		isTooFew: Math.min(...counts) < fewestTrained
	};
}
