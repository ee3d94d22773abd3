/** Kinds of problems that the API answers with: the last part of `type`, described on the page /api. */
export const apiProblems = {
	'no-key': { status: 401, title: 'No valid key' },
	'not-allowed': { status: 403, title: 'Not allowed with this key' },
	'not-found': { status: 404, title: 'Not found' },
	'under-way': { status: 409, title: 'The same request is under way' },
	'too-large': { status: 413, title: 'Too large' },
	'not-json': { status: 415, title: 'Not a content type for items' },
	'not-stored': { status: 422, title: 'Nothing was stored' },
	'bad-request': { status: 400, title: 'Not a request of this API' },
	'too-many': { status: 429, title: 'Too many requests' },
	unavailable: { status: 503, title: 'Not available now' },
	internal: { status: 500, title: 'Internal error' }
} as const;
export type ApiProblem = keyof typeof apiProblems;
