import type { ContactDraft } from '#core/domain/contact.ts';
import { addDays, addMonths } from '#core/domain/period.ts';
import type { RuleChoice } from '#core/domain/rule-choice.ts';
import type { Channel, Outcome } from '#core/domain/vocabulary.ts';
import type { IntendedFeedback } from './feedback.ts';
import { desks, type Weights } from './organisation/desks.ts';
import { Random } from './random.ts';

/** The simulated contact log covers these last months, and borrowers who gave feedback in them. */
const monthsLogged = 3;
const shareOfCallFeedback = 0.35;
const daysBack = 28;

/** What is planted: how often the log bears out what the feedback says, and how often something is wrong without it. */
const plantedBreaches = {
	burstOfExcessive: 0.6,
	oddHourOfUnsocial: 0.6,
	burstElsewhere: 0.012,
	oddHourElsewhere: 0.003
} as const;

const outcomes: Readonly<Record<'phone' | 'visit' | 'message', Weights<Outcome>>> = {
	phone: { connected: 34, no_answer: 44, busy: 8, left_message: 9, refused: 3, wrong_number: 2 },
	visit: { connected: 52, no_answer: 48 },
	message: { delivered: 95, failed: 5 }
};

function outcomeOf(channel: Channel, random: Random): Outcome {
	if (channel === 'phone' || channel === 'visit') return random.weighted(outcomes[channel]);
	return random.weighted(outcomes.message);
}

function clock(minute: number, random: Random): string {
	const parts = [Math.floor(minute / 60), minute % 60, random.between(0, 59)];
	return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Before eight in the morning or after ten at night: barred by the rules of either market. */
function oddMinute(random: Random): number {
	return random.chance(0.5) ? random.between(6 * 60, 7 * 60 + 50) : random.between(22 * 60 + 5, 23 * 60 + 30);
}

/** Attempts to reach one borrower in the weeks before the feedback, on the organisation's clock. */
export function contactsBefore(
	{ draft, slot }: IntendedFeedback,
	{ seed, lastMonth }: { readonly seed: number; readonly lastMonth: string }
): readonly ContactDraft[] {
	const random = new Random(seed, 'contacts', slot.key);
	const isLogged = slot.receivedOn >= addMonths(`${lastMonth}-01`, 1 - monthsLogged);
	const isSampled = random.chance(shareOfCallFeedback);
	const isAboutContact = slot.aim === 'excessive_contact' || slot.aim === 'unsocial_hours';
	if (!isLogged || (slot.form === 'call_feedback' && !isSampled && !isAboutContact)) return [];
	const lastDay = draft.eventOn ?? slot.receivedOn;
	const contact = (day: string, minute: number, channel: Channel, outcome: Outcome): ContactDraft => ({
		at: `${day}T${clock(minute, random)}`,
		account: draft.borrowerRef,
		teamId: slot.desk.team.id,
		agentId: slot.agentId,
		channel,
		outcome,
		duration: channel === 'phone' && outcome === 'connected' ? random.between(20, 420) : null,
		callId: null,
		stage: slot.stage,
		product: slot.product
	});
	const dayMinute = () => random.between(9 * 60, 19 * 60 + 50);
	const usual = Array.from({ length: random.between(3, 9) }, () => {
		const channel = random.chance(0.7) ? slot.channel : 'phone';
		const isOdd = random.chance(plantedBreaches.oddHourElsewhere);
		const day = addDays(lastDay, -random.between(1, daysBack));
		return contact(day, isOdd ? oddMinute(random) : dayMinute(), channel, outcomeOf(channel, random));
	});
	const last = contact(
		lastDay,
		dayMinute(),
		slot.channel,
		slot.channel === 'phone' ? 'connected' : outcomeOf(slot.channel, random)
	);
	const isExcessive = slot.aim === 'excessive_contact';
	const hasBurst = random.chance(
		isExcessive ? plantedBreaches.burstOfExcessive : plantedBreaches.burstElsewhere
	);
	const burst = Array.from({ length: hasBurst ? random.between(7, isExcessive ? 24 : 9) : 0 }, () =>
		contact(lastDay, dayMinute(), 'phone', random.weighted({ no_answer: 80, busy: 20 }))
	);
	const isAtOddHours = slot.aim === 'unsocial_hours' && random.chance(plantedBreaches.oddHourOfUnsocial);
	const odd = Array.from({ length: isAtOddHours ? random.between(1, 3) : 0 }, () =>
		contact(addDays(lastDay, -random.between(0, 6)), oddMinute(random), 'phone', outcomeOf('phone', random))
	);
	return [...usual, ...odd, ...burst, last];
}

/** The demo's borrowers live in two markets, each under its own rules. */
export const demoRules: RuleChoice = {
	pack: 'cn',
	regions: Object.fromEntries(
		desks
			.filter(({ language }) => language === 'en')
			.flatMap(({ team, regions }) => [...Object.keys(regions), ...(team.region ? [team.region] : [])])
			.map((region) => [region, { pack: 'us', timeZone: null }])
	)
};
