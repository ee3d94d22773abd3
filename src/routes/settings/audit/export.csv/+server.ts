import { auditCsv } from '#server/app/audit.ts';
import { csvDownload } from '#server/http/download.ts';
import { ask } from '#server/http/guard.ts';
import { askedAudit } from '../asked-audit.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) =>
	csvDownload('earshot-audit.csv', await ask(event, auditCsv, askedAudit(event.url.searchParams)));
