import type { RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import type { ItemKind, ItemsInput, Received } from '../app/items-request.ts';
import { ItemsError, mostItems, receiveItems } from '../app/receive-items.ts';
import { withKey } from './api-guard.ts';
import { problem } from './problem.ts';

const mostBytes = 5 * 1024 * 1024;
const forms: Readonly<Record<string, ItemsInput['form']>> = {
	'application/json': 'json',
	'application/x-ndjson': 'ndjson'
};

/** Stores the items in a request: 201 when something was stored, 200 when all was known, else a problem. */
export function answerItems(event: RequestEvent, kind: ItemKind): Promise<Response> {
	return withKey(event, 'import', async ({ caller, ask }) => {
		const { headers } = event.request;
		const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
		const form = forms[type];
		if (!form || /[^ ]/.test(headers.get('content-encoding')?.replace(/^identity$/i, '') ?? ''))
			return problem('not-json', `Send ${Object.keys(forms).join(' or ')}, not compressed.`);
		const isAtomic = readFlag(event.url.searchParams.get('atomic'));
		const idempotencyKey = readIdempotencyKey(headers.get('idempotency-key'));
		const body = await readBody(event.request);
		return respond(await ask(receiveItems, { kind, caller, body, form, isAtomic, idempotencyKey }));
	});
}

function respond({ answer, isRefused, isReplayed }: Received): Response {
	const { import_id, counts, results } = answer;
	const headers: Record<string, string> = isReplayed ? { 'idempotency-replayed': 'true' } : {};
	if (isRefused) {
		const issues = results.flatMap(({ index, issues }) => issues.map((issue) => ({ index, ...issue })));
		const detail = `${counts.rejected} of ${counts.read} items could not be taken.`;
		return problem('not-stored', detail, { import_id, issues }, headers);
	}
	const isNew = counts.stored + counts.updated > 0;
	return Response.json(answer, {
		status: isNew ? 201 : 200,
		headers: { ...headers, 'cache-control': 'no-store', location: `/api/v1/imports/${import_id}` }
	});
}

function readFlag(text: string | null): boolean {
	if (text === null || text === 'false') return false;
	if (text === 'true') return true;
	throw new EarshotError('bad-input', 'Write atomic=true, or leave it out.');
}

function readIdempotencyKey(text: string | null): string | null {
	if (text === null || /^[\x21-\x7e]{1,200}$/.test(text)) return text;
	throw new ItemsError('bad-items', 'An idempotency key has 1 to 200 visible ASCII characters.');
}

/** Stops as soon as there is too much. Throws `too-large`, `bad-items` where it is not UTF-8. */
async function readBody({ headers, body }: Request): Promise<string> {
	const tooLarge = () =>
		new EarshotError(
			'too-large',
			`More than ${mostBytes / 1024 / 1024} MB or ${mostItems} items: send several requests, or import a file.`
		);
	if (Number(headers.get('content-length') ?? 0) > mostBytes) throw tooLarge();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body ?? []) {
		length += chunk.byteLength;
		if (length > mostBytes) throw tooLarge();
		chunks.push(chunk);
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
	} catch {
		throw new ItemsError('bad-items', 'The body is not UTF-8.');
	}
}
