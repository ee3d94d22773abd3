import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { importView } from '#server/app/imports.ts';
import {
	administrator,
	aFilter,
	dump,
	importRows,
	listOf,
	openTestDeps,
	type CsvRow,
	type TestDeps
} from './deps.ts';
import { aComplaint, exposureRows, organisationRows } from './scene.ts';

describe('rows that cannot be taken', () => {
	let deps: TestDeps;
	beforeAll(async () => {
		deps = await openTestDeps();
		await importRows(deps, organisationRows);
	});

	it('are listed with line, column and reason, and the rows around them are stored', async () => {
		const report = await importRows(deps, [
			aComplaint({ complaint_id: 'good-1' }),
			aComplaint({ complaint_id: 'bad', received_on: '05/03/2026', channel: 'pigeon' }),
			aComplaint({ complaint_id: 'nobody', agent_id: 'a-99' }),
			aComplaint({ complaint_id: 'nowhere', team_id: 'east-1' }),
			aComplaint({ complaint_id: 'good-2' })
		]);
		expect(report.counts).toEqual({ read: 5, stored: 2, updated: 0, unchanged: 0, issues: 3 });
		expect(report.issues.map(({ line, column, code }) => [line, column, code])).toEqual([
			[3, 'received_on', 'bad-date'],
			[3, 'channel', 'unknown-value'],
			[4, 'agent_id', 'unknown-agent'],
			[5, 'team_id', 'unknown-team']
		]);
		for (const { message } of report.issues) expect(message).toMatch(/^[A-Z][^\n]+\.$/);
		const view = await importView(deps, administrator, report.importId);
		expect(view.issues).toEqual(report.issues);
		expect(view.import).toMatchObject({ status: 'done', readCount: 5, storedCount: 2, issueCount: 3 });
	});

	it.each([
		['exposure', exposureRows[0]],
		['organisation', organisationRows[0]]
	])('may be all of a long file: %s', async (_importer, row) => {
		const rows = Array.from({ length: 6000 }, () =>
			Object.fromEntries(
				Object.keys(row as CsvRow).map((column) => [column, column === 'to' ? 'never' : ' '])
			)
		);
		const { counts, issues } = await importRows(deps, rows);
		expect(counts).toEqual({ read: 6000, stored: 0, updated: 0, unchanged: 0, issues: 6000 });
		expect(issues.length).toBe(20);
	});

	it('an exposure of a team that nobody knows opens no team', async () => {
		const before = await dump(deps);
		const [row] = exposureRows;
		const { counts, issues } = await importRows(deps, [
			{ ...row, team_id: 'nroth-1' },
			{ ...row, agent_id: 'a-77' }
		]);
		expect(counts).toMatchObject({ read: 2, stored: 0, issues: 2 });
		expect(issues.map(({ code }) => code)).toEqual(['unknown-team', 'unknown-agent']);
		const after = await dump(deps);
		expect([after.team, after.exposure]).toEqual([before.team, before.exposure]);
	});

	it('add up with the others whatever comes together, in whatever order', async () => {
		let run = 0;
		const step = fc.record({
			kind: fc.constantFrom('row', 'row', 'row', 'bad-date', 'nobody', 'bad-channel'),
			id: fc.nat({ max: 5 }),
			version: fc.nat({ max: 2 })
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
				run++;
				const expected = { read: 0, stored: 0, updated: 0, unchanged: 0, issues: 0 };
				const known = new Map<number, number>();
				const rows = steps.map(({ kind, id, version }) => {
					expected.read++;
					if (kind !== 'row') expected.issues++;
					else if (!known.has(id)) expected.stored++;
					else if (known.get(id) === version) expected.unchanged++;
					else expected.updated++;
					if (kind === 'row') known.set(id, version);
					return aComplaint({
						complaint_id: `run-${run}-${id}`,
						text: `Version ${version}`,
						...(kind === 'bad-date' ? { received_on: 'soon' } : {}),
						...(kind === 'nobody' ? { agent_id: 'a-99' } : {}),
						...(kind === 'bad-channel' ? { channel: 'pigeon' } : {})
					});
				});
				const { counts } = await importRows(deps, rows);
				expect(counts).toEqual(expected);
				const { rows: stored } = await listOf(deps, aFilter());
				const texts = new Map(stored.map(({ externalId, text }) => [externalId, text]));
				for (const [id, version] of known) expect(texts.get(`run-${run}-${id}`)).toBe(`Version ${version}`);
			}),
			{ numRuns: 15 }
		);
	});

	it('add up across batches, with broken lines in between', async () => {
		const good = (at: number) => `long-${at % 900},2026-06-0${1 + (at % 9)},"Text ${at % 900}"`;
		const lines = Array.from({ length: 2300 }, (_, at) => {
			if (at % 50 === 7) return `wide-${at},2026-06-01,one,two`;
			if (at % 50 === 21) return `late-${at},yesterday,text`;
			if (at % 500 === 33) return `quote-${at},2026-06-01,"an "open" quote"`;
			return good(at);
		});
		const { counts } = await importRows(deps, ['complaint_id,received_on,text', ...lines, ''].join('\n'));
		expect(counts.read).toBe(2300);
		expect(counts.issues).toBe(46 + 46 + 5);
		expect(counts.stored + counts.updated + counts.unchanged + counts.issues).toBe(counts.read);
		const { total } = await listOf(deps, aFilter({ text: 'Text' }));
		expect(counts.stored).toBe(total);
	});
});

describe('a file that breaks off', () => {
	// What breaks within the first megabyte is found before anything is stored.
	const noise = (at: number) =>
		Array.from({ length: 30 }, (_, n) => Math.sin(at * 31 + n).toString(36)).join(' ');
	const rows = Array.from({ length: 4000 }, (_, at) =>
		aComplaint({ complaint_id: `gz-${at}`, text: `催收 ${at}: they keep calling my mother ${noise(at)}` })
	);
	const header = Object.keys(rows[0] as CsvRow).join(',');
	const whole = gzipSync([header, ...rows.map((row) => Object.values(row).join(','))].join('\n'));

	it('keeps what was read, says so, and is completed by the good file', async () => {
		const deps = await openTestDeps();
		const cut = whole.subarray(0, Math.floor(whole.length * 0.7));
		await expect(importRows(deps, cut, 'cut.csv.gz')).rejects.toMatchObject({
			code: 'bad-file',
			message: expect.stringMatching(/“cut\.csv\.gz” is a gzip file that ends too early.* line \d+\.$/)
		});
		const [failed] = (await dump(deps)).import as {
			status: string;
			readCount: number;
			storedCount: number;
			failure: string;
		}[];
		const reached = Number(/line (\d+)\.$/.exec(failed?.failure ?? '')?.[1]);
		expect(failed).toMatchObject({ status: 'failed', readCount: reached - 1, storedCount: reached - 1 });
		expect(reached).toBeGreaterThan(500);
		expect((await listOf(deps, aFilter())).total).toBe(reached - 1);

		const { counts } = await importRows(deps, whole, 'whole.csv.gz');
		expect(counts).toEqual({
			read: 4000,
			stored: 4001 - reached,
			updated: 0,
			unchanged: reached - 1,
			issues: 0
		});
		expect((await listOf(deps, aFilter())).total).toBe(4000);
	});
});
