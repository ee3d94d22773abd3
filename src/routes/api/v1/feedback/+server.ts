import { answerItems } from '#server/http/api-items.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => answerItems(event, 'feedback');
