import type { AnnotationKind } from '#core/domain/annotation.ts';
import type { AuditAction, AuditObject } from '#core/domain/audit.ts';
import type { Review, ReviewDecision } from '#core/domain/review.ts';
import { labelOf } from './labels.ts';
import * as m from './paraglide/messages.js';

type Words<Id extends string> = Readonly<Record<Id, () => string>>;

const kindWords: Words<AnnotationKind> = {
	intake_change: m.people_annotations_intake_change,
	rule_change: m.people_annotations_rule_change,
	training: m.people_annotations_training,
	campaign: m.people_annotations_campaign,
	outage: m.people_annotations_outage,
	other: m.people_annotations_other
};
const decisionWords: Words<ReviewDecision> = {
	confirm: m.people_review_confirm,
	wrong: m.people_review_wrong,
	polarity: m.people_review_polarity,
	missing: m.people_review_missing
};
const actionWords: Words<AuditAction> = {
	add: m.people_audit_a_add,
	change: m.people_audit_a_change,
	remove: m.people_audit_a_remove,
	view: m.people_audit_a_view,
	export: m.people_audit_a_export,
	import: m.people_audit_a_import,
	roll_back: m.people_audit_a_roll_back,
	review: m.people_audit_a_review
};
const objectWords: Words<AuditObject> = {
	person: m.people_audit_o_person,
	feedback: m.people_audit_o_feedback,
	agent: m.people_audit_o_agent,
	signal: m.people_audit_o_signal,
	note: m.people_audit_o_note,
	tag: m.people_audit_o_tag,
	annotation: m.people_audit_o_annotation,
	view: m.people_audit_o_view,
	import: m.people_audit_o_import,
	key: m.people_audit_o_key,
	report: m.people_audit_o_report,
	delivery: m.report_flow_audit_delivery,
	demo: m.people_audit_o_demo,
	audit: m.people_audit_o_audit,
	other: m.people_audit_o_other
};

export function annotationKindLabel(kind: AnnotationKind): string {
	return kindWords[kind]();
}

export function actionLabel(action: AuditAction): string {
	return actionWords[action]();
}

export function objectLabel(object: AuditObject): string {
	return objectWords[object]();
}

export function decisionLabel({ decision, polarity }: Pick<Review, 'decision' | 'polarity'>): string {
	const said = decisionWords[decision]();
	return polarity === null
		? said
		: m.people_review_as({ decision: said, polarity: labelOf('polarity', polarity) });
}
