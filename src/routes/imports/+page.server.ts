import type { ReadableStream } from 'node:stream/web';
import { fail, redirect } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { removeDemo } from '#server/app/demo-state.ts';
import { imports } from '#server/app/imports.ts';
import { keepUpload } from '#server/app/keep-upload.ts';
import { previewUpload, readingChoices } from '#server/app/upload-wizard.ts';
import { ask, attempt } from '#server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, imports, undefined);

export const actions: Actions = {
	upload: async (event) => {
		const file = (await event.request.formData()).get('file');
		if (!(file instanceof File) || file.name === '')
			return fail(400, { problem: 'no-file' as const, message: '', uploadId: '', encodings: [] });
		const content = file.stream() as ReadableStream<Uint8Array>;
		const uploadId = await ask(event, keepUpload, { name: file.name, content });
		try {
			await attempt(event, previewUpload, { uploadId });
		} catch (cause) {
			if (!(cause instanceof EarshotError)) throw cause;
			const { encodings } = readingChoices();
			return fail(422, { problem: 'bad-file' as const, message: cause.message, uploadId, encodings });
		}
		redirect(303, `/imports/new?upload=${uploadId}`);
	},
	removeDemo: async (event) => {
		await ask(event, removeDemo, undefined);
		redirect(303, '/imports');
	}
};
