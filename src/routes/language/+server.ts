import { redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '#lib/i18n/paraglide/runtime.js';
import { backPath } from '../back-path.ts';
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
	redirect(303, backPath(form.get('back'), url.origin));
};
