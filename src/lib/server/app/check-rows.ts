import type { RowIssue } from '#core/domain/import.ts';
import { createClock } from '#core/ingest/clock-times.ts';
import type { SourceFile } from '#core/ingest/read-file.ts';
import type { AnyImporter } from '#core/ingest/registry.ts';
import { createCallChecker } from '../storage/check-calls.ts';
import type { PlacedContact } from '../storage/contact-write.ts';
import { readOrganisation } from '../storage/organisation.ts';
import { createAttributor } from './attribute-feedback.ts';
import { attributedRows } from './attributed-rows.ts';
import type { Deps } from './deps.ts';
import { contactsInPlace, createContactPlacer } from './import-contacts.ts';
import { createPlacer, rowsInPlace } from './import-exposure.ts';
import { readWhole } from './import-organisation.ts';
import { groupsOf } from './in-order.ts';

/** What is wrong with the rows of a file, and how often. */
export interface CheckedRows {
	readonly read: number;
	readonly rowsWithIssues: number;
	/** The first of them, in the order of the file. */
	readonly issues: readonly RowIssue[];
	/** All of them by column and kind, most first. */
	readonly issueCounts: readonly IssueCount[];
}
export interface IssueCount extends Pick<RowIssue, 'code' | 'column'> {
	readonly count: number;
}

const mostKept = 10_000;
const comparedAtOnce = 500;

/** Reads a whole file as its import would, and stores nothing. Throws `bad-file` where it cannot be read to its end. */
export async function findIssues(deps: Deps, file: SourceFile, importer: AnyImporter): Promise<CheckedRows> {
	const issues: RowIssue[] = [];
	const counts = new Map<string, IssueCount>();
	let read = 0;
	let rowsWithIssues = 0;
	for await (const found of issuesByRow(deps, file, importer)) {
		read++;
		if (found.length === 0) continue;
		rowsWithIssues++;
		for (const issue of found) {
			if (issues.length < mostKept) issues.push(issue);
			const key = `${issue.code}\t${issue.column ?? ''}`;
			const count = (counts.get(key)?.count ?? 0) + 1;
			counts.set(key, { code: issue.code, column: issue.column, count });
		}
	}
	const issueCounts = [...counts.values()].sort((a, b) => b.count - a.count);
	return { read, rowsWithIssues, issues, issueCounts };
}

/** For each row, what is wrong with it. */
async function* issuesByRow(
	deps: Deps,
	file: SourceFile,
	importer: AnyImporter
): AsyncGenerator<readonly RowIssue[]> {
	const organisation = await readOrganisation(deps.store);
	if (importer.produces === 'organisation') {
		const { good, issues } = await readWhole(file.rows(), importer);
		for (const _row of good) yield [];
		for (const found of Map.groupBy(issues, ({ line }) => line).values()) yield found;
		return;
	}
	const rows =
		importer.produces === 'feedback'
			? attributedRows(file.rows(), importer, {
					attributor: createAttributor(organisation),
					clock: createClock(deps.timeZone),
					onNewAgency: async () => {}
				})
			: importer.produces === 'contact'
				? withConflicts(deps, contactsInPlace(file.rows(), importer, createContactPlacer(deps, organisation)))
				: rowsInPlace(file.rows(), importer, createPlacer(organisation));
	for await (const item of rows) yield 'issues' in item ? item.issues : [];
}

type CheckedContact = { readonly row: PlacedContact } | { readonly issues: readonly RowIssue[] };

/** A log is also compared with the calls that the store and the file itself have. */
async function* withConflicts(
	{ store }: Deps,
	rows: AsyncIterable<CheckedContact>
): AsyncGenerator<CheckedContact> {
	const checker = createCallChecker(store);
	try {
		for await (const group of groupsOf(rows, comparedAtOnce)) {
			const conflicts = await checker.check(group.flatMap((item) => ('row' in item ? [item.row] : [])));
			let compared = 0;
			for (const item of group) {
				const conflict = 'row' in item ? conflicts[compared++] : null;
				yield conflict ? { issues: [conflict] } : item;
			}
		}
	} finally {
		checker.close();
	}
}
