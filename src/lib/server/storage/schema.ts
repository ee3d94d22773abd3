import type { Generated } from 'kysely';
import type { Attribution, Kind, Language, Origin, Taxonomy, Urgency } from '#core/domain/vocabulary.ts';
import type { Polarity, TagStatus } from '#core/domain/tag.ts';

/** The store's tables as they are read; snake_case in SQL through CamelCasePlugin. Flags are 0 or 1, days and instants ISO text. */
export interface Schema {
	setting: { key: string; value: string };
	agency: { id: string; name: string; nameZh: string | null; inHouse: number; origin: Origin };
	team: {
		id: string;
		agencyId: string;
		name: string;
		nameZh: string | null;
		region: string | null;
		origin: Origin;
	};
	agent: { id: string; name: string; nameZh: string | null; origin: Origin };
	membership: {
		id: Generated<number>;
		agentId: string;
		teamId: string;
		fromOn: string;
		toOn: string | null;
	};
	borrower: { id: Generated<number>; pseudonym: string };
	import: ImportTable;
	importIssue: {
		id: Generated<number>;
		importId: number;
		line: number;
		columnName: string | null;
		code: string;
		message: string;
		value: string | null;
	};
	feedback: FeedbackTable;
	/** Where the first feedback of a template is found by its text: see template-link. */
	templateBand: { band: string; feedbackId: number };
	tag: TagTable;
	exposure: ExposureTable;
	change: { seq: Generated<number>; entity: ChangedEntity; firstId: number; lastId: number };
}

export const changedEntities = ['feedback', 'exposure'] as const;
/** `feedback` includes the feedback's tags. */
export type ChangedEntity = (typeof changedEntities)[number];

export interface ImportTable {
	id: Generated<number>;
	importer: string;
	fileName: string;
	fileHash: string;
	actorId: string;
	origin: Origin;
	status: 'running' | 'done' | 'failed';
	startedAt: string;
	finishedAt: string | null;
	readCount: number;
	storedCount: number;
	updatedCount: number;
	unchangedCount: number;
	issueCount: number;
	failure: string | null;
}

/** What questions and lists may filter by: the part of `feedback` that the facts hold too. */
export interface FeedbackDimensions {
	kind: Kind;
	receivedOn: string | null;
	channel: string | null;
	source: string;
	product: string | null;
	stage: string | null;
	region: string | null;
	language: Language;
	rating: number | null;
	agencyId: string | null;
	teamId: string | null;
	agentId: string | null;
	attribution: Attribution;
	borrowerId: number | null;
	importId: number;
	/** Id of the first feedback with nearly the same text, its own where it is the first; null only while it is written. */
	templateId: number | null;
	origin: Origin;
	isComplaint: number;
	severity: number;
	urgency: Urgency;
}

export interface FeedbackTable extends FeedbackDimensions {
	id: Generated<number>;
	/** Namespace of ids: two sources may use the same id for different things. */
	sourceSystem: string;
	/** `id:` + external id, or `hash:` + source hash where the source has no ids. */
	identity: string;
	externalId: string | null;
	contentHash: string;
	eventOn: string | null;
	recordedAt: string;
	text: string;
	/** JSON object of text values. */
	details: string;
	packVersion: string;
}

export interface TagDimensions {
	feedbackId: number;
	theme: string;
	taxonomy: Taxonomy;
	severity: number;
	polarity: Polarity;
	status: TagStatus;
	isCounted: number;
}
export interface TagTable extends TagDimensions {
	id: Generated<number>;
	/** JSON array of {@link import('#core/domain/tag.ts').Span}. */
	spans: string;
	packVersion: string;
}

export interface ExposureTable {
	id: Generated<number>;
	day: string;
	agencyId: string;
	teamId: string;
	/** '' where exposure is known by team only. */
	agentId: string;
	channel: string;
	stage: string;
	product: string;
	contacts: number;
	connected: number;
	accounts: number;
	origin: Origin;
	importId: number;
}
