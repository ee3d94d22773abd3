import { listedBy, type Exploration } from '#core/domain/exploration.ts';
import type { Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { isComplete, periodKeys, type Grain } from '#core/domain/period.ts';
import {
	filterOfRow,
	isExposureAxis,
	isOfTags,
	type Answer,
	type AnswerRow,
	type ExposureOfRow,
	type MissingExposure,
	type Split
} from '#core/domain/question.ts';
import { measureRow, type MeasuredRow } from '#core/stats/measure-row.ts';
import { askQuestion } from '../facts/questions/ask-question.ts';
import type { Source } from '../storage/question-schema.ts';

/** A number with the filter that lists exactly the feedback it is made from. */
export interface Measured extends MeasuredRow {
	readonly listed: Filter;
}

export interface ExploredSeries {
	readonly kind: 'all' | 'value' | 'other';
	/** Null: not stated; of `all` and `other` it means nothing. */
	readonly key: string | null;
	/** How many values an “other” stands for. */
	readonly values: number;
	readonly whole: Measured;
	/** In the order of the periods; empty without a grain. */
	readonly points: readonly Measured[];
}

export interface ExploredSide {
	readonly filter: Filter;
	readonly periods: readonly { readonly key: string; readonly isComplete: boolean }[];
	readonly series: readonly ExploredSeries[];
	readonly all: Measured;
	readonly missing: MissingExposure;
	/** Values that neither stand alone nor are in an “other”: no filter could list them together. */
	readonly leftOut: number;
}

export interface AskedSide {
	readonly filter: Filter;
	/** Null: not over time. */
	readonly grain: Grain | null;
	readonly today: string;
	readonly exploration: Pick<Exploration, 'lens' | 'measure'>;
}

/** Values of the lens with all their feedback, most first. */
export async function rankValues(source: Source, { filter, exploration: { lens } }: AskedSide) {
	if (lens === 'all') return [];
	return (await askQuestion(source, { filter, splits: [{ by: lens }] })).rows;
}

/** One group of feedback, split by the lens: `keys` stand alone, of `ranked` all others are one. */
export async function exploreSide(
	source: Source,
	asked: AskedSide,
	{ keys, ranked }: { readonly keys: readonly (string | null)[]; readonly ranked: readonly AnswerRow[] }
): Promise<ExploredSide> {
	const { filter, grain, exploration } = asked;
	const { lens } = exploration;
	const rest = ranked
		.filter((row) => !keys.includes(row.keys[0] ?? null))
		.map(({ keys: [key] }) => key ?? null);
	const other = lens === 'all' || rest.length === 0 ? null : filterOfOthers(asked, keys, rest);
	const over = async (of: Filter, splits: readonly Split[]) => ({
		rows: grain ? (await askQuestion(source, { filter: of, splits: [...splits, { grain }] })).rows : [],
		whole: await askQuestion(source, { filter: of, splits: [] })
	});
	const [all, others, split] = await Promise.all([
		over(filter, []),
		other && over(other, []),
		lens === 'all' || !grain ? [] : rowsOfKeys(source, asked, keys)
	]);
	const periods = periodsOf(asked);
	const [total] = all.whole.rows;
	const measured = measurer(asked, { total, totals: all.rows, periods: periods.map(({ key }) => key) });
	const whole = measured.series('all', null, filter, { whole: total, points: all.rows });
	const series = [
		...(lens === 'all' ? [whole] : []),
		...keys.map((key) =>
			measured.series('value', key, filterOfKey(asked, key), {
				whole: ranked.find(hasKey(key)),
				points: split.filter(hasKey(key))
			})
		),
		...(other && others ? [measured.others(other, others, rest.length)] : [])
	];
	return {
		filter,
		periods,
		series,
		all: whole.whole,
		missing: all.whole.missing ?? hiddenBy(ranked),
		leftOut: other === null && lens !== 'all' ? rest.length : 0
	};
}

function periodsOf({ filter: { period }, grain, today }: AskedSide): ExploredSide['periods'] {
	if (!grain || period === null || period === 'undated') return [];
	return periodKeys(period, grain).map((key) => ({ key, isComplete: isComplete(key, period, today) }));
}

function hasKey(key: string | null) {
	return ({ keys }: AnswerRow) => (keys[0] ?? null) === key;
}

/** A split that exposure does not know leaves its rows without. */
function hiddenBy(ranked: readonly AnswerRow[]): MissingExposure {
	return ranked.some(({ exposure }) => exposure === null) ? 'no-match' : null;
}

function filterOfKey({ filter, exploration: { lens } }: AskedSide, key: string | null): Filter {
	return lens === 'all' ? filter : filterOfRow({ filter, splits: [{ by: lens }] }, [key]);
}

/** Null where one filter cannot ask for all the others: then they are left out, and the page says so. */
function filterOfOthers(
	{ filter, exploration: { lens } }: AskedSide,
	keys: readonly (string | null)[],
	rest: readonly (string | null)[]
): Filter | null {
	if (lens === 'all') return null;
	const stated = rest.map((key) => key ?? 'none');
	if (lens === 'taxonomy') return { ...filter, taxonomy: stated };
	if (isOfTags(lens)) {
		const isAsked = filter.theme.length > 0 && lens !== 'theme';
		return isAsked ? null : { ...filter, theme: stated };
	}
	const field = lens === 'severity' ? 'worst' : lens;
	return narrow(filter, { not: { [field]: keys.map((key) => key ?? 'none') } });
}

async function rowsOfKeys(source: Source, asked: AskedSide, keys: readonly (string | null)[]) {
	const { filter, grain, exploration } = asked;
	const { lens } = exploration;
	if (lens === 'all' || !grain || keys.length === 0) return [];
	const field = lens === 'severity' ? 'worst' : lens;
	const chosen = isOfTags(lens) ? filter : narrow(filter, { [field]: keys.map((key) => key ?? 'none') });
	return (await askQuestion(source, { filter: chosen, splits: [{ by: lens }, { grain }] })).rows;
}

const nothing: Omit<AnswerRow, 'keys' | 'exposure'> = {
	feedback: 0,
	borrowers: 0,
	texts: 0,
	rated: 0,
	ratingSum: 0,
	severities: [0, 0, 0, 0]
};
const noWork: ExposureOfRow = { contacts: 0, connected: 0, accounts: 0 };

interface Totals {
	readonly total: AnswerRow | undefined;
	readonly totals: readonly AnswerRow[];
	readonly periods: readonly string[];
}
interface Rows {
	readonly whole: AnswerRow | undefined;
	readonly points: readonly AnswerRow[];
}

interface OfOthers {
	readonly rows: readonly AnswerRow[];
	readonly whole: Answer;
}

function measurer({ exploration: { lens, measure } }: AskedSide, { total, totals, periods }: Totals) {
	const totalIn = new Map(totals.map((row) => [row.keys.at(-1), row]));
	const isOwnWork = lens !== 'all' && isExposureAxis(lens);
	/** A value without a row had no feedback: its exposure is that of all where exposure has no such split. */
	const rowOf = (row: AnswerRow | undefined, ofAll: AnswerRow | undefined) =>
		row ?? {
			...nothing,
			exposure: ofAll?.exposure == null ? (ofAll?.exposure ?? null) : isOwnWork ? noWork : ofAll.exposure
		};
	const measured = (row: AnswerRow | undefined, ofAll: AnswerRow | undefined, of: Filter): Measured => ({
		...measureRow(measure, rowOf(row, ofAll), ofAll?.feedback ?? 0),
		listed: narrow(of, listedBy[measure])
	});
	function series(
		kind: ExploredSeries['kind'],
		key: string | null,
		of: Filter,
		{ whole, points }: Rows,
		values = 1
	): ExploredSeries {
		const pointIn = new Map(points.map((row) => [row.keys.at(-1), row]));
		const silent = total && { ...nothing, keys: [], exposure: total.exposure && noWork };
		return {
			kind,
			key,
			values,
			whole: measured(whole, total, of),
			points: periods.map((period) =>
				measured(
					pointIn.get(period),
					totalIn.get(period) ?? silent,
					filterOfRow({ filter: of, splits: [{ grain: 'day' }] }, [period])
				)
			)
		};
	}
	return {
		series,
		others: (of: Filter, { whole, rows }: OfOthers, values: number) =>
			series('other', null, of, { whole: whole.rows[0], points: rows }, values)
	};
}
