import type { ErrorCode } from '#core/domain/errors.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { RowIssueCode } from '#core/domain/import.ts';
import type { KpiChange } from '#core/domain/kpi.ts';
import type { Polarity, TagStatus } from '#core/domain/tag.ts';
import type {
	Attribution,
	Channel,
	Kind,
	Language,
	Origin,
	Source,
	Stage,
	Taxonomy,
	Urgency
} from '#core/domain/vocabulary.ts';
import * as m from './paraglide/messages.js';

type Labels<Id extends string> = Readonly<Record<Id, () => string>>;

const kind: Labels<Kind> = {
	complaint: m.kind_complaint,
	call_feedback: m.kind_call_feedback,
	transcript: m.kind_transcript
};
const channel: Labels<Channel> = {
	phone: m.channel_phone,
	sms: m.channel_sms,
	visit: m.channel_visit,
	email: m.channel_email,
	letter: m.channel_letter,
	app: m.channel_app,
	im: m.channel_im,
	other: m.channel_other
};
const source: Labels<Source> = {
	hotline: m.source_hotline,
	web_form: m.source_web_form,
	app: m.source_app,
	branch: m.source_branch,
	regulator: m.source_regulator,
	social: m.source_social,
	survey: m.source_survey,
	call_qa: m.source_call_qa,
	other: m.source_other
};
const stage: Labels<Stage> = {
	current: m.stage_current,
	M1: m.stage_m1,
	M2: m.stage_m2,
	M3: m.stage_m3,
	'M4-M6': m.stage_m4_m6,
	'M7+': m.stage_m7_plus,
	written_off: m.stage_written_off
};
const language: Labels<Language> = {
	en: m.language_en,
	'zh-Hans': m.language_zh_hans,
	'zh-Hant': m.language_zh_hant,
	mixed: m.language_mixed,
	other: m.language_other,
	none: m.language_none
};
const attribution: Labels<Attribution> = {
	named: m.attribution_named,
	call_id: m.attribution_call_id,
	last_contact: m.attribution_last_contact,
	team: m.attribution_team,
	none: m.attribution_none
};
const rating: Labels<'1' | '2' | '3' | '4' | '5' | 'none'> = {
	1: m.rating_1,
	2: m.rating_2,
	3: m.rating_3,
	4: m.rating_4,
	5: m.rating_5,
	none: m.rating_none
};
const taxonomy: Labels<Taxonomy> = {
	conduct: m.taxonomy_conduct,
	process: m.taxonomy_process,
	reason: m.taxonomy_reason,
	impact: m.taxonomy_impact,
	remedy: m.taxonomy_remedy,
	positive: m.taxonomy_positive,
	escalation: m.taxonomy_escalation
};
/** 0: no counted theme that has a severity. */
const severity: Labels<'0' | '1' | '2' | '3' | '4'> = {
	0: m.severity_0,
	1: m.severity_1,
	2: m.severity_2,
	3: m.severity_3,
	4: m.severity_4
};
const urgency: Labels<Urgency> = {
	U0: m.urgency_u0,
	U1: m.urgency_u1,
	U2: m.urgency_u2,
	U3: m.urgency_u3,
	U4: m.urgency_u4
};
const origin: Labels<Origin | 'all'> = {
	imported: m.origin_imported,
	simulated: m.origin_simulated,
	all: m.origin_all
};
const complaint: Labels<'yes' | 'no'> = { yes: m.complaint_yes, no: m.complaint_no };
const polarity: Labels<Polarity> = {
	asserted: m.polarity_asserted,
	threatened: m.polarity_threatened,
	negated: m.polarity_negated,
	hypothetical: m.polarity_hypothetical,
	doubted: m.polarity_doubted,
	own_act: m.polarity_own_act
};
const status: Labels<TagStatus> = {
	machine: m.status_machine,
	confirmed: m.status_confirmed,
	rejected: m.status_rejected,
	added: m.status_added
};
const verdict: Labels<KpiChange['verdict']> = {
	improving: m.verdict_improving,
	worsening: m.verdict_worsening,
	stable: m.verdict_stable,
	'too-few': m.verdict_too_few,
	unjudged: m.verdict_unjudged
};
const issue: Labels<RowIssueCode> = {
	'missing-value': m.issue_missing_value,
	'bad-date': m.issue_bad_date,
	'bad-number': m.issue_bad_number,
	'unknown-value': m.issue_unknown_value,
	'unknown-agent': m.issue_unknown_agent,
	'unknown-team': m.issue_unknown_team,
	'wrong-width': m.issue_wrong_width,
	'bad-quote': m.issue_bad_quote,
	'not-json': m.issue_not_json,
	'bad-cell': m.issue_bad_cell,
	'too-long': m.issue_too_long,
	conflict: m.issue_conflict
};

const closed = {
	kind,
	channel,
	source,
	stage,
	language,
	attribution,
	rating,
	taxonomy,
	severity,
	urgency,
	origin,
	complaint,
	polarity,
	status,
	verdict,
	issue
} as const;
export type LabelledList = keyof typeof closed;

/** The word for an id of a closed list, in the language of the page; `none` is “not stated”, an unknown id itself. */
export function labelOf(list: LabelledList, id: string): string {
	const label = (closed[list] as Readonly<Record<string, () => string>>)[id];
	if (label) return label();
	return id === 'none' ? m.not_stated() : id;
}

export function isLabelled(list: string): list is LabelledList {
	return list in closed;
}

const fields: Readonly<Record<keyof Filter, () => string>> = {
	period: m.dim_period,
	text: m.dim_text,
	complaint: m.dim_complaint,
	origin: m.dim_origin,
	kind: m.dim_kind,
	theme: m.dim_theme,
	allThemes: m.dim_all_themes,
	taxonomy: m.dim_taxonomy,
	severity: m.dim_severity,
	polarity: m.dim_polarity,
	status: m.dim_status,
	worst: m.dim_worst,
	urgency: m.dim_urgency,
	agency: m.dim_agency,
	team: m.dim_team,
	agent: m.dim_agent,
	channel: m.dim_channel,
	source: m.dim_source,
	product: m.dim_product,
	stage: m.dim_stage,
	region: m.dim_region,
	language: m.dim_language,
	rating: m.dim_rating,
	attribution: m.dim_attribution,
	import: m.dim_import,
	template: m.dim_template,
	not: m.dim_not
};

/** The name of a field of the filter, of a column, of a dimension. */
export function fieldLabel(field: keyof Filter): string {
	return fields[field]();
}

const errors: Partial<Labels<ErrorCode>> = {
	'not-found': m.error_not_found,
	forbidden: m.error_forbidden,
	'bad-input': m.error_bad_input,
	'bad-file': m.error_bad_file,
	busy: m.error_busy
};

/** One sentence for a page that failed; codes that only the operator can act on are “unexpected” to a reader. */
export function errorLabel(code: string): string {
	return (errors[code as ErrorCode] ?? m.error_unexpected)();
}
