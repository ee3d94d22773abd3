import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { choosePerson } from '#server/app/people.ts';
import { commentOnKpis } from '#server/app/report-flow/comment.ts';
import { judgeSample } from '#server/app/report-flow/judge-sample.ts';
import { openFlow } from '#server/app/report-flow/open-flow.ts';
import { signReport } from '#server/app/report-flow/sign.ts';
import {
	computeMonth,
	handOutReport,
	lockMonth,
	prepareReport,
	publishReport,
	reviewReport,
	sendBackReport
} from '#server/app/report-flow/steps.ts';
import { reportFiles, signedManifest } from '#server/app/report-files.ts';
import { report } from '#server/app/report.ts';
import { reviewTag } from '#server/app/reviews.ts';
import { administrator, aManager, importRows, listOf, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { everyAudit } from './every-audit.ts';
import { aComplaint, importScene } from './scene.ts';

/** A month that its maker has something to say about. */
const insults = Array.from({ length: 30 }, (_, at) =>
	aComplaint({
		complaint_id: `I-${at}`,
		received_on: '2026-03-12',
		text: `He swore at me and called me trash, number ${at}${at}.`
	})
);
let deps: TestDeps;
let maker: Actor;
let checker: Actor;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
	await importRows(deps, insults);
	maker = await choosePerson(deps, administrator, 'chen-wei');
	checker = await choosePerson(deps, administrator, 'lin-yue');
});

const monthOf = (month: string) => ({ month, origin: null });
const refused = (code: string, message: RegExp) =>
	expect.objectContaining({ code, message: expect.stringMatching(message) as string });

async function comment(month: string) {
	const { flags } = await openFlow(deps, maker, monthOf(month));
	const comments = flags.map(({ kpi }) => ({ kpi, text: `Looked at it, call 13900139000 (${kpi}).` }));
	await commentOnKpis(deps, maker, { ...monthOf(month), comments });
	return flags;
}
async function judge(month: string) {
	const { sample } = await openFlow(deps, checker, monthOf(month));
	const judgements = sample.map(({ feedbackId, theme }) => ({
		feedbackId,
		theme,
		decision: 'confirm' as const
	}));
	await judgeSample(deps, checker, { ...monthOf(month), judgements });
	return sample;
}
async function sign(month: string, actor = checker, typedName = 'Lin Yue') {
	const { hashes } = await openFlow(deps, actor, monthOf(month));
	const dataHash = hashes.find(({ part }) => part === 'data')?.sha256 ?? '';
	return signReport(deps, actor, { ...monthOf(month), typedName, dataHash });
}
async function signWhole(month: string, note = '') {
	await lockMonth(deps, maker, { ...monthOf(month), note });
	await comment(month);
	await prepareReport(deps, maker, monthOf(month));
	await judge(month);
	await reviewReport(deps, checker, monthOf(month));
	return sign(month);
}
const languages = ['en', 'zh'] as const;
async function filesOf(month: string) {
	const formats = ['csv', 'annex', 'html', 'xlsx', 'pdf', 'png'] as const;
	const files = await reportFiles(deps, checker, { ...monthOf(month), languages, formats });
	return Object.fromEntries(files.map(({ name, bytes }) => [name, bytes.toString('base64')]));
}
const ledgerOf = async (month: string) => {
	const { document } = await report(deps, checker, monthOf(month));
	const tables = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
	return tables.find(({ id }) => id === 'ledger')?.rows ?? [];
};

