import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '#core/domain/filter.ts';
import { periodOf } from '#core/domain/period.ts';
import { reasons } from '#server/app/reasons.ts';
import { administrator, aFilter, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { aComplaint } from './scene.ts';

const told = [
	'I lost my job and cannot pay. Please give me a repayment plan. I cannot sleep.',
	'I lost my job. They refused my plan and said no options.',
	'My mother is ill and I pay her hospital bills. Please waive the interest.',
	'I was laid off last month. The agent helped me with a plan and really listened to me.',
	'They keep calling my mother.'
];

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	const rows = Array.from({ length: 60 }, (_, at) =>
		aComplaint({
			complaint_id: `C-${at}`,
			received_on: `2026-0${5 + (at % 2)}-1${at % 7}`,
			channel: at % 3 === 0 ? 'sms' : 'phone',
			text: `${told[at % told.length] ?? ''} ${at}`
		})
	);
	await importRows(deps, rows);
});

async function view(patch: Partial<Filter> = {}) {
	const { answer } = await reasons(deps, administrator, { filter: aFilter(patch), grain: null });
	if (!answer) throw new Error('There is nothing to show.');
	return answer;
}

describe('why overdue', () => {
	const patches: readonly Partial<Filter>[] = [
		{},
		{ period: periodOf('2026-05..2026-06') },
		{ channel: ['sms'], period: periodOf('2026') },
		{ theme: ['unemployment'], period: periodOf('2026') },
		{ taxonomy: ['conduct'], period: periodOf('2026') }
	];

	it.each(patches)('every number lists exactly what it counts: %o', async (patch) => {
		const { rows, remedies, impacts, steps, all } = await view(patch);
		for (const { count, listed } of [...rows, ...remedies.cells, ...impacts.cells, ...steps, all])
			expect((await listOf(deps, listed)).total).toBe(count);
	});

	it('crosses reasons with what is asked for and with what it did', async () => {
		const { rows, remedies, impacts, steps } = await view({ period: periodOf('2026') });
		expect(rows[0]).toMatchObject({ theme: 'unemployment' });
		expect(remedies.cells.find(({ theme }) => theme === 'repayment_plan')?.count).toBeGreaterThan(0);
		expect(impacts.cells.length).toBeGreaterThan(0);
		expect(
			remedies.cells.every(({ theme }) => remedies.columns.some((column) => column.theme === theme))
		).toBe(true);
		for (const { reason, count } of remedies.cells)
			expect(count).toBeLessThanOrEqual(rows.find(({ theme }) => theme === reason)?.count ?? 0);
		expect(steps.map(({ step }) => step)).toEqual(['asked', 'refused', 'helped']);
		expect(steps.every(({ count }) => count > 0)).toBe(true);
	});

	it('shows sentences that tell a reason', async () => {
		const { sentences } = await view();
		expect(sentences.length).toBeGreaterThan(0);
		for (const { tags } of sentences)
			expect(tags.some(({ taxonomy, isCounted }) => taxonomy === 'reason' && isCounted)).toBe(true);
	});
});
