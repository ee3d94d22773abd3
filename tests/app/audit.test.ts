import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { agentView } from '#server/app/agents.ts';
import { createApiKey, revokeApiKey } from '#server/app/api-keys.ts';
import { audit, auditCsv, type AuditInput } from '#server/app/audit.ts';
import { feedbackCsv } from '#server/app/feedback-csv.ts';
import { feedbackView } from '#server/app/feedback-view.ts';
import { addNote } from '#server/app/notes.ts';
import { choosePerson } from '#server/app/people.ts';
import { reportCsv } from '#server/app/report-csv.ts';
import { rollBackImport } from '#server/app/roll-back-import.ts';
import { administrator, aFilter, aManager, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { everyAudit } from './every-audit.ts';
import { importScene } from './scene.ts';

const everything: AuditInput = { actorId: null, action: null, kind: null, objectId: null, period: null };

let deps: TestDeps;
let manager: Actor;
let compliance: Actor;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
	manager = await choosePerson(deps, administrator, 'marta-silva');
	compliance = await choosePerson(deps, administrator, 'lin-yue');
});

async function read(chunks: AsyncIterable<string>): Promise<string> {
	let text = '';
	for await (const chunk of chunks) text += chunk;
	return text;
}

describe('what is written down', () => {
	it('is who looked at an agent and at a feedback, not who read a list', async () => {
		const before = (await everyAudit(deps)).length;
		const { rows } = await listOf(deps, aFilter(), manager);
		const id = rows[0]?.id ?? 0;
		await feedbackView(deps, manager, id);
		await agentView(deps, manager, { id: 'a-1', filter: aFilter() });
		const [agent, feedback, ...rest] = await everyAudit(deps);
		expect(rest).toHaveLength(before);
		expect(agent).toMatchObject({ actorName: 'Marta Silva', action: 'view', kind: 'agent', id: 'a-1' });
		expect(feedback).toMatchObject({ action: 'view', kind: 'feedback', id: String(id) });
	});

	it('is nothing for what was not found or not allowed', async () => {
		const before = await everyAudit(deps);
		await expect(feedbackView(deps, manager, 10_000_000)).rejects.toMatchObject({ code: 'not-found' });
		await expect(feedbackView(deps, aManager({}), 1)).rejects.toMatchObject({ code: 'not-found' });
		await expect(audit(deps, manager, { ...everything, before: null, limit: 9 })).rejects.toMatchObject({
			code: 'forbidden'
		});
		expect(await everyAudit(deps)).toEqual(before);
	});

	it('is each change and export, without search words and notes', async () => {
		await read(await feedbackCsv(deps, manager, { filter: aFilter({ text: 'Zhang', channel: ['sms'] }) }));
		await reportCsv(deps, compliance, { month: '2026-06', origin: 'imported', locale: 'en' });
		const { prefix } = await createApiKey(deps, administrator, { name: 'CRM', permissions: ['import'] });
		await revokeApiKey(deps, administrator, prefix);
		await addNote(deps, manager, { about: { kind: 'agent', id: 'a-1' }, text: 'Secretly fond of him' });
		const { importId } = await importRows(deps, [
			{ kind: 'complaint', received_on: '2026-07-01', complaint_id: 'roll', text: 'They called again' }
		]);
		await rollBackImport(deps, administrator, importId);
		const rows = await everyAudit(deps);
		expect(rows.slice(0, 7).map(({ action, kind, id }) => [action, kind, id])).toEqual([
			['roll_back', 'import', String(importId)],
			['import', 'import', String(importId)],
			['add', 'note', expect.any(String)],
			['remove', 'key', prefix],
			['add', 'key', prefix],
			['export', 'report', '2026-06'],
			['export', 'feedback', '']
		]);
		expect(rows[6]?.details).toEqual({ searched: true, channel: ['sms'] });
		expect(JSON.stringify(rows)).not.toMatch(/Zhang|Secretly/);
	});
});

describe('the audit log', () => {
	it('is paged without gaps, by person, action, object and day', async () => {
		const all = await everyAudit(deps);
		const seen: number[] = [];
		for (let before: number | null = null; ;) {
			const page = await audit(deps, compliance, { ...everything, before, limit: 3 });
			seen.push(...page.rows.map(({ seq }) => seq));
			if (page.next === null) break;
			before = page.next;
		}
		expect(seen).toEqual(all.map(({ seq }) => seq));
		expect(seen.length).toBeGreaterThan(6);
		const found = async (patch: Partial<AuditInput>) =>
			(await audit(deps, compliance, { ...everything, ...patch, before: null, limit: 100 })).rows;
		expect((await found({ actorId: manager.id })).every(({ actorId }) => actorId === manager.id)).toBe(true);
		expect((await found({ kind: 'agent', objectId: 'a-1' })).map(({ action }) => action)).toEqual(['view']);
		const day = (from: string, to: string) => found({ period: { from, to } });
		expect(await day('2026-07-14', '2026-07-15')).toHaveLength(all.length);
		expect(await day('2026-07-13', '2026-07-14')).toEqual([]);
	});

	it('downloads as the same rows, and the download is written down', async () => {
		const before = await everyAudit(deps);
		const text = await read(await auditCsv(deps, compliance, everything));
		const [after] = await everyAudit(deps);
		expect(after).toMatchObject({ action: 'export', kind: 'audit', actorId: compliance.id });
		const lines = text.replace('\ufeff', '').trim().split(/\r?\n/);
		expect(lines[0]).toBe('at_utc,actor,actor_name,action,object,object_id,details');
		expect(lines.length - 1 - before.length).toBeLessThanOrEqual(1);
		expect(text).toContain('marta-silva,Marta Silva,view,agent,a-1');
	});
});
