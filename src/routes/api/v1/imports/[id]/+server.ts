import { apiImport } from '#server/app/api-import.ts';
import { withKey } from '#server/http/api-guard.ts';
import { problem } from '#server/http/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	withKey(event, 'read', async ({ ask }) => {
		const { id } = event.params;
		if (!/^\d{1,15}$/.test(id ?? '')) return problem('not-found', 'An import has a number.');
		return Response.json(await ask(apiImport, Number(id)), { headers: { 'cache-control': 'no-store' } });
	});
