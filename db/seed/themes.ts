/** Ids of the themes that the demo plants, as in the theme packs. */
export const conductThemes = [
	'physical_violence',
	'threat_harm',
	'sexual_or_discriminatory_abuse',
	'impersonation_authority',
	'threat_arrest_criminal',
	'false_legal_threat',
	'public_shaming',
	'third_party_contact',
	'workplace_contact',
	'excessive_contact',
	'unsocial_hours',
	'abusive_language',
	'ignored_stop_request',
	'home_visit_harassment',
	'coercive_payment_pressure',
	'credit_report_threat',
	'privacy_data_misuse',
	'vulnerability_ignored',
	'identity_not_disclosed',
	'wrong_person',
	'improper_payment_channel'
] as const;
export type ConductTheme = (typeof conductThemes)[number];

export function isConductTheme(id: string): id is ConductTheme {
	return (conductThemes as readonly string[]).includes(id);
}

export const processThemes = [
	'fees_interest_dispute',
	'wrong_balance',
	'payment_not_posted',
	'paid_still_collected',
	'debt_validation',
	'credit_record_error',
	'autodebit_problem',
	'hardship_request_refused',
	'service_unreachable',
	'complaint_mishandled',
	'misleading_sale',
	'unclear_information',
	'service_attitude',
	'system_app_fault',
	'debt_sale_outsourcing'
] as const;
export type ProcessTheme = (typeof processThemes)[number];

export const reasonThemes = [
	'unemployment',
	'income_drop',
	'illness_injury',
	'family_medical',
	'bereavement',
	'divorce_family',
	'pandemic_disaster',
	'business_failure',
	'scam_victim',
	'over_indebtedness',
	'gambling_addiction',
	'forgot_or_technical',
	'dispute_unwilling',
	'in_custody_or_away'
] as const;
export type ReasonTheme = (typeof reasonThemes)[number];

export const impactThemes = [
	'suicidal_ideation',
	'self_harm_other',
	'psychological_distress',
	'physical_health',
	'family_conflict',
	'job_loss_or_risk',
	'reputation',
	'daily_life',
	'financial_loss',
	'third_party_harm'
] as const;
export type ImpactTheme = (typeof impactThemes)[number];

export const remedyThemes = [
	'repayment_plan',
	'fee_interest_waiver',
	'stop_contact',
	'apology',
	'discipline_agent',
	'compensation',
	'refund',
	'correct_balance',
	'credit_record_fix',
	'proof_of_debt',
	'delete_personal_data',
	'cancel_contract',
	'explanation_reply'
] as const;
export type RemedyTheme = (typeof remedyThemes)[number];

export const positiveThemes = [
	'polite_respectful',
	'helpful_solution',
	'clear_explanation',
	'empathy_flexibility',
	'fast_response',
	'fair_outcome',
	'followed_commitment',
	'channel_convenience',
	'praise_named_agent'
] as const;
export type PositiveTheme = (typeof positiveThemes)[number];

export const escalationThemes = ['regulator', 'media_social', 'legal_action', 'police_report'] as const;
export type EscalationTheme = (typeof escalationThemes)[number];

/** Sentences of one language for each theme of a taxonomy. */
export type SentenceBank<Theme extends string> = Readonly<Record<Theme, readonly string[]>>;
