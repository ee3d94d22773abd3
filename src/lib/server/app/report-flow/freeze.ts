import { localAdministrator } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { writeCsv } from '#core/reports/write-csv.ts';
import type { ReportData } from '#core/reports/report-data.ts';
import { latestChange } from '../../storage/change-sequence.ts';
import { readMonthFacts } from '../../storage/month-facts.ts';
import { collectReport } from '../collect-report.ts';
import type { Deps } from '../deps.ts';
import { feedbackColumns, readPages } from '../feedback-columns.ts';
import { openMonth, type MonthInput } from '../open-month.ts';
import { writeFacts } from './facts-lines.ts';

export interface Frozen {
	readonly data: ReportData;
	readonly annex: string;
	readonly facts: string;
	readonly complaints: number;
}

const mostTries = 3;
/** Scope is the filter's: the numbers must not depend on who presses the button. */
const everything = localAdministrator;

/** All that a month's report is made of, at one state of the data. Throws `busy` while the data keep changing. */
export async function freezeMonth(
	deps: Deps,
	input: MonthInput,
	{ version, computedAt }: { readonly version: number; readonly computedAt: string }
): Promise<Frozen> {
	for (let tries = 0; tries < mostTries; tries++) {
		const before = await latestChange(deps.store);
		const month = await openMonth(deps, everything, input);
		const about = {
			copy: 'restricted',
			status: 'draft',
			version,
			origin: month.context.origin,
			computedAt,
			preparedBy: null,
			approvedBy: null
		} as const;
		const data = await collectReport(deps, everything, month.source, {
			...month,
			scope: month.covers,
			about
		});
		let annex = writeCsv([feedbackColumns.map(({ name }) => name)], { bom: true });
		for await (const rows of readPages(deps.store, null, month.filter))
			annex += writeCsv(rows, { bom: false });
		const facts = writeFacts(await readMonthFacts(deps.store, month.filter));
		if ((await latestChange(deps.store)) === before)
			return { data, annex, facts, complaints: data.complaints };
	}
	throw new EarshotError(
		'busy',
		'The data change while the month is frozen: try again when no import is under way.'
	);
}
