import { redirect } from '@sveltejs/kit';
import { appearanceCookie } from '#server/http/appearance.ts';
import { isAppearance } from '#lib/ui/appearance.ts';
import { backPathOf } from '#server/http/back-path.ts';
import type { RequestHandler } from './$types';

const aYear = 365 * 24 * 3600;

/** Switches between light, dark and the system's choice; a form, so that it works without scripts. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const chosen = form.get('appearance');
	if (isAppearance(chosen))
		cookies.set(appearanceCookie, chosen, {
			path: '/',
			maxAge: aYear,
			httpOnly: true,
			sameSite: 'lax',
			secure: false
		});
	redirect(303, backPathOf(form.get('back'), url.origin));
};
