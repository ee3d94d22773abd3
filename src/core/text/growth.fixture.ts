/** Less is noise. */
const leastMs = 5;

/**
 * How many times as long `work` takes with 1,000,000 as with 100,000 characters: about 10 where time is linear, 100 where
 * it is quadratic. Processor time of this thread, so that it does not matter what else the machine does.
 */
export function growthOf(work: (length: number) => void): number {
	work(100_000);
	const small = Math.min(timeOf(work, 100_000), timeOf(work, 100_000));
	const large = Math.min(timeOf(work, 1_000_000), timeOf(work, 1_000_000));
	return large / Math.max(leastMs, small);
}

function timeOf(work: (length: number) => void, length: number): number {
	const before = process.threadCpuUsage();
	work(length);
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000;
}
