import type { RequestHandler } from './$types';

/** Answers as soon as the server has opened its data. */
export const GET: RequestHandler = () => Response.json({ ok: true });
