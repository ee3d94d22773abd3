import { addMonths, periodKeys } from '#core/domain/period.ts';
import type { Deps } from '#server/app/deps.ts';
import { importRows, today, type CsvRow } from './deps.ts';

/**
 * A fixed small lender: two outside agencies and an in-house one, sixteen months of contacts and a few hundred
 * feedback of every kind, with gaps in every column.
 */
export const organisationRows: readonly CsvRow[] = [
	member('north', 'north-1', 'a-1', '2025-01-01'),
	member('north', 'north-1', 'a-2', '2025-01-01'),
	member('north', 'north-1', 'a-8', '2025-01-01', '2026-03-01'),
	member('north', 'north-2', 'a-3', '2025-01-01'),
	member('north', 'north-2', 'a-4', '2025-01-01'),
	member('own', 'own-1', 'a-5', '2025-01-01'),
	member('own', 'own-1', 'a-6', '2025-01-01'),
	member('own', 'own-1', 'a-8', '2026-03-01'),
	member('south', 'south-1', null)
];

function member(agency: string, team: string, agent: string | null, from = '', to = ''): CsvRow {
	return {
		agency_id: agency,
		agency_name: `Agency ${agency}`,
		agency_name_zh: agency === 'own' ? '自营' : '',
		in_house: agency === 'own' ? 'yes' : 'no',
		team_id: team,
		team_name: `Team ${team}`,
		region: 'hubei',
		agent_id: agent,
		agent_name: agent && `Agent ${agent}`,
		from,
		to
	};
}

const firstMonth = '2025-03-01';
const months = periodKeys({ from: firstMonth, to: addMonths(today, 1) }, 'month');
const agentsOfTeam: Readonly<Record<string, readonly string[]>> = {
	'north-1': ['a-1', 'a-2'],
	'north-2': ['a-3', 'a-4'],
	'own-1': ['a-5', 'a-6']
};

/** Numbers from 0 on that look random and are always the same. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return (state >>> 8) % below;
	};
}

export const exposureRows: readonly CsvRow[] = months.flatMap((month, at) =>
	Object.entries(agentsOfTeam).flatMap(([team, agents]) => [
		...agents.flatMap((agent) => [
			contacts(month, team, agent, ['phone', 'M1', 'Cash Loan'], 400 + 10 * at),
			contacts(month, team, agent, ['sms', 'M2', 'Cash Loan'], 300)
		]),
		contacts(month, team, null, ['visit', 'M3', 'Car Loan'], 40)
	])
);

function contacts(
	month: string,
	team: string,
	agent: string | null,
	[channel, stage, product]: readonly [string, string, string],
	connected: number
): CsvRow {
	return {
		day: `${month}-05`,
		team_id: team,
		agent_id: agent,
		channel,
		stage,
		product,
		contacts: 2 * connected,
		connected,
		accounts: connected
	};
}

const texts = [
	'He said he would break my legs if I do not pay.',
	'They keep calling my mother about my loan.',
	'The agent swore at me and called me trash.',
	'They called my office and told HR about my debt.',
	'催收员辱骂我，还打我老婆电话。',
	'他们说要起诉我，半夜打电话。',
	'The amount is wrong, I only owe half.',
	'I cannot sleep and I want to die.',
	'I only want a payment plan.',
	'Je voudrais une copie de mon contrat.',
	'',
	'They never threatened me, but the amount is wrong.'
] as const;

const praise = [
	'The agent was polite and explained everything.',
	'态度好，讲得很清楚。',
	'',
	'He yelled at me on the phone.'
];

const pick = numbers(7);
const oneOf = <Value>(values: readonly Value[]): Value => values[pick(values.length)] as Value;

/** Half of the feedback names an agent, some only a team, some nobody. */
function who(): { team_id: string; agent_id: string } {
	const chance = pick(10);
	const team = oneOf(['north-1', 'north-1', 'north-2', 'own-1']);
	if (chance < 5) return { team_id: '', agent_id: oneOf([...(agentsOfTeam[team] ?? []), 'a-8', 'a-2']) };
	return chance < 8 ? { team_id: oneOf([team, 'south-1']), agent_id: '' } : { team_id: '', agent_id: '' };
}

function day(): string {
	const month = oneOf(months);
	const last = month === today.slice(0, 7) ? 13 : 28;
	return `${month}-${String(1 + pick(last)).padStart(2, '0')}`;
}

const work = () => ({
	channel: oneOf(['phone', 'phone', 'sms', 'visit', 'email', '']),
	stage: oneOf(['M1', 'M1', 'M2', 'M3', '']),
	product: oneOf(['Cash Loan', 'Cash Loan', 'Car Loan', '']),
	region: oneOf(['hubei', 'hunan', ''])
});

export const complaintRows: readonly CsvRow[] = Array.from({ length: 260 }, (_, at) => ({
	complaint_id: at % 10 === 0 ? '' : `C-${at}`,
	received_on: day(),
	...work(),
	source: oneOf(['hotline', 'regulator', 'web_form', '']),
	...who(),
	borrower_ref: oneOf(['ACC-1', 'ACC-2', 'ACC-3', '', `ACC-${at}`]),
	text: `${oneOf(texts)} ${at % 10 === 0 ? at : ''}`.trim()
}));

export const callRows: readonly CsvRow[] = Array.from({ length: 120 }, (_, at) => ({
	received_on: day(),
	call_id: `call-${at}`,
	rating: 1 + pick(5),
	...work(),
	...who(),
	comment: oneOf(praise)
}));

export const cfpbRows: readonly CsvRow[] = Array.from({ length: 30 }, (_, at) => ({
	'Complaint ID': 9000 + at,
	'Date received': at % 3 === 0 ? '' : day(),
	Product: 'Debt collection',
	Company: oneOf(['Encore Capital Group Inc.', 'ENCORE CAPITAL GROUP INC', 'Portfolio Recovery']),
	State: oneOf(['FL', 'TX', 'None']),
	Issue: 'Communication tactics',
	'Consumer complaint narrative': oneOf(texts)
}));

export function aComplaint(patch: CsvRow = {}): CsvRow {
	return {
		complaint_id: 'C-1',
		received_on: '2026-06-01',
		channel: 'phone',
		team_id: '',
		agent_id: '',
		borrower_ref: 'ACC-1',
		text: 'They keep calling my mother.',
		...patch
	};
}

/** Imports all of it through the real verbs, in the order in which a user has to. */
export async function importScene(deps: Deps): Promise<void> {
	for (const rows of [organisationRows, exposureRows, complaintRows, callRows, cfpbRows]) {
		const { counts } = await importRows(deps, rows);
		if (counts.issues > 0) throw new Error(`The scene has ${counts.issues} rows with issues.`);
	}
}
