import { audit } from '#server/app/audit.ts';
import { ask } from '#server/http/guard.ts';
import { askedAudit } from './asked-audit.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
	const search = event.url.searchParams;
	const before = /^\d{1,15}$/.exec(search.get('before') ?? '')?.[0];
	const page = await ask(event, audit, {
		...askedAudit(search),
		before: before === undefined ? null : Number(before),
		limit: pageSize
	});
	const names = ['who', 'action', 'object', 'id', 'from', 'to'] as const;
	const asked = Object.fromEntries(names.map((name) => [name, search.get(name) ?? '']));
	return { ...page, asked: asked as Record<(typeof names)[number], string>, isFirst: before === undefined };
};
