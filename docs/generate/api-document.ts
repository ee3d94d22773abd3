import { apiDocument } from '#server/app/api-document.ts';
import type { Generator } from './generator.ts';

/** The OpenAPI description that the server also answers with at /api/v1/openapi.json. */
export const openApiDocument: Generator = {
	path: 'docs/generated/openapi.json',
	make: () => `${JSON.stringify(apiDocument(), null, '\t')}\n`
};
