import { createHash } from 'node:crypto';
import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { tablesOf } from '#core/reports/tables-of.ts';

export interface ReportFile {
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: Buffer;
}

/** What was made of what, with a hash of each file: whoever holds them can tell that none was changed. */
export function renderManifest(
	document: ReportDocument,
	languages: readonly ReportLanguage[],
	files: readonly ReportFile[]
): string {
	const { month, scope, status, version, copy, origin, computedAt, method } = document;
	const kpis = document.sections.flatMap(tablesOf).find(({ id }) => id === 'kpis');
	return `${JSON.stringify(
		{
			format: 'earshot-report-manifest/1',
			month,
			scope,
			status,
			version,
			copy,
			data: origin,
			computedAt,
			timeZone: method.timeZone,
			appVersion: method.appVersion,
			packVersion: method.packVersion,
			languages,
			kpis: Object.fromEntries(
				(kpis?.rows ?? []).map(({ key, cells }) => [
					key,
					Object.fromEntries(
						['value', 'low', 'high', 'numerator', 'denominator', 'previous', 'change', 'verdict'].map(
							(one) => [one, cells[one]?.value ?? null]
						)
					)
				])
			),
			counts: { sections: document.sections.length, values: countValues(document) },
			files: files.map(({ name, mediaType, bytes }) => ({
				name,
				mediaType,
				bytes: bytes.length,
				sha256: createHash('sha256').update(bytes).digest('hex')
			}))
		},
		null,
		'\t'
	)}\n`;
}

function countValues({ sections }: ReportDocument): number {
	return sections.flatMap(tablesOf).reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
}
