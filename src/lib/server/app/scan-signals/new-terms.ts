import { emptyFilter } from '#core/domain/filter.ts';
import { addMonths, periodOf } from '#core/domain/period.ts';
import type { FoundSignal } from '#core/domain/signal.ts';
import { containsTerm, countTerms } from '#core/nlp/emerging-terms.ts';
import { groupTerms } from '#core/nlp/group-terms.ts';
import { selectEmergingTerms } from '#core/stats/emerging-terms.ts';
import { scanRules } from '#core/stats/scan/scan-rules.ts';
import { countFeedback } from '../../facts/questions/count-feedback.ts';
import { readTexts } from '../../storage/read-texts.ts';
import { withinContext, type Scanned, type ScanContext } from './scan-context.ts';

/** Words of complaints that are markedly more frequent in the latest month than in the year before. */
export async function scanTerms(context: ScanContext): Promise<Scanned> {
	const none = { found: [], comparisons: 0, falseAlarms: 0 };
	const latest = context.months.at(-1);
	if (latest === undefined) return none;
	const period = periodOf(latest);
	const before = { from: addMonths(period.from, -scanRules.term.monthsBefore), to: period.from };
	const within = withinContext(context, before);
	const complaints = { ...within.filter, complaint: 'yes' as const };
	const [now, earlier] = await Promise.all([
		readTexts(context.deps.store, { ...complaints, period }),
		readTexts(context.deps.store, complaints)
	]);
	const { terms, records } = countTerms(now, earlier);
	const emerging = selectEmergingTerms(terms, { records, contains: containsTerm });
	const clusters = groupTerms(emerging, now, scanRules.term.sameRecords);
	const found = await Promise.all(
		clusters.map(async ({ terms: own, templateIds }): Promise<FoundSignal> => {
			const evidence = { ...emptyFilter, ...complaints, period, template: templateIds };
			const { feedback } = await countFeedback(context.source, evidence);
			const lead = own[0];
			return {
				kind: 'term',
				causeKey: `term ${lead?.term ?? ''}`,
				unit: 'whole',
				unitId: '',
				theme: null,
				agencyId: null,
				teamId: null,
				period,
				evidence,
				figures: {
					kind: 'term',
					leftOut: within.leftOut,
					terms: own.map(({ term, now: count, before: past, z }) => ({ term, now: count, before: past, z })),
					records,
					observed: feedback,
					expected: lead ? (lead.before / records.before) * records.now : 0,
					before
				}
			};
		})
	);
	return {
		found,
		comparisons: terms.filter(({ now: count }) => count >= 5).length,
		falseAlarms: scanRules.term.falseDiscoveryRate * found.length
	};
}
