import type { ImportCounts } from '#core/domain/import.ts';
import type { FilterPatch, Kpi, KpiChange, KpiValue } from '#core/domain/kpi.ts';
import type { Copy, ReportStatus } from '#core/domain/report-choice.ts';
import { periodOf } from '#core/domain/period.ts';
import type { FunnelVerdict } from '#core/stats/funnel-limits.ts';
import type { FunnelLimit } from './chart-block.ts';
import type { EvidenceCard } from './evidence.ts';
import type { ReportDetail } from './report-detail.ts';
import type { Bilingual, Channel, Language, Severity, Urgency } from '#core/domain/vocabulary.ts';

/** Everything a report says about a month, counted. Counts are of feedback received in the month unless said otherwise. */
export interface ReportData {
	/** YYYY-MM. */
	readonly month: string;
	readonly about: About;
	/** Are all its days over, and the data in? */
	readonly isOver: boolean;
	/** What the report covers, in words (“All agencies”). */
	readonly scope: Bilingual;
	/** The same as a filter, without the period; every link starts from it. */
	readonly where: FilterPatch;
	/** Every KPI of the report, in reading order. */
	readonly kpis: readonly ReportKpi[];
	readonly complaints: number;
	readonly conduct: ConductTrend;
	readonly channels: readonly ChannelCount[];
	/** In the order in which they should be read. */
	readonly agencies: readonly UnitCount[];
	readonly teams: readonly UnitCount[];
	/** Of the funnel of the teams. */
	readonly teamLimits: readonly FunnelLimit[];
	/** U0 and U1, most urgent first. */
	readonly urgentCases: readonly UrgentCase[];
	/** Words of the first of them. */
	readonly urgentEvidence: readonly EvidenceCard[];
	readonly quality: DataQuality;
	/** Started in the month, oldest first. */
	readonly imports: readonly ReportImport[];
	readonly method: Method;
	readonly detail: ReportDetail;
}

/** What copy of what this is. */
export interface About {
	readonly copy: Copy;
	readonly status: ReportStatus;
	readonly version: number;
	readonly origin: 'imported' | 'simulated' | 'all';
	/** ISO 8601. */
	readonly computedAt: string;
	readonly preparedBy: string | null;
	readonly approvedBy: string | null;
}

export interface ReportKpi {
	readonly kpi: Kpi;
	readonly now: KpiValue;
	/** Against the month before; null where the data begin in this month. */
	readonly change: KpiChange | null;
}

export interface ConductTrend {
	/** Connected contacts in the month; null where the exposure is missing. */
	readonly contacts: number | null;
	/** The complete months before with data, newest first, at most 12. */
	readonly earlier: readonly { readonly month: string; readonly contacts: number | null }[];
	readonly themes: readonly ThemeCount[];
}

export interface ThemeCount {
	readonly id: string;
	readonly name: Bilingual;
	readonly severity: Severity;
	/** Feedback with the theme counted. */
	readonly now: number;
	/** As many, and in the same order, as `earlier` of the trend. */
	readonly earlier: readonly number[];
}

export interface ChannelCount {
	readonly channel: Channel | 'none';
	readonly complaints: number;
	/** Null where the exposure is missing. */
	readonly connected: number | null;
}

/** An agency or a team. */
export interface UnitCount {
	readonly id: string;
	readonly name: Bilingual;
	/** Of a team; null for an agency. */
	readonly agency: Bilingual | null;
	/** All complaints about the unit. */
	readonly complaints: number;
	/** Those of them that can be compared: channel, stage and product are known and somebody has exposure there. */
	readonly observed: number;
	/** What the rates of all units together would give for this unit's contacts. */
	readonly expected: number;
	/** Of observed ÷ expected at 99.8 %, judged together with all units of its kind; null: too few to say. */
	readonly limits: { readonly low: number; readonly high: number } | null;
	readonly verdict: FunnelVerdict;
}

export interface UrgentCase {
	readonly feedbackId: number;
	/** YYYY-MM-DD, in the month. */
	readonly receivedOn: string;
	readonly urgency: Urgency;
	readonly channel: Channel | 'none';
	/** Names of the themes that make it urgent. */
	readonly themes: readonly Bilingual[];
}

export interface DataQuality {
	readonly feedback: number;
	/** In all the data, as it belongs to no month. */
	readonly undated: number;
	/** Complaints tied to no agent by name or call id. */
	readonly unattributed: number;
	/** Complaints without a team. */
	readonly withoutTeam: number;
	/** Feedback in languages that the rules do not read, and without text (`none`). */
	readonly untagged: readonly { readonly language: Language; readonly count: number }[];
}

export interface ReportImport {
	readonly id: number;
	readonly importer: string;
	readonly fileName: string;
	/** YYYY-MM-DD. */
	readonly startedOn: string;
	readonly counts: ImportCounts;
}

export interface Method {
	readonly appVersion: string;
	readonly packVersion: string;
	/** IANA name. */
	readonly timeZone: string;
}

/** The feedback of the report's month and scope that fits `patch`, as a link. */
export function linkTo(
	{ month, where }: Pick<ReportData, 'month' | 'where'>,
	patch: FilterPatch
): FilterPatch {
	return { ...where, period: periodOf(month), ...patch };
}
