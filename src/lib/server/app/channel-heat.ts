import type { Filter } from '#core/domain/filter.ts';
import { exposureByDimension } from '../facts/questions/exposure-by-dimension.ts';
import { themeByDimension } from '../facts/questions/theme-by-dimension.ts';
import type { Source } from '../storage/question-schema.ts';

/** Conduct themes by channel, with the contacts they can be put over. */
export async function channelHeat(source: Source, dated: Filter) {
	const [cells, contacts] = await Promise.all([
		themeByDimension(source, dated, 'conduct', 'channel'),
		exposureByDimension(source, dated, 'channel')
	]);
	return { cells, contacts };
}
