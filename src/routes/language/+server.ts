import { redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '#lib/i18n/paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** Switches the language of the pages; a form, so that it works without scripts. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const locale = form.get('locale');
	if (isLocale(locale))
		cookies.set(cookieName, locale, {
			path: '/',
			maxAge: cookieMaxAge,
			httpOnly: false,
			sameSite: 'lax',
			secure: false
		});
	redirect(303, pathOf(form.get('back'), url.origin));
};

/** Only back to a page of ours. */
function pathOf(back: FormDataEntryValue | null, origin: string): string {
	if (typeof back !== 'string') return '/';
	const target = URL.canParse(back, origin) ? new URL(back, origin) : null;
	return target?.origin === origin ? `${target.pathname}${target.search}` : '/';
}
