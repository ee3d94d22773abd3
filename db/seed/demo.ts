import type { Annotation } from '#core/domain/annotation.ts';
import type { ContactDraft } from '#core/domain/contact.ts';
import type { FeedbackDraft } from '#core/domain/feedback.ts';
import type { Exposure, Organisation } from '#core/domain/organisation.ts';
import { addMonths } from '#core/domain/period.ts';
import { demoAnnotations } from './annotations.ts';
import { layOutCalendar } from './calendar.ts';
import { contactsBefore } from './contacts.ts';
import { exposureOf, type ExposurePlan } from './exposure.ts';
import { intendFeedback, type IntendedFeedback } from './feedback.ts';
import { staffOrganisation } from './organisation/staff.ts';
import { plantedTruthsOf } from './planted-truths.ts';

export interface DemoOptions {
	/** The last month included, YYYY-MM. */
	readonly lastMonth: string;
	/** 30 unless told. */
	readonly months?: number;
	readonly seed?: number;
	/** 1 is full size; 0.05 keeps every team and agent, and one in twenty exposure rows and feedback. */
	readonly scale?: number;
}

/** A simulated lender. Each call of a method starts over and gives the same rows. */
export interface Demo {
	readonly organisation: Organisation;
	/** One row per agent, day, channel, stage and product; month by month. */
	exposure(): Iterable<Exposure>;
	/** Oldest first. */
	feedback(): Iterable<FeedbackDraft>;
	/** Events that the organisation wrote down. */
	readonly annotations: readonly Omit<Annotation, 'id'>[];
	/** The contact log of borrowers who gave feedback in the last months. Cheap once `feedback` was read to its end. */
	contacts(): Iterable<ContactDraft>;
}

const defaults = { months: 30, seed: 4, scale: 1 };

function planDemo(options: DemoOptions): ExposurePlan {
	const { lastMonth, months, seed, scale } = { ...defaults, ...options };
	const first = addMonths(`${lastMonth}-01`, 1 - months);
	const organisation = staffOrganisation({ from: first, to: addMonths(first, months) }, seed);
	return { organisation, calendar: layOutCalendar(lastMonth, months, seed), seed, scale };
}

/** The feedback of the same demo together with what each text was made to say; for checks of the planted truths. */
export function intendDemoFeedback(options: DemoOptions): Iterable<IntendedFeedback> {
	return intendFeedback(planDemo(options), plantedTruthsOf(options.lastMonth));
}

/** The demo: the same options always give the same organisation, exposure and feedback. */
export function createDemo(options: DemoOptions): Demo {
	const plan = planDemo(options);
	const teams = new Map(plan.organisation.teams.map(({ id, agencyId }) => [id, agencyId]));
	let logged: readonly ContactDraft[] | null = null;
	function* feedback(): Iterable<FeedbackDraft> {
		const contacts: ContactDraft[] = [];
		for (const intended of intendFeedback(plan, plantedTruthsOf(options.lastMonth))) {
			contacts.push(...contactsBefore(intended, { seed: plan.seed, lastMonth: options.lastMonth }));
			yield intended.draft;
		}
		logged = contacts;
	}
	return {
		organisation: plan.organisation,
		annotations: demoAnnotations(plantedTruthsOf(options.lastMonth), (team) => teams.get(team) ?? ''),
		exposure: () => exposureOf(plan),
		feedback,
		*contacts() {
			if (logged === null) for (const draft of feedback()) void draft;
			yield* logged ?? [];
		}
	};
}
