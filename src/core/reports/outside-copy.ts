import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { Block, Cell, Column, ReportDocument, Row, Table } from './blocks.ts';
import type { ChartBlock } from './chart-block.ts';
import { hideSmall, type Shown, type SummedCell } from './small-numbers.ts';

/** Printed in the place of a hidden count. */
export const hiddenWords: Readonly<Record<Exclude<Shown, 'shown'>, Bilingual>> = {
	small: { en: '<5', zh: '<5' },
	hidden: { en: 'hidden', zh: '不显示' }
};

/** The same report for readers outside: counts of 1 to 4 cannot be told from it, and nothing leads into the house. */
export function hideSmallNumbers(document: ReportDocument): ReportDocument {
	return {
		...document,
		sections: document.sections.map((section) => {
			const tables = section.blocks.filter((block) => block.kind === 'table').map(hideInTable);
			const hiddenRows = new Map(tables.map(({ table, hidden }) => [table.id, hidden]));
			return {
				...section,
				blocks: section.blocks.flatMap((block) => hideInBlock(block, tables, hiddenRows))
			};
		})
	};
}

interface HiddenTable {
	readonly table: Table;
	/** Keys of rows with a hidden count. */
	readonly hidden: ReadonlySet<string>;
}

function hideInBlock(
	block: Block,
	tables: readonly HiddenTable[],
	hiddenRows: ReadonlyMap<string, ReadonlySet<string>>
): readonly Block[] {
	if (block.kind === 'table') return [tables.find(({ table }) => table.id === block.id)?.table ?? block];
	if (block.kind === 'cards') return [];
	if (block.kind === 'chart') return [hideInChart(block, hiddenRows.get(block.tableId) ?? new Set())];
	if (block.kind === 'paragraph') return [block];
	const hidden = hiddenRows.get('kpis') ?? new Set();
	return [
		{
			...block,
			items: block.items.map((item) => ({
				...item,
				link: {},
				spark: [],
				...(hidden.has(item.key) ? { value: null, low: null, high: null, numerator: 0, verdict: null } : {})
			}))
		}
	];
}

function hideInTable(table: Table): HiddenTable {
	const columns = table.columns.filter(({ small }) => small === 'count');
	const cells = table.rows.flatMap((row) => columns.map((column) => ({ row: row.key, column: column.key })));
	const at = new Map(cells.map(({ row, column }, cell) => [`${row} ${column}`, cell]));
	const valueAt = (row: Row, column: string) => row.cells[column]?.value;
	const counts = table.rows.flatMap((row) =>
		columns.map(({ key }) => {
			const { value, restsOnFew } = row.cells[key] ?? { value: null };
			if (restsOnFew !== undefined) return Number(restsOnFew);
			return typeof value === 'number' ? value : 0;
		})
	);
	const totals = columns.flatMap(({ key }) => {
		const total = table.totals?.[key];
		return total === undefined ? [] : [{ key, total }];
	});
	const added = totals.map(({ key, total }) => {
		const sum = table.rows.reduce((all, row) => all + Number(valueAt(row, key) ?? 0), 0);
		return { key, total, rest: total - sum };
	});
	const values = [...counts, ...added.flatMap(({ total, rest }) => [total, rest])];
	const columnSums = added.map(({ key }, place): SummedCell[] => [
		...table.rows.map((row) => ({ cell: at.get(`${row.key} ${key}`) as number, sign: 1 as const })),
		{ cell: counts.length + 2 * place, sign: -1 },
		{ cell: counts.length + 2 * place + 1, sign: 1 }
	]);
	const { rowTotal } = table;
	const rowSums = rowTotal
		? table.rows.map((row) =>
				columns.map(({ key }): SummedCell => ({
					cell: at.get(`${row.key} ${key}`) as number,
					sign: key === rowTotal ? -1 : 1
				}))
			)
		: [];
	const known = new Set(values.keys().filter((cell) => cell >= counts.length));
	const shown = hideSmall({ values, sums: [...columnSums, ...rowSums], known });
	const hidden = new Set<string>();
	const rows = table.rows.map((row) =>
		hideInRow(row, table.columns, (column) => {
			const cell = at.get(`${row.key} ${column}`);
			const how = cell === undefined ? 'shown' : (shown[cell] ?? 'shown');
			if (how !== 'shown') hidden.add(row.key);
			return how;
		})
	);
	return { table: { ...table, rows }, hidden };
}

function hideInRow(row: Row, columns: readonly Column[], how: (column: string) => Shown): Row {
	const shownAs = new Map(columns.map(({ key, small }) => [key, small === 'count' ? how(key) : 'shown']));
	const isAnyHidden = [...shownAs.values()].some((one) => one !== 'shown');
	const cellOf = ({ key, small }: Column): Cell => {
		const as = shownAs.get(key);
		if (as === 'small' || as === 'hidden') return { value: hiddenWords[as] };
		if (small === 'derived' && isAnyHidden) return { value: null };
		const { link: _link, feedbackId: _id, restsOnFew: _few, ...cell } = row.cells[key] ?? { value: null };
		return cell;
	};
	return { key: row.key, cells: Object.fromEntries(columns.map((column) => [column.key, cellOf(column)])) };
}

function hideInChart(block: ChartBlock, hidden: ReadonlySet<string>): ChartBlock {
	const { chart } = block;
	const open = { link: {} };
	if (chart.type === 'funnel')
		return {
			...block,
			chart: {
				...chart,
				marks: chart.marks.filter(({ key }) => !hidden.has(key)).map((mark) => ({ ...mark, ...open }))
			}
		};
	const gap = { value: null, interval: null, numerator: 0, denominator: null, isTooFew: false };
	if (chart.type === 'bars')
		return {
			...block,
			chart: {
				...chart,
				marks: chart.marks.filter(({ key }) => !hidden.has(key)).map((mark) => ({ ...mark, ...open }))
			}
		};
	return {
		...block,
		chart: {
			...chart,
			marks: chart.marks.map((mark) => ({ ...mark, ...open, ...(hidden.has(mark.key) ? gap : {}) }))
		}
	};
}
