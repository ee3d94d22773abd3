import { pageLocale } from '#lib/i18n/locale.ts';
import { findPlaces, wordsOf } from './find-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const words = wordsOf(event.url);
	return { words, places: await findPlaces(event, words, pageLocale()) };
};
