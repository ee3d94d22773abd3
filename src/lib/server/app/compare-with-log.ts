import type { Scope } from '#core/domain/actor.ts';
import { addDays } from '#core/domain/period.ts';
import { packFor, zoneFor } from '#core/domain/rule-choice.ts';
import { checkLimits } from '#core/domain/rule-limit.ts';
import {
	checkableThemes,
	checkClaim,
	daysBefore,
	isBeyond,
	measureContacts,
	measureRules,
	type UncheckedReason
} from '#core/domain/words-against-log.ts';
import { contactsOfBorrowers, hasContacts } from '../storage/contact-questions.ts';
import type { ListedFeedback } from '../storage/feedback-list.ts';
import { contactPlacer, contactsBefore, figuresOf } from './check-claims.ts';
import type { Deps } from './deps.ts';
import { readRuleChoice } from './rule-choice.ts';

/**
 * What a feedback says of frequency and hours beside what the contact log holds of its borrower in the days before, and the
 * numbers of the rule pack of its region. Null where it says nothing of the kind and the log holds nothing.
 */
export async function compareWithLog(
	{ store, packs, timeZone }: Deps,
	scope: Scope | null,
	feedback: ListedFeedback
) {
	const { borrowerId, receivedOn, region, origin } = feedback;
	const rules = await readRuleChoice(store);
	const unless = await whyNot(store, feedback);
	const found =
		unless !== null || borrowerId === null || receivedOn === null
			? []
			: await contactsOfBorrowers(store, scope, [borrowerId], {
					from: addDays(receivedOn, -daysBefore - 1),
					to: addDays(receivedOn, 1)
				});
	const own = found.filter((contact) => contact.origin === origin);
	const place = contactPlacer(rules);
	const contacts = contactsBefore(own, receivedOn ?? '', (contact) => place(contact, region));
	const where = region ?? own.at(-1)?.region ?? null;
	const pack = packFor(rules, packs.rules, where);
	const claims = feedback.tags
		.filter(({ theme, isCounted }) => isCounted && checkableThemes.includes(theme))
		.flatMap(({ theme, spans }) => figuresOf(theme, spans).map((quantity) => ({ theme, quantity })))
		.map((claim) => ({
			...claim,
			check: checkClaim(claim.quantity, contacts, unless),
			limits: pack ? checkLimits(claim.quantity, [pack]) : []
		}));
	if (claims.length === 0 && contacts.length === 0) return null;
	return {
		claims,
		measure: measureContacts(contacts),
		measured: pack ? measureRules(contacts, pack).map((each) => ({ ...each, isBeyond: isBeyond(each) })) : [],
		pack: pack && { id: pack.id, name: pack.name },
		days: daysBefore,
		timeZone: zoneFor(rules, where) ?? timeZone
	};
}

export type LogComparison = NonNullable<Awaited<ReturnType<typeof compareWithLog>>>;

async function whyNot(
	store: Deps['store'],
	{ borrowerId, receivedOn, origin }: ListedFeedback
): Promise<UncheckedReason | null> {
	if (borrowerId === null) return 'no-borrower';
	if (receivedOn === null) return 'no-date';
	return (await hasContacts(store, origin)) ? null : 'no-log';
}
