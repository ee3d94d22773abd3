import { setTimeout as pause } from 'node:timers/promises';
import { importProgress, type ImportProgress } from '#server/app/imports.ts';
import { eventStream } from '#server/http/event-stream.ts';
import { ask } from '#server/http/guard.ts';
import { importIdOf } from '../import-id.ts';
import type { RequestEvent, RequestHandler } from './$types';

const pollMs = 500;

export const GET: RequestHandler = async (event) => {
	const id = importIdOf(event.params);
	return eventStream(follow(event, id, await ask(event, importProgress, id)));
};

async function* follow(
	event: RequestEvent,
	id: number,
	first: ImportProgress
): AsyncGenerator<ImportProgress> {
	for (let progress = first; ; progress = await ask(event, importProgress, id)) {
		yield progress;
		if (progress.isEnded) return;
		await pause(pollMs);
	}
}
