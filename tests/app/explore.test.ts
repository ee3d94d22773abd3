import { beforeAll, describe, expect, it } from 'vitest';
import { comparisons, lenses, measures, shapes, tops, type Exploration } from '#core/domain/exploration.ts';
import type { Filter } from '#core/domain/filter.ts';
import { periodOf, type Grain } from '#core/domain/period.ts';
import { isOfTags } from '#core/domain/question.ts';
import { explore } from '#server/app/explore.ts';
import type { ExploredSide, Measured } from '#server/app/explore-side.ts';
import { countQuestion } from '#server/facts/questions/ask-question.ts';
import { storeAsSource } from '#server/storage/question-schema.ts';
import { administrator, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

const plain: Exploration = {
	lens: 'all',
	measure: 'count',
	shape: 'lines',
	top: 5,
	compare: 'none',
	group: aFilter()
};

async function look(
	patch: Partial<Filter>,
	how: Partial<Exploration>,
	grain: Grain | null = null,
	of = deps
) {
	const exploration = { ...plain, ...how };
	const { answer } = await explore(of, administrator, { filter: aFilter(patch), grain, exploration });
	if (!answer) throw new Error('There is nothing to explore.');
	const [first, second] = answer.sides;
	if (!first) throw new Error('There is no group.');
	return { ...answer, first, second };
}

async function listed(filter: Filter): Promise<number> {
	const [row] = await countQuestion(storeAsSource(deps.store, null), { filter, splits: [] });
	return row?.feedback ?? 0;
}

const marksOf = ({ series, all }: ExploredSide): readonly Measured[] => [
	all,
	...series.flatMap(({ whole, points }) => [whole, ...points])
];

/** Always the same numbers from 0 to below `below`. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return (state >>> 8) % below;
	};
}

const pick = numbers(20261130);
const oneOf = <Value>(values: readonly Value[]): Value => values[pick(values.length)] as Value;
const patches: readonly Partial<Filter>[] = [
	{},
	{ complaint: 'yes' },
	{ agency: ['north', 'own'] },
	{ agent: ['a-1', 'a-2', 'none'] },
	{ channel: ['phone', 'none'] },
	{ not: { channel: ['sms'] } },
	{ region: ['hubei'] },
	{ theme: ['third_party_contact', 'abusive_language', 'threat_harm'] },
	{ taxonomy: ['conduct', 'process'] },
	{ severity: ['4'] },
	{ kind: ['call_feedback'] },
	{ rating: ['1', '2', 'none'] },
	{ worst: ['0', '3'] },
	{ not: { team: ['north-1', 'none'] }, complaint: 'no' }
];
const periods: readonly Filter['period'][] = [
	null,
	periodOf('2026'),
	periodOf('2026-Q2'),
	periodOf('2026-05-06..2026-06-11'),
	periodOf('2025-03..2026-07'),
	'undated'
];
const seeded = Array.from({ length: 50 }, (_, at) => ({
	at,
	filter: { ...oneOf(patches), period: oneOf(periods) },
	grain: oneOf<Grain | null>([null, 'week', 'month', 'quarter', 'day']),
	how: {
		lens: lenses[at % lenses.length] as Exploration['lens'],
		measure: oneOf(measures),
		shape: oneOf(shapes),
		top: oneOf(tops),
		compare: oneOf(comparisons),
		group: aFilter(oneOf(patches))
	}
}));

describe('every mark lists exactly the feedback it counts', () => {
	it.each(seeded)(
		'$at: $how.measure by $how.lens, against $how.compare',
		async ({ filter, how, grain }) => {
			const { sides } = await look(filter, how, grain);
			for (const side of sides) {
				const marks = marksOf(side);
				const behind = await Promise.all(marks.map((mark) => listed(mark.listed)));
				expect(marks.map(({ counted }) => counted)).toEqual(behind);
			}
		},
		60_000
	);
});

describe('nothing is lost', () => {
	const bySingle = lenses.filter((lens) => lens !== 'all' && !isOfTags(lens));

	it.each(bySingle)('values of %s and their other add up, in all and in each period', async (lens) => {
		const { first } = await look({ period: periodOf('2025-03..2026-07') }, { lens }, 'month');
		const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
		expect(sum(first.series.map(({ whole }) => whole.counted))).toBe(first.all.counted);
		const inTime = first.series.flatMap(({ points }) => points.map(({ counted }) => counted));
		expect(sum(inTime)).toBe(first.all.counted);
		expect(first.series.filter(({ kind }) => kind === 'value').length).toBeLessThanOrEqual(5);
	});

	it('the other of a rate is pooled: its feedback over its contacts', async () => {
		const { first } = await look(
			{ period: periodOf('2026-01..2026-06') },
			{ lens: 'agent', measure: 'rate' }
		);
		const { first: count } = await look(
			{ period: periodOf('2026-01..2026-06') },
			{ lens: 'all', measure: 'rate' }
		);
		const other = first.series.find(({ kind }) => kind === 'other');
		expect(other?.values).toBeGreaterThan(0);
		const contacts = first.series.map(({ whole }) => whole.denominator ?? 0).reduce((a, b) => a + b, 0);
		expect(contacts).toBe(count.all.denominator);
		expect(other?.whole.value).toBeCloseTo(
			(1000 * (other?.whole.numerator ?? 0)) / (other?.whole.denominator ?? 1)
		);
	});

	it('themes beyond the top are counted once each as feedback, or said to be left out', async () => {
		const period = periodOf('2025-03..2026-07');
		const { first } = await look({ period }, { lens: 'theme' });
		expect(first.series.at(-1)).toMatchObject({ kind: 'other' });
		const { first: asked } = await look(
			{ period, theme: ['third_party_contact'] },
			{ lens: 'impact', top: 5 }
		);
		expect(asked.series.every(({ kind }) => kind === 'value')).toBe(true);
	});
});

describe('time', () => {
	it('has a place for every period, zero for counts and a gap for rates', async () => {
		const period = periodOf('2024-11..2026-07');
		const counts = await look({ period }, {}, 'month');
		expect(counts.first.periods).toHaveLength(21);
		expect(counts.first.series[0]?.points.slice(0, 4).map(({ value }) => value)).toEqual([0, 0, 0, 0]);
		const rates = await look({ period }, { measure: 'rate' }, 'month');
		expect(rates.first.series[0]?.points.slice(0, 4).map(({ value }) => value)).toEqual([
			null,
			null,
			null,
			null
		]);
		expect(rates.first.series[0]?.points[4]?.value).toBeGreaterThan(0);
	});

	it('the month that is not over is not complete', async () => {
		const { first } = await look({ period: periodOf('2026-05..2026-07') }, {}, 'month');
		expect(first.periods.map(({ isComplete }) => isComplete)).toEqual([true, true, false]);
	});

	it('days are refused beyond a year, and another grain is taken', async () => {
		const { grain, grains } = await look({ period: periodOf('2025-01..2026-06') }, {}, 'day');
		expect(grain).toBe('month');
		expect(grains?.find((one) => one.grain === 'day')?.isTooFine).toBe(true);
		expect((await look({ period: periodOf('2026-06') }, {}, 'day')).grain).toBe('day');
	});

	it('the same period a year earlier is the same days', async () => {
		const { second } = await look({ period: periodOf('2026-03..2026-06') }, { compare: 'year' });
		expect(second?.filter.period).toEqual(periodOf('2025-03..2025-06'));
	});
});

describe('rates', () => {
	it('are not given where contacts do not know the filter or the lens', async () => {
		const how = { measure: 'rate', lens: 'team' } as const;
		expect((await look({ region: ['hubei'] }, how)).missing).toBe('no-match');
		expect((await look({}, { measure: 'rate', lens: 'source' })).missing).toBe('no-match');
		expect((await look({ region: ['hubei'] }, { ...how, measure: 'count' })).missing).toBe(null);
		expect((await look({}, how)).missing).toBe(null);
	});

	it('of few contacts or few complaints say that they are too few', async () => {
		const { first } = await look(
			{ period: periodOf('2026-06'), complaint: 'yes' },
			{ lens: 'channel', measure: 'rate' }
		);
		const few = first.series.filter(({ whole }) => whole.numerator < 5 && whole.value !== null);
		expect(few.length).toBeGreaterThan(0);
		expect(few.every(({ whole }) => whole.isTooFew)).toBe(true);
	});

	it('of two agencies stand side by side, each over its own contacts', async () => {
		const { first, second } = await look(
			{ agency: ['north'], period: periodOf('2026-01..2026-06') },
			{ measure: 'rate', compare: 'group', group: aFilter({ agency: ['own'] }) }
		);
		expect(first.all.denominator).toBeGreaterThan(second?.all.denominator ?? Infinity);
		expect(second?.all.counted).toBe(
			await listed(aFilter({ agency: ['own'], period: periodOf('2026-01..2026-06') }))
		);
	});

	it('a team that worked and got no feedback has a rate of 0', async () => {
		const quiet = await openTestDeps({ inMemory: true });
		await importScene(quiet);
		const { first } = await look(
			{ period: periodOf('2026-06'), theme: ['threat_harm'], channel: ['visit'] },
			{ lens: 'team', measure: 'rate' },
			null,
			quiet
		);
		expect(first.series.some(({ whole }) => whole.counted === 0 && whole.value === 0)).toBe(true);
	});
});

it('an empty store has nothing to explore, and no error', async () => {
	const empty = await openTestDeps({ inMemory: true });
	const { answer } = await explore(empty, administrator, {
		filter: aFilter(),
		grain: null,
		exploration: plain
	});
	expect(answer).toBeNull();
});

it('feedback without a date is explored without time', async () => {
	const { shape, why, first } = await look({ period: 'undated' }, { lens: 'product' });
	expect([shape, why, first.periods]).toEqual(['bars', 'undated', []]);
});