describe('the way of a month to its signature', () => {
	it('asks for comments, a checked sample and two people, and tells why it refuses', async () => {
		const month = '2026-03';
		await expect(prepareReport(deps, maker, monthOf(month))).rejects.toEqual(
			refused('bad-input', /lock it first/)
		);
		await expect(lockMonth(deps, aManager({}), monthOf(month))).rejects.toMatchObject({ code: 'forbidden' });
		await lockMonth(deps, maker, monthOf(month));
		const flow = await openFlow(deps, maker, monthOf(month));
		expect(flow.flags.length).toBeGreaterThan(0);
		await expect(prepareReport(deps, maker, monthOf(month))).rejects.toEqual(
			refused('bad-input', new RegExp(flow.flags[0]?.kpi ?? '-'))
		);
		await comment(month);
		await prepareReport(deps, maker, monthOf(month));
		await expect(reviewReport(deps, checker, monthOf(month))).rejects.toEqual(
			refused('bad-input', /tags are open/)
		);
		const sample = await judge(month);
		expect(sample.length).toBeGreaterThanOrEqual(20);
		await expect(sign(month)).rejects.toEqual(refused('bad-input', /not possible now/));
		await reviewReport(deps, checker, monthOf(month));
		await expect(sign(month, checker, 'Somebody')).rejects.toEqual(refused('bad-input', /Type your name/));
		await expect(
			signReport(deps, checker, { ...monthOf(month), typedName: 'Lin Yue', dataHash: 'old' })
		).rejects.toEqual(refused('bad-input', /frozen again/));
		const { manifestHash } = await sign(month);
		await publishReport(deps, checker, monthOf(month));
		const done = await openFlow(deps, checker, monthOf(month));
		expect(done.newest).toMatchObject({ state: 'published', version: 1, manifestHash });
		expect(done.events.map(({ step, actorId }) => `${step} ${actorId}`)).toEqual([
			'lock chen-wei',
			'compute chen-wei',
			'prepare chen-wei',
			'review lin-yue',
			'sign lin-yue',
			'publish lin-yue'
		]);
		const audited = (await everyAudit(deps)).filter(
			({ kind, action }) => kind === 'report' && action === 'change'
		);
		expect(audited.map(({ details }) => details.step ?? 'comments').toReversed()).toEqual([
			'lock',
			'comments',
			'prepare',
			'review',
			'sign',
			'publish'
		]);
		expect(done.comments[0]?.text).toContain('«phone»');
	});

	it('refuses its maker as checker and as approver, also an administrator', async () => {
		const month = '2026-02';
		await lockMonth(deps, administrator, monthOf(month));
		const { flags } = await openFlow(deps, administrator, monthOf(month));
		const comments = flags.map(({ kpi }) => ({ kpi, text: 'Seen.' }));
		await commentOnKpis(deps, administrator, { ...monthOf(month), comments });
		await prepareReport(deps, administrator, monthOf(month));
		await expect(reviewReport(deps, administrator, monthOf(month))).rejects.toMatchObject({
			code: 'forbidden'
		});
		await judge(month);
		await reviewReport(deps, checker, monthOf(month));
		await expect(sign(month, administrator, administrator.name)).rejects.toEqual(
			refused('forbidden', /ask somebody else/)
		);
		expect((await openFlow(deps, checker, monthOf(month))).newest?.state).toBe('reviewed');
	});

	it('is sent back with a reason only, and may be handed out unsigned with its mark', async () => {
		const month = '2026-02';
		await expect(sendBackReport(deps, checker, monthOf(month))).rejects.toEqual(
			refused('bad-input', /reason/)
		);
		await handOutReport(deps, checker, monthOf(month));
		const { document, frozen } = await report(deps, checker, monthOf(month));
		expect([document.status, frozen?.state]).toEqual(['draft', 'reviewed']);
		await sendBackReport(deps, checker, { ...monthOf(month), note: 'K03 is not explained.' });
		const { events, newest } = await openFlow(deps, maker, monthOf(month));
		expect(newest?.state).toBe('computed');
		expect(events.slice(-2).map(({ step, note }) => [step, note])).toEqual([
			['hand-out', ''],
			['send-back', 'K03 is not explained.']
		]);
	});
});

