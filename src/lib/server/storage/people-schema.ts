import type { Generated } from 'kysely';
import type { AnnotationKind } from '#core/domain/annotation.ts';
import type { Role } from '#core/domain/actor.ts';
import type { AuditAction, AuditObject } from '#core/domain/audit.ts';
import type { NoteObject } from '#core/domain/note.ts';
import type { ReviewDecision } from '#core/domain/review.ts';
import type { Polarity } from '#core/domain/tag.ts';

/** Tables of people and of what they do: part of {@link import('./schema.ts').Schema}. */
export interface PeopleSchema {
	person: PersonTable;
	audit: AuditTable;
	note: NoteTable;
	review: ReviewTable;
	annotation: AnnotationTable;
	savedView: SavedViewTable;
}

export interface PersonTable {
	id: string;
	name: string;
	nameZh: string | null;
	role: Role;
	/** JSON of {@link import('#core/domain/actor.ts').Scope}; null: the whole organisation. */
	scope: string | null;
	email: string | null;
	isActive: number;
	createdAt: string;
}

/** Rows are added and never changed. The name is that of the day, as the person may be renamed. */
export interface AuditTable {
	id: Generated<number>;
	at: string;
	actorId: string;
	actorName: string;
	action: AuditAction;
	objectKind: AuditObject;
	/** '' where the action is about all of its kind. */
	objectId: string;
	/** JSON object of short values, without text of borrowers. */
	details: string;
}

export interface NoteTable {
	id: Generated<number>;
	objectKind: NoteObject;
	objectId: string;
	/** Of a note on a feedback: it goes when the feedback goes. */
	feedbackId: number | null;
	/** Masked. */
	text: string;
	authorId: string;
	authorName: string;
	createdAt: string;
}

/** What a person decided about a tag. Rows are added; the newest of a reviewer counts. */
export interface ReviewTable {
	id: Generated<number>;
	feedbackId: number;
	theme: string;
	decision: ReviewDecision;
	/** What it should have been, where the decision is that the polarity is wrong. */
	polarity: Polarity | null;
	/** Masked. */
	comment: string | null;
	/** The rules that had made the tag. */
	packVersion: string;
	reviewerId: string;
	reviewerName: string;
	createdAt: string;
}

export interface AnnotationTable {
	id: Generated<number>;
	kind: AnnotationKind;
	title: string | null;
	titleZh: string | null;
	/** Days; the end is not included. */
	fromOn: string;
	toOn: string;
	agencyId: string | null;
	teamId: string | null;
	channel: string | null;
	source: string | null;
	/** Of the simulated organisation: it goes with the demo. */
	isSimulated: number;
	createdBy: string;
	createdAt: string;
}

export interface SavedViewTable {
	id: Generated<number>;
	name: string;
	path: string;
	/** Without “?”. */
	query: string;
	isShared: number;
	isDefault: number;
	ownerId: string;
	createdAt: string;
}
