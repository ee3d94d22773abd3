import { parseFilter } from '#lib/url/filter-params.ts';
import { apiKpis } from '#server/app/api-kpis.ts';
import { withKey } from '#server/http/api-guard.ts';
import { problem } from '#server/http/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	withKey(event, 'read', async ({ ask }) => {
		const params = new URLSearchParams(event.url.searchParams);
		const ids = params.getAll('kpi');
		params.delete('kpi');
		const { filter, issues } = parseFilter(params);
		const [issue] = issues;
		if (issue)
			return problem('bad-request', `“${issue.param}” cannot be “${issue.value}”: see the URL parameters.`);
		if (filter.text !== '')
			return problem('bad-request', 'KPIs cannot be asked for by words: leave “q” out.');
		return Response.json(await ask(apiKpis, { filter, ids }), { headers: { 'cache-control': 'no-store' } });
	});