describe('a signed month', () => {
	it('gives the same bytes after imports, other tags and another time zone; a late record is in the ledger only', async () => {
		await signWhole('2026-04');
		const before = await filesOf('2026-04');
		const manifest = (await signedManifest(deps, checker, monthOf('2026-04'))).bytes.toString();
		const ledgerBefore = (await ledgerOf('2026-05')).find(({ key }) => key === '2026-04');
		expect(ledgerBefore?.cells).toMatchObject({ late: { value: 0 }, gone: { value: 0 } });
		await importRows(deps, [aComplaint({ complaint_id: 'late-1', received_on: '2026-04-20' })]);
		const { rows } = await listOf(
			deps,
			aFilter({ complaint: 'yes', period: { from: '2026-04-01', to: '2026-05-01' } })
		);
		const tagged = rows.find(({ tags }) => tags.length > 0);
		await reviewTag(deps, checker, {
			feedbackId: tagged?.id ?? 0,
			theme: tagged?.tags[0]?.theme ?? '',
			decision: 'wrong',
			polarity: null,
			comment: ''
		});
		await deps.store.db
			.updateTable('tag')
			.set({ isCounted: 0 })
			.where('feedbackId', '=', tagged?.id ?? 0)
			.execute();
		const zone = process.env.TZ;
		process.env.TZ = 'Pacific/Kiritimati';
		try {
			expect(await filesOf('2026-04')).toEqual(before);
		} finally {
			if (zone === undefined) delete process.env.TZ;
			else process.env.TZ = zone;
		}
		expect((await signedManifest(deps, checker, monthOf('2026-04'))).bytes.toString()).toBe(manifest);
		const now = await report(deps, checker, { ...monthOf('2026-04'), version: 'now' });
		expect(JSON.stringify(now.document)).not.toBe(
			JSON.stringify((await report(deps, checker, monthOf('2026-04'))).document)
		);
		const late = (await ledgerOf('2026-05')).find(({ key }) => key === '2026-04');
		expect(late?.cells).toMatchObject({ late: { value: 1 }, difference: { value: 1 } });
	});

	it('is restated by a version that says why and what changed, and stays readable', async () => {
		await expect(lockMonth(deps, maker, monthOf('2026-04'))).rejects.toEqual(refused('bad-input', /reason/));
		const first = JSON.stringify((await report(deps, checker, monthOf('2026-04'))).document);
		await signWhole('2026-04', 'A file came late.');
		const { versions } = await openFlow(deps, checker, monthOf('2026-04'));
		expect(versions.map(({ version, state }) => `${version} ${state}`)).toEqual(['2 signed', '1 restated']);
		expect(
			JSON.stringify((await report(deps, checker, { ...monthOf('2026-04'), version: 1 })).document)
		).toBe(first);
		const second = (await report(deps, checker, monthOf('2026-04'))).document;
		const restated = second.sections
			.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
			.find(({ id }) => id === 'restated');
		expect(restated?.rows.find(({ key }) => key === 'K01')?.cells.difference).toEqual({ value: 1 });
		expect(JSON.stringify(second)).toContain('Reason: A file came late.');
		expect((await ledgerOf('2026-05')).find(({ key }) => key === '2026-04')?.cells).toMatchObject({
			version: { value: 2 },
			difference: { value: 0 }
		});
	});

	it('moves the mean restatement when a record comes late', async () => {
		const restatement = async () => {
			const { document } = await report(deps, checker, { ...monthOf('2026-06'), version: 'now' });
			const kpis = document.sections
				.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
				.find(({ id }) => id === 'kpis');
			return Number(kpis?.rows.find(({ key }) => key === 'K39')?.cells.numerator?.value);
		};
		const before = await restatement();
		await importRows(deps, [aComplaint({ complaint_id: 'late-2', received_on: '2026-04-21' })]);
		expect(await restatement()).toBe(before + 1);
	});

	it('is not shown to somebody who sees less than it counts', async () => {
		const manager = aManager({ agencyIds: ['north'] });
		const seen = await report(deps, manager, monthOf('2026-04'));
		expect(seen.frozen).toBeNull();
		await expect(openFlow(deps, manager, monthOf('2026-04'))).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('can be frozen again only until it is signed', async () => {
		await lockMonth(deps, maker, monthOf('2026-01'));
		await computeMonth(deps, maker, monthOf('2026-01'));
		expect((await openFlow(deps, maker, monthOf('2026-01'))).events.at(-1)?.step).toBe('recompute');
		await expect(computeMonth(deps, maker, monthOf('2026-04'))).rejects.toMatchObject({ code: 'bad-input' });
	});
});
