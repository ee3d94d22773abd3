import { json } from '@sveltejs/kit';
import { pageLocale } from '#lib/i18n/locale.ts';
import { findPlaces, wordsOf } from '../find-places.ts';
import type { RequestHandler } from './$types';

/** What the palette shows while its reader types. */
export const GET: RequestHandler = async (event) =>
	json(await findPlaces(event, wordsOf(event.url), pageLocale()), {
		headers: { 'cache-control': 'no-store' }
	});
