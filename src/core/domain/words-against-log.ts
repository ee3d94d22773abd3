import { unansweredOutcomes } from './contact.ts';
import { dayNumber } from './period.ts';
import { isBarred } from './rule-limit.ts';
import type { Quantity } from './tag.ts';
import type { RulePack } from './theme-pack.ts';

/** A contact of the log on the clock that counts. */
export interface LoggedContact {
	readonly day: string;
	/** Of the day, from 0. */
	readonly minute: number;
	readonly channel: string;
	readonly outcome: string;
}

/** The days before receipt that are looked at, receipt included. */
export const daysBefore = 30;
/** A stated hour is confirmed by a contact within so many minutes of it. */
const minutesAround = 30;
/** Themes whose figures a contact log can confirm. */
export const checkableThemes: readonly string[] = ['excessive_contact', 'unsocial_hours'];

/** What a log holds of one borrower. */
export interface LogMeasure {
	readonly contacts: number;
	readonly mostInDay: number;
	readonly mostInWeek: number;
	/** Minutes of the day; null without contacts. */
	readonly earliest: number | null;
	readonly latest: number | null;
}

export type UncheckedReason =
	| 'no-log'
	| 'no-borrower'
	| 'no-date'
	| 'no-contacts'
	/** A number without the time it is for. */
	| 'no-span'
	/** A number for a time that a log of days cannot be cut into. */
	| 'other-span';

export interface ClaimCheck {
	readonly verdict: 'confirmed' | 'less' | 'unchecked';
	readonly reason: UncheckedReason | null;
	/** The log's own figure: as many in the fullest such time, or the minute of the day nearest to the stated one. */
	readonly measured: number | null;
}

const windowOf: Readonly<Record<string, number>> = { day: 1, week: 7, month: daysBefore };
const minutesInDay = 1440;

export function measureContacts(contacts: readonly LoggedContact[]): LogMeasure {
	const minutes = contacts.map(({ minute }) => minute);
	return {
		contacts: contacts.length,
		mostInDay: mostWithin(contacts, 1),
		mostInWeek: mostWithin(contacts, 7),
		earliest: minutes.length === 0 ? null : Math.min(...minutes),
		latest: minutes.length === 0 ? null : Math.max(...minutes)
	};
}

/** The most contacts in any so many days in a row. */
export function mostWithin(contacts: readonly Pick<LoggedContact, 'day'>[], days: number): number {
	const perDay = new Map<string, number>();
	for (const { day } of contacts) perDay.set(day, (perDay.get(day) ?? 0) + 1);
	return mostInWindow(perDay, days);
}

/** The same of counts by day; `from`: windows that end before that day are left out. */
export function mostInWindow(perDay: ReadonlyMap<string, number>, days: number, from = ''): number {
	const counts = [...perDay].sort(([one], [other]) => (one < other ? -1 : 1));
	const numbers = counts.map(([day]) => dayNumber(day));
	let [most, sum, first] = [0, 0, 0];
	for (const [last, [end, count]] of counts.entries()) {
		sum += count;
		for (; (numbers[first] as number) <= (numbers[last] as number) - days; first++)
			sum -= counts[first]?.[1] ?? 0;
		if (end >= from) most = Math.max(most, sum);
	}
	return most;
}

/** Holds what a borrower says against the log. `unless`: why there is no log to hold it against. */
export function checkClaim(
	{ kind, value, per }: Quantity,
	contacts: readonly LoggedContact[],
	unless: UncheckedReason | null = null
): ClaimCheck {
	const unchecked = (reason: UncheckedReason): ClaimCheck => ({
		verdict: 'unchecked',
		reason,
		measured: null
	});
	if (unless !== null) return unchecked(unless);
	if (contacts.length === 0) return unchecked('no-contacts');
	if (kind === 'time') return checkHour(value % minutesInDay, contacts);
	if (per === undefined) return unchecked('no-span');
	const days = windowOf[per];
	if (days === undefined) return unchecked('other-span');
	const measured = mostWithin(contacts, days);
	return { verdict: measured >= value ? 'confirmed' : 'less', reason: null, measured };
}

function checkHour(stated: number, contacts: readonly LoggedContact[]): ClaimCheck {
	const distance = (minute: number) => {
		const apart = Math.abs(minute - stated);
		return Math.min(apart, minutesInDay - apart);
	};
	const nearest = contacts
		.map(({ minute }) => minute)
		.reduce((best, minute) => (distance(minute) < distance(best) ? minute : best));
	const isNear = distance(nearest) <= minutesAround;
	return { verdict: isNear ? 'confirmed' : 'less', reason: null, measured: nearest };
}

/** Contacts of a log that a frequency rule counts. */
function countsFor(
	attempts: RulePack['frequency'][number]['attempts'],
	{ channel, outcome }: Pick<LoggedContact, 'channel' | 'outcome'>
): boolean {
	if (attempts === 'all') return true;
	if (channel !== 'phone') return false;
	return attempts === 'calls' || unansweredOutcomes.some((each) => each === outcome);
}

export type LogBreach =
	| { readonly kind: 'hours'; readonly contacts: number; readonly from: string; readonly to: string }
	| {
			readonly kind: 'frequency';
			readonly most: number;
			readonly cap: number;
			readonly days: number;
			readonly rule: RulePack['frequency'][number];
	  };

/** Each number of the pack that a log can measure, with what it measures; `isBeyond` of it says whether it is broken. */
export function measureRules(contacts: readonly LoggedContact[], pack: RulePack): readonly LogBreach[] {
	const { barredHours, frequency } = pack;
	const hours = barredHours
		? [
				{
					kind: 'hours' as const,
					contacts: contacts.filter(({ minute }) => isBarred(minute, barredHours)).length,
					...barredHours
				}
			]
		: [];
	const caps = frequency
		.filter(({ cap }) => cap > 0)
		.map((rule) => ({
			kind: 'frequency' as const,
			most: mostWithin(
				contacts.filter((contact) => countsFor(rule.attempts, contact)),
				rule.days
			),
			cap: rule.cap,
			days: rule.days,
			rule
		}));
	return [...hours, ...caps];
}

export function isBeyond(measured: LogBreach): boolean {
	return measured.kind === 'hours' ? measured.contacts > 0 : measured.most > measured.cap;
}
