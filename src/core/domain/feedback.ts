import type {
	Attribution,
	Channel,
	Kind,
	Language,
	Severity,
	Source,
	Stage,
	Taxonomy,
	Urgency
} from './vocabulary.ts';
import { isCounted, type Tag } from './tag.ts';

/** One row of a source, mapped to our words, its text and references still raw: it must be masked before it is stored. */
export interface FeedbackDraft {
	readonly kind: Kind;
	/** The source's own id; null where it has none (then the content fingerprint identifies the row). */
	readonly externalId: string | null;
	/** Day in the tenant's time zone, YYYY-MM-DD; null where the source does not say. */
	readonly receivedOn: string | null;
	readonly eventOn: string | null;
	readonly channel: Channel | null;
	readonly source: Source;
	readonly product: string | null;
	readonly stage: Stage | null;
	readonly region: string | null;
	/** 1 (worst) to 5 (best). */
	readonly rating: number | null;
	/** As received. May be empty: a complaint without narrative is still a complaint. */
	readonly text: string;
	/** Account number, phone or name the source uses for the borrower; replaced by a keyed pseudonym before it is stored. */
	readonly borrowerRef: string | null;
	readonly agencyId: string | null;
	readonly teamId: string | null;
	readonly agentId: string | null;
	readonly attribution: Attribution;
	/** The call it is about, in the source's words. */
	readonly callId: string | null;
	/** When it happened, where the time is known: from an importer on any clock, once placed an instant in UTC. */
	readonly eventAt: string | null;
	/** Closed-list fields of the source worth keeping (an issue code, a state); never free text. */
	readonly details: Readonly<Record<string, string>>;
}

/** What the tags of one feedback amount to; stored beside it so that lists and charts share one definition. */
export interface Standing {
	/** KPI K01: filed as a complaint, or any counted conduct or process tag. */
	readonly isComplaint: boolean;
	/** Highest severity among counted conduct and impact tags; 0 when there is none. */
	readonly severity: Severity | 0;
	readonly urgency: Urgency;
}

const complaintTaxonomies: readonly Taxonomy[] = ['conduct', 'process'];
const severityTaxonomies: readonly Taxonomy[] = ['conduct', 'impact'];

/**
 * Applies the urgency ladder of the theme packs: U0 for a theme the pack marks as an emergency (also when only
 * ambiguous: recall over precision), U1 severity 4, U2 severity 3, U3 severity 2 or a process theme, else U4.
 */
export function standingOf(kind: Kind, tags: readonly Tag[], emergencyThemes: ReadonlySet<string>): Standing {
	const counted = tags.filter(isCounted);
	const severity = counted
		.filter((tag) => severityTaxonomies.includes(tag.taxonomy))
		.reduce<Severity | 0>((most, tag) => (tag.severity > most ? tag.severity : most), 0);
	const hasEmergency = tags.some((tag) => emergencyThemes.has(tag.themeId) && tag.polarity !== 'negated');
	const isComplaint =
		kind === 'complaint' || counted.some((tag) => complaintTaxonomies.includes(tag.taxonomy));
	const hasProcess = counted.some((tag) => tag.taxonomy === 'process');
	const urgency: Urgency = hasEmergency
		? 'U0'
		: severity === 4
			? 'U1'
			: severity === 3
				? 'U2'
				: severity === 2 || hasProcess
					? 'U3'
					: 'U4';
	return { isComplaint, severity, urgency };
}

/** A feedback after masking and tagging, ready to be stored. */
export interface MaskedFeedback extends Omit<FeedbackDraft, 'borrowerRef'> {
	/** Masked: no personal data the masker knows of is left. */
	readonly text: string;
	readonly language: Language;
	/** Keyed pseudonym (hex), or null. */
	readonly borrower: string | null;
	/** Keyed hash (hex) of what the source says: identifies a row without id, whatever the organisation looks like. */
	readonly sourceHash: string;
	/** The same with agency and team as known today: equal content, equal hash. */
	readonly contentHash: string;
	readonly tags: readonly Tag[];
	readonly standing: Standing;
}
