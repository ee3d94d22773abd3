import { createRandom, poissonSampler } from '../seeded-random.ts';

const draws = 1500;
/** Means in steps of a quarter: a rate hardly differs within one. */
const step = 1.25;
const seed = 20_260_101;

/**
 * How often a judgement alarms falsely, by simulation: `draws` series of Poisson counts with one mean, judged as real
 * ones are. Means are rounded to steps of 1.25 times and kept, so that hundreds of series cost a dozen simulations. The
 * same mean gives the same rate.
 */
export function falseAlarmRate(judge: (counts: readonly number[]) => boolean, length: number) {
	const known = new Map<number, number>();
	return (mean: number): number => {
		if (!(mean > 0) || length === 0) return 0;
		const place = Math.round(Math.log(mean) / Math.log(step));
		const rate = known.get(place) ?? simulate(place);
		known.set(place, rate);
		return rate;
	};

	/** Each mean has random numbers of its own: what one draws too little of, another draws too much of. */
	function simulate(place: number): number {
		const random = createRandom(seed + place);
		const sample = poissonSampler(step ** place);
		let alarms = 0;
		for (let draw = 0; draw < draws; draw++)
			if (judge(Array.from({ length }, () => sample(random())))) alarms++;
		return alarms / draws;
	}
}
