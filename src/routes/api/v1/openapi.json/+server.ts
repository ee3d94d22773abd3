import { apiDocument } from '#server/app/api-document.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => Response.json(apiDocument());
