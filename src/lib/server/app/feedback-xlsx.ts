import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { Sheet } from '#core/reports/sheet.ts';
import { mostSheetRows, writeXlsx } from '#core/reports/write-xlsx.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import type { Deps } from './deps.ts';
import { feedbackColumns, readPages } from './feedback-columns.ts';
import { toldFilter } from './told-filter.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

/** Rows of feedback that fit under the header. */
export const mostXlsxRows = mostSheetRows - 1;

export interface FeedbackXlsxInput {
	readonly filter: Filter;
	/** Address of the list, to be noted in the file. */
	readonly href: string;
}

/**
 * The rows of {@link import('./feedback-csv.ts').feedbackCsv} as an Excel workbook, in chunks as they are read, with a second
 * sheet that says what it holds. Throws `too-large` where a sheet cannot hold them.
 */
export const feedbackXlsx = verb(
	'read',
	async (deps: Deps, actor: Actor, input: FeedbackXlsxInput): Promise<AsyncIterable<Uint8Array>> => {
		const { filter, source } = await openView(deps, actor, input.filter);
		const { feedback } = await countFeedback(source, filter);
		if (feedback > mostXlsxRows)
			throw new EarshotError(
				'too-large',
				`An Excel sheet holds at most ${mostXlsxRows} feedback and this list has ${feedback}: filter it, or download it as CSV.`
			);
		const about: readonly (readonly [string, string | number])[] = [
			['list', input.href],
			['feedback', feedback],
			[
				'origin',
				filter.origin === 'imported' ? 'imported' : `${filter.origin} (simulated feedback is invented)`
			],
			['text', 'masked: personal data are replaced by «phone», «name» and the like'],
			[
				'spans',
				'of the evidence: first and last place in the text, counted in UTF-16 units from 0, the last excluded'
			],
			['pack_version', deps.packs.version],
			['written_at', deps.now().toISOString()]
		];
		const sheets: readonly Sheet[] = [
			{ name: 'Feedback', columns: feedbackColumns, pages: readPages(deps.store, actor.scope, filter) },
			{
				name: 'About',
				columns: [
					{ name: 'what', kind: 'text', width: 16 },
					{ name: 'is', kind: 'text', width: 100 }
				],
				pages: onePage(about)
			}
		];
		return writeXlsx(sheets);
	},
	({ filter }) => ({ action: 'export', kind: 'feedback', id: '', details: toldFilter(filter) })
);

async function* onePage<Page>(page: Page): AsyncGenerator<Page> {
	yield page;
}
