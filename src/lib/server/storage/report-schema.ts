import type { Generated } from 'kysely';
import type { FlowState, FlowStep } from '#core/domain/report-flow.ts';
import type { Copy, ReportLanguage } from '#core/domain/report-choice.ts';
import type { DeliveryPolicy, DeliveryState } from '#core/domain/delivery.ts';

/** Tables of signed months and of their delivery: part of {@link import('./schema.ts').Schema}. */
export interface ReportSchema {
	reportVersion: ReportVersionTable;
	reportEvent: ReportEventTable;
	reportComment: {
		versionId: number;
		/** Id of a KPI. */
		kpi: string;
		text: string;
		authorId: string;
		authorName: string;
		writtenAt: string;
	};
	snapshot: {
		versionId: number;
		part: string;
		/** Of the content before it was compressed, as its size is. */
		sha256: string;
		size: number;
		gzip: Uint8Array;
	};
	deliverySchedule: DeliveryScheduleTable;
	delivery: DeliveryTable;
}

export interface ReportVersionTable {
	id: Generated<number>;
	/** YYYY-MM. */
	month: string;
	origin: 'imported' | 'simulated' | 'all';
	/** As `writeReportScope` has it. */
	scope: string;
	/** From 1 on. */
	version: number;
	state: FlowState;
	/** Why it restates the version before; '' for the first. */
	reason: string;
	/** The cut-off; later records belong to the next report's ledger. */
	lockedAt: string;
	computedAt: string | null;
	signedAt: string | null;
	/** K01 of the snapshot. */
	complaints: number | null;
	/** SHA-256 of the signed manifest. */
	manifestHash: string | null;
}

/** Rows are added and never changed. */
export interface ReportEventTable {
	id: Generated<number>;
	versionId: number;
	at: string;
	step: FlowStep;
	fromState: FlowState;
	toState: FlowState;
	actorId: string;
	actorName: string;
	note: string;
}

export interface DeliveryScheduleTable {
	id: Generated<number>;
	name: string;
	cron: string;
	scope: string;
	copy: Copy;
	language: ReportLanguage;
	/** JSON array. */
	formats: string;
	/** JSON array of addresses. */
	recipients: string;
	policy: DeliveryPolicy;
	/** Before a month is signed its draft is sent, with the watermark. */
	sendsDrafts: number;
	isActive: number;
	/** Up to this instant, what was due has its intents. */
	checkedAt: string;
	createdBy: string;
	createdAt: string;
}

export interface DeliveryTable {
	id: Generated<number>;
	/** Null: a test mail. */
	scheduleId: number | null;
	dueAt: string;
	month: string;
	recipient: string;
	messageId: string;
	state: DeliveryState;
	attempts: number;
	mayBeTwice: number;
	/** Which process sends it: `host:pid`. */
	worker: string | null;
	begunAt: string | null;
	nextTryAt: string;
	sentAt: string | null;
	/** What was sent, in words and hashes; '' before. */
	content: string;
	failure: string | null;
}
