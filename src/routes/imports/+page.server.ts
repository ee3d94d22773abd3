import { mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { fail, redirect } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { removeDemo } from '#server/app/demo-state.ts';
import { importFile } from '#server/app/import-file.ts';
import { imports } from '#server/app/imports.ts';
import { ask, attempt } from '#server/http/guard.ts';
import { importHref } from './left-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, imports, undefined);

export const actions: Actions = {
	upload: async (event) => {
		const form = await event.request.formData();
		const file = form.get('file');
		const importer = form.get('importer');
		if (!(file instanceof File) || file.name === '')
			return fail(400, { problem: 'no-file' as const, message: '' });
		const dir = await mkdtemp(join(tmpdir(), 'earshot-upload-'));
		try {
			const path = join(dir, fileNameOf(file.name));
			await pipeline(Readable.fromWeb(file.stream() as ReadableStream), createWriteStream(path));
			const report = await attempt(event, importFile, {
				path,
				...(typeof importer === 'string' && importer !== '' ? { importerId: importer } : {})
			});
			redirect(303, importHref(report.importId, report.ignoredColumns));
		} catch (cause) {
			if (!(cause instanceof EarshotError)) throw cause;
			return fail(422, { problem: 'bad-file' as const, message: cause.message });
		} finally {
			await rm(dir, { recursive: true, force: true });
		}
	},
	removeDemo: async (event) => {
		await ask(event, removeDemo, undefined);
		redirect(303, '/imports');
	}
};

const longestName = 60;

/** The browser's name for the file as a name inside a folder: its end, because of what `.gz` means. */
function fileNameOf(name: string): string {
	const safe = basename(name).replaceAll('\0', '').slice(-longestName);
	return /^\.*$/.test(safe) ? 'upload' : safe;
}
