import { getSetting } from '../storage/settings.ts';
import type { Store } from '../storage/connect.ts';

const defaultDays = 7;

/** So many days before it happened, a contact may still be what a feedback is about: setting `link_window_days`. */
export async function linkWindowOf(store: Pick<Store, 'db'>): Promise<number> {
	const days = Number((await getSetting(store, 'link_window_days')) ?? defaultDays);
	return Number.isInteger(days) && days >= 0 && days <= 365 ? days : defaultDays;
}
