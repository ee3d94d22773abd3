import type { Origin } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { countByDay } from './count-by-day.ts';

/** How much feedback is imported and how much simulated, within the asker's scope. */
export async function countByOrigin(source: Source): Promise<Readonly<Record<Origin, number>>> {
	const days = await countByDay(source);
	const of = (origin: Origin) =>
		days.reduce((total, day) => total + (day.origin === origin ? day.count : 0), 0);
	return { imported: of('imported'), simulated: of('simulated') };
}
