import type { Channel, Stage } from '#core/domain/vocabulary.ts';
import type { Product, Weights } from './organisation/desks.ts';
import type { ConductTheme, ProcessTheme } from './themes.ts';

/** How much likelier a theme is by a channel than by phone; absent: it does not happen there. */
export type Affinity = Weights<Channel>;

interface ConductRate {
	/** Complaints per 1,000 connected contacts at affinity, stage and product factor 1. */
	readonly rate: number;
	readonly affinity: Affinity;
}

/** What the simulated lender's borrowers report. The same for all teams: what differs is planted, or chance. */
export const conductRates: Readonly<Record<ConductTheme, ConductRate>> = {
	excessive_contact: { rate: 0.115, affinity: { phone: 1, sms: 0.8, im: 0.7, email: 0.2 } },
	third_party_contact: {
		rate: 0.12,
		affinity: { phone: 1, sms: 0.4, im: 0.6, visit: 2.2, letter: 0.5, email: 0.1 }
	},
	workplace_contact: {
		rate: 0.14,
		affinity: { phone: 1, sms: 0.2, im: 0.3, visit: 2.2, letter: 0.8, email: 0.6 }
	},
	abusive_language: { rate: 0.09, affinity: { phone: 1, sms: 0.3, im: 0.6, visit: 2, email: 0.1 } },
	false_legal_threat: {
		rate: 0.062,
		affinity: { phone: 1, sms: 0.7, im: 0.6, visit: 0.8, letter: 2.5, email: 1.2 }
	},
	coercive_payment_pressure: {
		rate: 0.055,
		affinity: { phone: 1, sms: 0.3, im: 0.6, visit: 1.5, email: 0.2 }
	},
	ignored_stop_request: {
		rate: 0.045,
		affinity: { phone: 1, sms: 0.7, im: 0.6, visit: 0.4, email: 1, letter: 0.6 }
	},
	wrong_person: { rate: 0.066, affinity: { phone: 1, sms: 0.7, im: 0.3, visit: 0.8, email: 1.6, letter: 3 } },
	credit_report_threat: {
		rate: 0.037,
		affinity: { phone: 1, sms: 0.7, im: 0.6, visit: 0.4, email: 0.8, letter: 1.4 }
	},
	identity_not_disclosed: {
		rate: 0.037,
		affinity: { phone: 1, sms: 0.6, im: 0.5, visit: 2, email: 0.4, letter: 0.4 }
	},
	unsocial_hours: { rate: 0.041, affinity: { phone: 1, sms: 0.5, im: 0.5, visit: 1.5 } },
	privacy_data_misuse: {
		rate: 0.037,
		affinity: { phone: 1, sms: 0.7, im: 1, visit: 1, email: 0.8, letter: 0.8 }
	},
	threat_arrest_criminal: {
		rate: 0.03,
		affinity: { phone: 1, sms: 0.6, im: 0.6, visit: 0.8, email: 0.5, letter: 1 }
	},
	vulnerability_ignored: {
		rate: 0.036,
		affinity: { phone: 1, sms: 0.3, im: 0.5, visit: 2, email: 0.3, letter: 0.4 }
	},
	public_shaming: { rate: 0.024, affinity: { phone: 0.3, sms: 1, im: 2.5, visit: 3, letter: 0.6 } },
	impersonation_authority: {
		rate: 0.026,
		affinity: { phone: 1, sms: 0.8, im: 0.6, visit: 1.4, email: 0.8, letter: 2.5 }
	},
	home_visit_harassment: { rate: 0.78, affinity: { visit: 1 } },
	threat_harm: { rate: 0.028, affinity: { phone: 1, sms: 0.6, im: 0.9, visit: 2.5, letter: 0.2 } },
	improper_payment_channel: {
		rate: 0.026,
		affinity: { phone: 1, sms: 0.5, im: 2.2, visit: 3.5, email: 0.2, letter: 0.2 }
	},
	physical_violence: { rate: 0.54, affinity: { visit: 1 } },
	sexual_or_discriminatory_abuse: { rate: 0.027, affinity: { phone: 1, sms: 0.7, im: 2, visit: 1.4 } }
};

/** Process complaints per 1,000 connected contacts, and of which theme. */
export const processRate = 1.57;
export const processAffinity: Affinity = { phone: 1, sms: 1, im: 1, visit: 0.8, email: 1.1, letter: 1.3 };
export const processShares: Weights<ProcessTheme> = {
	fees_interest_dispute: 20,
	wrong_balance: 8,
	payment_not_posted: 9,
	paid_still_collected: 7,
	debt_validation: 6,
	credit_record_error: 9,
	autodebit_problem: 8,
	hardship_request_refused: 9,
	service_unreachable: 7,
	complaint_mishandled: 4,
	misleading_sale: 4,
	unclear_information: 3,
	service_attitude: 3,
	system_app_fault: 5,
	debt_sale_outsourcing: 4
};

/** The later the stage, the harder the contact: what makes raw rates of late-stage teams look bad. */
export const conductByStage: Readonly<Record<Stage, number>> = {
	current: 0.45,
	M1: 0.65,
	M2: 0.85,
	M3: 1.15,
	'M4-M6': 1.6,
	'M7+': 1.95,
	written_off: 2.1
};
export const processByStage: Readonly<Record<Stage, number>> = {
	current: 0.6,
	M1: 0.72,
	M2: 0.88,
	M3: 1.1,
	'M4-M6': 1.45,
	'M7+': 1.7,
	written_off: 1.85
};
export const byProduct: Readonly<Record<Product, number>> = {
	'cash-loan': 1.12,
	'consumer-instalment': 1,
	'credit-card': 0.88,
	'car-loan': 0.92
};

/** Remarks in call feedback for each complaint of the same kind. */
export const remarksPerComplaint = { conduct: 0.95, process: 0.55 } as const;

/** Call feedback that complains of nothing, per 1,000 connected contacts. */
export const benignFeedback: Affinity = { phone: 20, sms: 4, im: 9, visit: 14, email: 4, letter: 1 };
