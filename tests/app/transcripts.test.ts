import { describe, expect, it } from 'vitest';
import { importRows, openTestDeps } from './deps.ts';

const organisation = [
	{
		agency_id: 'north',
		agency_name: 'North',
		in_house: 'no',
		team_id: 'n1',
		team_name: 'North 1',
		agent_id: 'A1',
		agent_name: 'A1',
		from: '2026-01-01',
		to: ''
	}
];
const log = [
	{
		at: '2026-07-01 10:00',
		account: 'ACC-1',
		team_id: '',
		agent_id: 'A1',
		channel: 'phone',
		outcome: 'connected',
		duration: '1:05',
		call_id: 'K1',
		stage: 'M1',
		product: 'Cash Loan'
	}
];

describe('transcripts', () => {
	it('become one feedback a call, of the agent whom the log names', async () => {
		const deps = await openTestDeps({ inMemory: true });
		await importRows(deps, organisation);
		await importRows(deps, log);
		const turn = (call_id: string, at: string, speaker: string, text: string) => ({
			call_id,
			at,
			speaker,
			text
		});
		const { counts, issues } = await importRows(deps, [
			turn('K1', '2026-07-01 10:00:05', '坐席', '您好，\n请还款。'),
			turn('K1', '2026-07-01 10:00:09', '客户', '别再打给我妈妈了。'),
			turn('K3', '2026-07-01 23:30:00', 'agent', 'Good evening.'),
			turn('K1', '2026-07-01 10:01:00', 'agent', 'again'),
			turn('K4', '2026-07-01 23:30:00', 'somebody', 'Hello.'),
			turn('K5', '', 'agent', 'Hello.')
		]);
		expect(counts).toEqual({ read: 5, stored: 2, updated: 0, unchanged: 0, issues: 3 });
		expect(issues.map(({ line, code }) => [line, code])).toEqual([
			[6, 'conflict'],
			[7, 'unknown-value'],
			[8, 'bad-date']
		]);
		const rows = await deps.store.db.selectFrom('feedback').selectAll().orderBy('id').execute();
		expect(rows[0]).toMatchObject({
			kind: 'transcript',
			text: '坐席：您好， 请还款。\n客户：别再打给我妈妈了。',
			eventAt: '2026-07-01T02:00:05.000Z',
			receivedOn: '2026-07-01',
			callId: 'K1',
			attribution: 'call_id',
			agentId: 'A1'
		});
		expect(rows[1]).toMatchObject({
			receivedOn: '2026-07-01',
			attribution: 'none',
			text: 'Agent: Good evening.'
		});
	});
});
