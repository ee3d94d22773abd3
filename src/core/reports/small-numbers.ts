/**
 * Cells of which sums are known. A hidden cell is printed as `<5` (it is 1 to 4) or as `hidden`, which says nothing.
 */
export interface SmallTable {
	/** Counts from 0 on. */
	readonly values: readonly number[];
	/** Each a list of cells with their signs that add up to 0, such as parts +1 and their sum −1. A cell is in at most two. */
	readonly sums: readonly (readonly SummedCell[])[];
	/** Cells that readers know from elsewhere. */
	readonly known?: ReadonlySet<number>;
}
export interface SummedCell {
	readonly cell: number;
	readonly sign: 1 | -1;
}
export type Shown = 'shown' | 'small' | 'hidden';

const fewestShown = 5;

export function isSmall(count: number): boolean {
	return count > 0 && count < fewestShown;
}

/**
 * Which cells to print, so that no count of 1 to 4 can be told from what is printed: neither read nor computed from
 * sums, whatever the reader knows of `<5` and `hidden`. Hides the smallest further cells that do, zeros last.
 */
export function hideSmall({ values, sums, known = new Set() }: SmallTable): Shown[] {
	const shown = values.map((value, cell): Shown => (isSmall(value) && !known.has(cell) ? 'small' : 'shown'));
	const small = values.flatMap((value, cell) => (isSmall(value) ? [cell] : []));
	for (;;) {
		const told = small.find((cell) => shown[cell] !== 'shown' && !canDiffer(cell, { values, sums, shown }));
		if (told === undefined) return shown;
		const next = nextToHide(told, { values, sums, shown, known });
		if (next !== undefined) shown[next] = 'hidden';
		else if (!loosen(told, { values, sums, shown })) return shown;
	}
}

interface State {
	readonly values: readonly number[];
	readonly sums: SmallTable['sums'];
	readonly shown: Shown[];
}

/** The smallest printed cell that shares a sum with this one or with what is hidden beside it. */
function nextToHide(told: number, { values, sums, shown, known }: State & { known: ReadonlySet<number> }) {
	const reach = new Set([told]);
	for (let size = 0; size !== reach.size;) {
		size = reach.size;
		const candidates: number[] = [];
		for (const sum of sums)
			if (sum.some(({ cell }) => reach.has(cell)))
				for (const { cell } of sum)
					if (shown[cell] !== 'shown') reach.add(cell);
					else if (!known.has(cell)) candidates.push(cell);
		const rank = (cell: number) => values[cell] || Number.MAX_SAFE_INTEGER;
		candidates.sort((one, other) => rank(one) - rank(other) || one - other);
		if (candidates.length > 0) return candidates[0];
	}
	return undefined;
}

/** Where all is hidden and the sum still tells: one more `<5` says nothing at all. */
function loosen(told: number, { sums, shown }: State): boolean {
	const beside = sums.filter((sum) => sum.some(({ cell }) => cell === told)).flat();
	const small = [told, ...beside.map(({ cell }) => cell)].filter((cell) => shown[cell] === 'small');
	const last = small.at(-1);
	if (last === undefined) return false;
	shown[last] = 'hidden';
	return true;
}

/**
 * Can the cell be another number with the same printed cells and sums? Sums make a network in which each cell is an
 * edge between two of them (or one and the outside): it can, exactly if one more or one less can be passed around a
 * circle of hidden cells.
 */
function canDiffer(cell: number, state: State): boolean {
	return ([1, -1] as const).some((step) => canMove(state, cell, step) && isBalanced(cell, step, state));
}

function canMove({ values, shown }: State, cell: number, step: number): boolean {
	if (shown[cell] === 'shown') return false;
	const moved = (values[cell] ?? 0) + step;
	return moved >= 0 && (shown[cell] === 'hidden' || (moved >= 1 && moved < fewestShown));
}

const outside = -1;

function isBalanced(start: number, step: 1 | -1, state: State): boolean {
	const nodes = nodesOf(state.sums, start);
	const [from, to] = nodes as [number, number];
	if (from === to) return true;
	// Moves that are still owed: at `from` the sum is off by sign · step.
	const seen = new Set([from]);
	const queue: { node: number; off: number }[] = [
		{ node: from, off: signIn(state.sums, from, start) * step }
	];
	for (let at = 0; at < queue.length; at++) {
		const { node, off } = queue[at] as { node: number; off: number };
		for (const cell of cellsAt(state, node)) {
			if (cell === start) continue;
			const move = node === outside ? null : -off * signIn(state.sums, node, cell);
			for (const one of move === null ? [1, -1] : [move]) {
				if (!canMove(state, cell, one)) continue;
				const [first, second] = nodesOf(state.sums, cell) as [number, number];
				const next = first === node ? second : first;
				const change = next === outside ? 0 : signIn(state.sums, next, cell) * one;
				if (next === to && (to === outside || change + signIn(state.sums, to, start) * step === 0))
					return true;
				if (seen.has(next) || next === to) continue;
				seen.add(next);
				queue.push({ node: next, off: change });
			}
		}
	}
	return false;
}

function nodesOf(sums: SmallTable['sums'], cell: number): number[] {
	const nodes = sums.flatMap((sum, node) => (sum.some((one) => one.cell === cell) ? [node] : []));
	while (nodes.length < 2) nodes.push(outside);
	return nodes;
}

function signIn(sums: SmallTable['sums'], node: number, cell: number): number {
	return node === outside ? 1 : (sums[node]?.find((one) => one.cell === cell)?.sign ?? 1);
}

function cellsAt({ sums, shown }: State, node: number): number[] {
	if (node !== outside) return (sums[node] ?? []).map(({ cell }) => cell);
	return shown.flatMap((_, cell) => (nodesOf(sums, cell).includes(outside) ? [cell] : []));
}
