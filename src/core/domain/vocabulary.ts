/** The closed lists of Earshot's words. Ids are stable text, stored as they are and shown through the message files. */
export const kinds = ['complaint', 'call_feedback', 'transcript'] as const;
export type Kind = (typeof kinds)[number];

/** How the collector reached the borrower. */
export const channels = ['phone', 'sms', 'visit', 'email', 'letter', 'app', 'im', 'other'] as const;
export type Channel = (typeof channels)[number];

/** How the feedback reached us. */
export const sources = [
	'hotline',
	'web_form',
	'app',
	'branch',
	'regulator',
	'social',
	'survey',
	'call_qa',
	'other'
] as const;
export type Source = (typeof sources)[number];

/** Overdue bucket. */
export const stages = ['current', 'M1', 'M2', 'M3', 'M4-M6', 'M7+', 'written_off'] as const;
export type Stage = (typeof stages)[number];

export const languages = ['en', 'zh-Hans', 'zh-Hant', 'mixed', 'other', 'none'] as const;
/** `none`: no text at all. */
export type Language = (typeof languages)[number];

/** Attribution ladder: how sure we are who the feedback is about, surest first. */
export const attributions = ['named', 'call_id', 'last_contact', 'team', 'none'] as const;
export type Attribution = (typeof attributions)[number];

/** How an attempt to reach a borrower ended; what of these counts as connected: see `contact.ts`. */
export const outcomes = [
	'connected',
	'no_answer',
	'busy',
	'left_message',
	'refused',
	'wrong_number',
	'delivered',
	'failed',
	'other'
] as const;
export type Outcome = (typeof outcomes)[number];

/** Where a row comes from: a file or the API, or the simulated demo. */
export const origins = ['imported', 'simulated'] as const;
export type Origin = (typeof origins)[number];

export const taxonomies = [
	'conduct',
	'process',
	'reason',
	'impact',
	'remedy',
	'positive',
	'escalation'
] as const;
export type Taxonomy = (typeof taxonomies)[number];

export const severities = [1, 2, 3, 4] as const;
/** 4 critical · 3 high · 2 medium · 1 low. */
export type Severity = (typeof severities)[number];

/** Urgency ladder: U0 needs a person within the hour, U4 needs nobody. */
export const urgencies = ['U0', 'U1', 'U2', 'U3', 'U4'] as const;
export type Urgency = (typeof urgencies)[number];

/** Languages of names, definitions and pages. */
export type Locale = 'en' | 'zh-CN';

/** A text in both languages of the product. */
export interface Bilingual {
	readonly en: string;
	readonly zh: string;
}

/** The name in the language of the page. */
export function inLocale(text: Bilingual, locale: Locale): string {
	return locale === 'zh-CN' ? text.zh : text.en;
}
