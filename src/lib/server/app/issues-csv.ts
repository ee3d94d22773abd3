import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { writeCsv } from '#core/reports/write-csv.ts';
import { getImport, pageIssues, type KeptIssue } from '../storage/imports.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

const pageSize = 1000;
const header = ['line', 'column', 'code', 'message', 'value_masked'];

/** Every issue of an import by line, as CSV (UTF-8 with BOM) in chunks as they are read. Throws `not-found`. */
export const issuesCsv = verb(
	'read',
	async (deps: Deps, _actor: Actor, importId: number): Promise<AsyncIterable<string>> => {
		if (!(await getImport(deps.store, importId)))
			throw new EarshotError('not-found', `There is no import ${importId}.`);
		return chunks(deps, importId);
	},
	(importId) => ({ action: 'export', kind: 'import', id: String(importId) })
);

async function* chunks(deps: Deps, importId: number): AsyncGenerator<string> {
	yield writeCsv([header], { bom: true });
	let after: KeptIssue | null = null;
	for (;;) {
		const issues: readonly KeptIssue[] = await pageIssues(deps.store, importId, { after, limit: pageSize });
		yield writeCsv(
			issues.map(({ line, column, code, message, value }) => [line, column, code, message, value]),
			{ bom: false }
		);
		after = issues.at(-1) ?? null;
		if (!after || issues.length < pageSize) return;
	}
}
