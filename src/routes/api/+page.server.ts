import { apiProblems } from '#server/app/api-problems.ts';
import { itemKinds } from '#server/app/items-request.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	origin: url.origin,
	feedback: itemKinds.feedback.columns,
	exposure: itemKinds.exposure.columns,
	problems: Object.entries(apiProblems).map(([kind, { status, title }]) => ({ kind, status, title }))
});
