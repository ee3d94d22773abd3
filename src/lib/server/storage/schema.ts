import type { Generated } from 'kysely';
import type { ImportStatus } from '#core/domain/import.ts';
import type { Attribution, Kind, Language, Origin, Taxonomy, Urgency } from '#core/domain/vocabulary.ts';
import type { Polarity, TagStatus } from '#core/domain/tag.ts';
import type { PeopleSchema } from './people-schema.ts';
import type { ReportSchema } from './report-schema.ts';
import type { SignalSchema } from './signal-schema.ts';

/** The store's tables as they are read; snake_case in SQL through CamelCasePlugin. Flags are 0 or 1, days and instants ISO text. */
export interface Schema extends PeopleSchema, ReportSchema, SignalSchema {
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
	feedbackVersion: VersionTable & { feedbackId: number };
	exposureVersion: VersionTable & { exposureId: number };
	/** Imports that found a row as another one had written it. */
	feedbackSeen: { feedbackId: number; importId: number; writtenBy: number };
	exposureSeen: { exposureId: number; importId: number; writtenBy: number };
	/** Columns of files as they were mapped last, by the names in their headers. */
	mapping: { signature: string; importer: string; mapping: string; actorId: string; usedAt: string };
	contact: ContactTable;
	/** Other imports that hold a contact too. */
	contactSeen: { contactId: number; importId: number };
	/** What a feedback belongs to: a contact of the log, or other feedback on the same call. */
	feedbackLink: { feedbackId: number; kind: 'contact' | 'feedback'; targetId: number; reason: string };
	apiKey: ApiKeyTable;
	/** Answers already given, by the client's idempotency key. */
	apiRequest: {
		apiKeyId: number;
		idempotencyKey: string;
		requestHash: string;
		importId: number | null;
		status: number | null;
		answer: string | null;
		receivedAt: string;
	};
	change: { seq: Generated<number>; entity: ChangedEntity; firstId: number; lastId: number };
}

export const changedEntities = ['feedback', 'exposure', 'contact'] as const;
/** `feedback` includes the feedback's tags. */
export type ChangedEntity = (typeof changedEntities)[number];

export interface ImportTable {
	id: Generated<number>;
	importer: string;
	fileName: string;
	fileHash: string;
	actorId: string;
	origin: Origin;
	status: ImportStatus;
	startedAt: string;
	finishedAt: string | null;
	readCount: number;
	storedCount: number;
	updatedCount: number;
	unchangedCount: number;
	issueCount: number;
	failure: string | null;
	/** Where the file lies while the import may need it again; null: nowhere that Earshot knows. */
	filePath: string | null;
	fileSize: number | null;
	/** Rows of the file, where a dry run has counted them. */
	rowTotal: number | null;
	/** When the last batch was stored. */
	progressAt: string | null;
	/** Which process does it: `host:pid`. */
	worker: string | null;
	rolledBackAt: string | null;
	rolledBackBy: string | null;
	/** JSON of {@link import('#core/domain/import.ts').ImportOptions}. */
	options: Generated<string>;
	cancelRequested: Generated<number>;
}

/** What a row was before an import replaced it. */
interface VersionTable {
	id: Generated<number>;
	/** The import that had written it. */
	importId: number;
	replacedBy: number;
	replacedAt: string;
	/** JSON of the row's columns, and of its tags where it has some. */
	content: string;
}

/** One attempt of a collector to reach a borrower, from a contact log. */
export interface ContactTable {
	id: Generated<number>;
	/** `call:` + the log's own id, or `hash:` + a hash of what it says. */
	identity: string;
	callId: string | null;
	/** Instant, UTC. */
	at: string;
	/** Day and minute of the day in the tenant's time zone. */
	day: string;
	minute: number;
	borrowerId: number | null;
	agencyId: string;
	teamId: string;
	agentId: string | null;
	channel: string;
	stage: string | null;
	product: string | null;
	outcome: string;
	/** Seconds. */
	duration: number | null;
	origin: Origin;
	importId: number;
}

export interface ApiKeyTable {
	id: Generated<number>;
	name: string;
	/** The part of the key that may be shown. */
	prefix: string;
	/** SHA-256 (hex) of the key. */
	hash: string;
	/** JSON array. */
	permissions: string;
	/** JSON array; empty: all agencies. */
	agencyIds: string;
	createdBy: string;
	createdAt: string;
	usedAt: string | null;
	revokedAt: string | null;
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
	/** The import that wrote it last; `importId` is the one that brought it. */
	lastImportId: number;
	/** The call it is about, in the source's words. */
	callId: Generated<string | null>;
	/** Instant at which it happened, UTC; null where only the day is known. */
	eventAt: Generated<string | null>;
	/** JSON of what its source says of who it is about, where the contact log says more; null: nothing else than the columns. */
	stated: Generated<string | null>;
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
	/** The import that wrote it last. */
	lastImportId: number;
}
