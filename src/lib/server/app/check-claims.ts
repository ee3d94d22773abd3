import type { Scope } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { addDays } from '#core/domain/period.ts';
import { zoneFor } from '#core/domain/rule-choice.ts';
import type { Quantity, Span } from '#core/domain/tag.ts';
import {
	checkableThemes,
	checkClaim,
	daysBefore,
	type ClaimCheck,
	type LoggedContact
} from '#core/domain/words-against-log.ts';
import { createClock, type Clock } from '#core/ingest/clock-times.ts';
import { contactsOfBorrowers, tagsWithFigures, type BorrowerContact } from '../storage/contact-questions.ts';
import type { KpiSources } from './kpi-sources.ts';

export interface CheckedClaim {
	readonly feedbackId: number;
	readonly theme: string;
	readonly quantity: Quantity;
	readonly check: ClaimCheck;
}

/** The figures of counted tags under a filter, each held against the log of its borrower. */
export async function checkClaims(
	{ store, rules }: Pick<KpiSources, 'store' | 'rules'>,
	scope: Scope | null,
	filter: Filter
): Promise<readonly CheckedClaim[]> {
	const tags = await tagsWithFigures(store, scope, filter, checkableThemes);
	const days = tags.flatMap(({ receivedOn }) => receivedOn ?? []).sort();
	const borrowers = [...new Set(tags.flatMap(({ borrowerId }) => borrowerId ?? []))];
	const [first, last] = [days[0], days.at(-1)];
	const contacts =
		first === undefined || last === undefined
			? []
			: await contactsOfBorrowers(store, scope, borrowers, {
					from: addDays(first, -daysBefore - 1),
					to: addDays(last, 1)
				});
	const ofBorrower = Map.groupBy(contacts, ({ borrowerId }) => borrowerId);
	const place = contactPlacer(rules);
	return tags.flatMap(({ id, borrowerId, receivedOn, region, origin, theme, spans }) => {
		const unless = borrowerId === null ? 'no-borrower' : receivedOn === null ? 'no-date' : null;
		const logged =
			unless === null
				? contactsBefore(
						(ofBorrower.get(borrowerId) ?? []).filter((contact) => contact.origin === origin),
						receivedOn as string,
						(contact) => place(contact, region)
					)
				: [];
		return figuresOf(theme, JSON.parse(spans) as readonly Span[]).map((quantity) => ({
			feedbackId: id,
			theme,
			quantity,
			check: checkClaim(quantity, logged, unless)
		}));
	});
}

/** Figures of a theme that are about contacts: how many for excessive contact, at what hour for unsocial hours. */
export function figuresOf(theme: string, spans: readonly Span[]): readonly Quantity[] {
	const kind = theme === 'unsocial_hours' ? 'time' : 'count';
	const figures = spans.flatMap(({ quantity, polarity }) =>
		quantity?.kind === kind && (polarity === 'asserted' || polarity === 'threatened') ? [quantity] : []
	);
	const keyOf = ({ value, per }: Quantity) => `${value} ${per}`;
	return [...new Map(figures.map((quantity) => [keyOf(quantity), quantity])).values()];
}

/** Contacts on the days before receipt that are looked at. */
export function contactsBefore(
	contacts: readonly BorrowerContact[],
	receivedOn: string,
	place: (contact: BorrowerContact) => LoggedContact
): readonly LoggedContact[] {
	const from = addDays(receivedOn, -daysBefore);
	return contacts.map(place).filter(({ day }) => day >= from && day <= receivedOn);
}

/** Puts contacts on the clock of the borrower's region, where the chosen rules name one. */
export function contactPlacer(
	rules: KpiSources['rules']
): (contact: BorrowerContact, region: string | null) => LoggedContact {
	const clocks = new Map<string, Clock>();
	return ({ at, day, minute, channel, outcome, region: ofTeam }, region) => {
		const zone = zoneFor(rules, region ?? ofTeam);
		if (zone === null) return { day, minute, channel, outcome };
		const clock = clocks.get(zone) ?? createClock(zone);
		clocks.set(zone, clock);
		const { day: there, minute: then } = clock(at);
		return { day: there, minute: then, channel, outcome };
	};
}
