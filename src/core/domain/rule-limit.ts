import type { Quantity } from './tag.ts';
import type { RulePack } from './theme-pack.ts';
import type { Bilingual } from './vocabulary.ts';

/** A figure somebody told, beside what the rules of one place say about it. */
export interface LimitCheck {
	readonly packId: string;
	readonly place: Bilingual;
	/** `unknown`: the figure is for another length of time than the rule, and either may hold. */
	readonly verdict: 'beyond' | 'within' | 'unknown';
	readonly limit:
		| { readonly kind: 'count'; readonly cap: number; readonly days: number; readonly note: Bilingual }
		| { readonly kind: 'time'; readonly from: string; readonly to: string };
}

const daysIn: Readonly<Record<string, number>> = {
	minute: 1 / 1440,
	hour: 1 / 24,
	day: 1,
	week: 7,
	month: 30,
	year: 365
};
const minutesInDay = 24 * 60;

/**
 * Holds a figure against every rule about such figures. A count without a time it is for, and a duration, meet no
 * rule. What a borrower says is a claim: `beyond` says that the claim, if true, is beyond the rule.
 */
export function checkLimits(quantity: Quantity, packs: readonly RulePack[]): readonly LimitCheck[] {
	if (quantity.kind === 'duration') return [];
	return packs.flatMap(({ id, name, barredHours, frequency }): readonly LimitCheck[] => {
		const place = { packId: id, place: name };
		if (quantity.kind === 'time')
			return barredHours
				? [
						{
							...place,
							verdict: verdictOfTime(quantity.value, barredHours),
							limit: { kind: 'time', ...barredHours }
						}
					]
				: [];
		const days = daysIn[quantity.per ?? ''];
		if (days === undefined) return [];
		return frequency
			.filter(({ cap }) => cap > 0)
			.map(({ cap, days: window, note }) => ({
				...place,
				verdict: verdictOfCount(quantity.value, days, cap, window),
				limit: { kind: 'count', cap, days: window, note }
			}));
	});
}

/** `value` contacts in `days`, against `cap` in any `window` days. */
function verdictOfCount(value: number, days: number, cap: number, window: number): LimitCheck['verdict'] {
	// Spread as evenly as can be, the fullest window still holds this many.
	const atLeast = days <= window ? value : Math.ceil(value / Math.ceil(days / window));
	if (atLeast > cap) return 'beyond';
	return days === window ? 'within' : 'unknown';
}

/** The last minute of the permitted hours is permitted. */
function verdictOfTime(minutes: number, { from, to }: { from: string; to: string }): LimitCheck['verdict'] {
	return isBarred(minutes, { from, to }) ? 'beyond' : 'within';
}

export function isBarred(
	minutes: number,
	{ from, to }: { readonly from: string; readonly to: string }
): boolean {
	const time = minutes % minutesInDay;
	const [start, end] = [minutesOf(from), minutesOf(to)];
	return start > end ? time > start || time < end : time > start && time < end;
}

function minutesOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return hours * 60 + minutes;
}
