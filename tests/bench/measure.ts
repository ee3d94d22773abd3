import { availableParallelism } from 'node:os';

/** One number that a person can compare with an earlier run on the same machine. */
export interface Measure {
	readonly measure: string;
	readonly value: number;
	readonly unit: string;
	/** The same work done the plain way, in the same run; `ratio` is its value divided by ours. */
	readonly peer?: {
		readonly name: string;
		readonly value: number;
		readonly cpuMs: number;
		readonly ratio: number;
	};
	/** Rows, or runs of which `value` is the median. */
	readonly n: number;
	readonly [detail: string]: unknown;
}

const machine = { cpus: availableParallelism(), node: process.versions.node };

/** One JSON line on standard output. */
export function printMeasure(measure: Measure): void {
	console.log(JSON.stringify({ ...measure, machine }));
}

/** `valueOf` turns the time taken into the measure's unit. */
export function peerOf(
	name: string,
	peer: Taken,
	own: Taken,
	valueOf: (taken: Taken) => number = ({ ms }) => ms
): Required<Measure>['peer'] {
	const value = valueOf(peer);
	return { name, value: round(value), cpuMs: round(peer.cpuMs), ratio: round(value / valueOf(own)) };
}

/** To three digits: more would be noise. */
export function round(value: number): number {
	return Number(value.toPrecision(3));
}

/** Time on the clock, and of all processors together: on a busy machine only the latter stays the same. */
export interface Taken {
	readonly ms: number;
	readonly cpuMs: number;
}

export async function timed<Result>(
	work: () => Promise<Result> | Result
): Promise<Taken & { readonly result: Result }> {
	const startedAt = performance.now();
	const cpu = process.cpuUsage();
	const result = await work();
	const { user, system } = process.cpuUsage(cpu);
	return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1000, result };
}

/** The run that took the median time of `runs`, after one that warms up. */
export async function medianOf(runs: number, work: () => Promise<unknown>): Promise<Taken> {
	await work();
	const taken: Taken[] = [];
	for (let run = 0; run < runs; run++) taken.push(await timed(work));
	const [median] = taken.sort((one, other) => one.ms - other.ms).slice(Math.floor(runs / 2));
	if (!median) throw new RangeError('There is no median of no runs.');
	return median;
}

/** Largest resident memory of this process so far, in MiB. */
export function peakRssMb(): number {
	return Math.round(process.resourceUsage().maxRSS / 1024);
}
