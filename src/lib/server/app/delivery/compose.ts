import { localAdministrator } from '#core/domain/actor.ts';
import { isSigned } from '#core/domain/report-flow.ts';
import { parseReportScope, writeReportScope } from '#core/domain/report-choice.ts';
import type { DeliveryRow, ScheduleRow } from '../../storage/deliveries.ts';
import type { Deps } from '../deps.ts';
import { reportFiles, reportFormats } from '../report-files.ts';
import { report } from '../report.ts';
import type { Mail, MailSettings } from './mail.ts';

/** The report is chosen by the schedule's scope, not by who happens to run the server. */
const everything = localAdministrator;

export interface Composed {
	readonly mail: Mail;
	/** For the log: what was sent. */
	readonly content: string;
}

/**
 * The mail of a delivery: the newest frozen report of the month, else the draft where the schedule allows it. Null while
 * there is nothing to send: the month is not signed.
 */
export async function composeReport(
	deps: Deps,
	settings: MailSettings,
	schedule: ScheduleRow,
	delivery: DeliveryRow
): Promise<Composed | null> {
	const scope = parseReportScope(schedule.scope);
	const input = { month: delivery.month, origin: null, scope, copy: schedule.copy };
	const made = await report(deps, everything, input);
	const isDone = made.frozen !== null && isSigned(made.frozen.state);
	if (!isDone && schedule.sendsDrafts !== 1) return null;
	const state = isDone ? `signed, version ${made.frozen?.version}` : 'draft, not signed';
	const subject = `${made.document.title.en} · ${made.document.title.zh} (${state})`;
	const formats = reportFormats.filter((one) => (JSON.parse(schedule.formats) as string[]).includes(one));
	const isLink = schedule.policy === 'link';
	const files = isLink
		? []
		: await reportFiles(deps, everything, { ...input, languages: [schedule.language], formats });
	const lines = [
		subject,
		`${made.document.scope.en} · ${made.document.scope.zh}`,
		...(made.document.origin === 'imported' ? [] : ['Simulated data. 模拟数据。']),
		...(isDone ? [`SHA-256: ${made.frozen?.manifestHash}`] : []),
		...(settings.base === null
			? []
			: [linkOf(settings.base, schedule, delivery, made.frozen?.version ?? null)])
	];
	return {
		content: `${state}${isLink ? ', link' : `, ${files.map(({ name }) => name).join(', ')}`}`,
		mail: {
			to: delivery.recipient,
			messageId: delivery.messageId,
			subject,
			text: `${lines.join('\n')}\n`,
			attachments: files
		}
	};
}

function linkOf(base: string, schedule: ScheduleRow, { month }: DeliveryRow, version: number | null): string {
	const search = new URLSearchParams();
	const scope = writeReportScope(parseReportScope(schedule.scope));
	if (scope !== 'all') search.set('scope', scope);
	if (schedule.copy !== 'internal') search.set('copy', schedule.copy);
	search.set('lang', schedule.language);
	if (version !== null) search.set('version', String(version));
	return `${base}/reports/${month}?${search.toString()}`;
}
