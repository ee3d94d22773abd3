import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FeedbackDraft } from '#core/domain/feedback.ts';
import { contentHash } from '#core/ingest/content-hash.ts';
import { aFilter, aFolder, dump, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { organisationRows } from './scene.ts';

/** What must be found nowhere. Every kind is planted in texts, in references, and in cells where it does not belong. */
const secrets = {
	mobile: '13812345678',
	phone: '+44 7700 900123',
	usPhone: '(415) 555-0132',
	chineseId: '11010519900307851X',
	ssn: '123-45-6789',
	card: '6222021234567890123',
	account: 'LN20417733',
	email: 'mei.lin@example.com',
	reference: 'BORROWER-REF-77120',
	name: 'Jonathan Abernathy'
} as const;

const text = [
	`My name is ${secrets.name}, they called ${secrets.phone} and my sister on ${secrets.usPhone}.`,
	`Account number ${secrets.account}, SSN ${secrets.ssn}, write to ${secrets.email}.`,
	`他们打我手机${secrets.mobile}，身份证${secrets.chineseId}，卡号${secrets.card}。`
].join(' ');

const dataDir = aFolder();
let deps: TestDeps;

beforeAll(async () => {
	deps = await openTestDeps({ dataDir });
	await importRows(deps, organisationRows);
	const complaint = {
		complaint_id: 'P-1',
		received_on: '2026-06-01',
		event_on: '',
		channel: 'phone',
		team_id: '',
		agent_id: '',
		borrower_ref: secrets.reference,
		text
	};
	await importRows(deps, [
		complaint,
		{ ...complaint, complaint_id: 'P-2', borrower_ref: secrets.mobile },
		{ ...complaint, complaint_id: '', borrower_ref: secrets.chineseId, text: '' },
		{ ...complaint, complaint_id: 'bad-1', received_on: secrets.mobile, event_on: secrets.ssn },
		{ ...complaint, complaint_id: 'bad-2', channel: secrets.usPhone },
		{ ...complaint, complaint_id: 'bad-3', agent_id: secrets.mobile },
		{ ...complaint, complaint_id: 'bad-4', team_id: secrets.card },
		{ ...complaint, complaint_id: 'bad-5', agent_id: text },
		{ ...complaint, complaint_id: 'bad-6', borrower_ref: text }
	]);
	await importRows(
		deps,
		`received_on,text\n2026-06-01,"${text}",one too many\n2026-06-02,"no "closing" ${text}"\n`
	);
	await importRows(deps, [
		{ received_on: '2026-06-03', rating: 1, comment: text, borrower_ref: secrets.account }
	]);
	await importRows(
		deps,
		JSON.stringify({ kind: 'transcript', received_on: '2026-06-04', text, borrower_ref: secrets.email })
	);
	await importRows(deps, [
		{
			day: secrets.mobile,
			team_id: secrets.mobile,
			agent_id: secrets.card,
			channel: secrets.phone,
			stage: text,
			product: 'loan',
			contacts: secrets.card,
			connected: 1,
			accounts: 1
		}
	]);
	await importRows(deps, [
		{
			'Complaint ID': 1,
			'Date received': '2026-06-05',
			Product: 'Debt collection',
			Company: 'Encore',
			'ZIP code': '94107',
			'Consumer complaint narrative': text
		}
	]);
	await listOf(deps, aFilter());
});

describe('what identifies a borrower', () => {
	it('was read', async () => {
		const { total } = await listOf(deps, aFilter());
		expect(total).toBe(6);
	});

	it.each(Object.entries(secrets))(
		'%s is in no file of the data folder and in no log line',
		async (_what, secret) => {
			const digest = createHash('sha256').update(secret).digest('hex');
			const files = readdirSync(dataDir).filter((name) => name !== 'pseudonym.key');
			expect(files).toEqual(expect.arrayContaining(['earshot.db', 'facts.duckdb']));
			for (const file of files) {
				const bytes = readFileSync(join(dataDir, file));
				for (const trace of [secret, digest]) expect([file, bytes.includes(trace)]).toEqual([file, false]);
			}
			expect(deps.logged()).toContain('import finished');
			expect(deps.logged()).not.toContain(secret);
		}
	);

	it('stays recognisable as the same borrower', async () => {
		const again = {
			received_on: '2026-06-09',
			rating: 2,
			comment: '',
			call_id: 'again',
			borrower_ref: secrets.reference
		};
		await importRows(deps, [again]);
		const { rows } = await listOf(deps, aFilter());
		const borrowerOf = (id: string) => rows.find(({ externalId }) => externalId === id)?.borrowerId;
		expect(borrowerOf('again')).toBe(borrowerOf('P-1'));
		expect(borrowerOf('P-2')).not.toBe(borrowerOf('P-1'));
	});

	it('cannot be found by trying numbers out, without the key of the data folder', async () => {
		const [row] = (await listOf(deps, aFilter({ theme: [] }))).rows.filter(
			({ text: stored, kind }) => stored === '' && kind === 'complaint'
		);
		const guess: FeedbackDraft = {
			kind: 'complaint',
			externalId: null,
			receivedOn: '2026-06-01',
			eventOn: null,
			channel: 'phone',
			source: 'other',
			product: null,
			stage: null,
			region: null,
			rating: null,
			text: '',
			borrowerRef: secrets.chineseId,
			agencyId: null,
			teamId: null,
			agentId: null,
			attribution: 'none',
			callId: null,
			eventAt: null,
			details: {}
		};
		expect(row).toMatchObject({ kind: guess.kind, receivedOn: guess.receivedOn, channel: guess.channel });
		expect(JSON.stringify(await dump(deps))).not.toContain(contentHash(guess));
	});
});

describe('the key of the data folder', () => {
	it('is readable by its owner only, and makes other pseudonyms than the key of another folder', async () => {
		const other = await openTestDeps();
		expect(statSync(join(other.dataDir, 'pseudonym.key')).mode & 0o777).toBe(0o600);
		expect(other.pseudonymKey).not.toEqual(deps.pseudonymKey);
	});

	it('is not used when part of it is lost', async () => {
		const folder = aFolder();
		await (await openTestDeps({ dataDir: folder })).close();
		truncateSync(join(folder, 'pseudonym.key'), 10);
		await expect(openTestDeps({ dataDir: folder })).rejects.toMatchObject({ code: 'bad-file' });
	});
});

describe('row issues', () => {
	it('show nothing of what a borrower said', async () => {
		const issues = (await dump(deps)).importIssue as { value: string | null; message: string }[];
		expect(issues.length).toBeGreaterThan(10);
		for (const { value, message } of issues)
			expect(`${value} ${message}`).not.toMatch(/\d{5}|called|sister|@example|Abernathy/);
	});
});
