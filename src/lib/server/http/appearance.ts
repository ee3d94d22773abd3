import type { Cookies } from '@sveltejs/kit';

export const appearanceCookie = 'EARSHOT_APPEARANCE';

/** The reader's choice; nothing else a cookie might hold gets into the page. */
export function appearanceOf(cookies: Pick<Cookies, 'get'>): 'system' | 'light' | 'dark' {
	const chosen = cookies.get(appearanceCookie);
	return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}
