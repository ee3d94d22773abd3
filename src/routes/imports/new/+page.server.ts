import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import type { RowIssue } from '#core/domain/import.ts';
import { checkUpload, importUpload, previewUpload, type WizardChoice } from '#server/app/upload-wizard.ts';
import { ask, attempt } from '#server/http/guard.ts';
import { readMappingForm, type MappingForm } from './mapping-form.ts';
import { openingIn } from './reading-params.ts';
import type { Actions, PageServerLoad } from './$types';

const issuesShown = 50;
const wordsShown = 100;

export const load: PageServerLoad = (event) =>
	ask(event, previewUpload, { uploadId: uploadIdOf(event), opening: openingIn(event.url) });

export const actions: Actions = {
	preview: async (event) => {
		const form = readMappingForm(await event.request.formData());
		return {
			view: await viewOf(event, form),
			allOrNothing: form.allOrNothing,
			checked: null,
			words: {},
			message: null
		};
	},
	check: (event) =>
		decide(event, async (choice, form) => {
			const { checked } = await attempt(event, checkUpload, choice);
			return {
				view: await viewOf(event, form),
				allOrNothing: form.allOrNothing,
				checked: { ...checked, issues: checked.issues.slice(0, issuesShown) },
				words: unknownWordsIn(checked.issues),
				message: null
			};
		}),
	import: (event) =>
		decide(event, async (choice) => redirect(303, `/imports/${await attempt(event, importUpload, choice)}`))
};

/** Does what the buttons say; an expected failure is shown above the form as it was posted. */
async function decide<Result>(
	event: RequestEvent,
	act: (choice: WizardChoice, form: MappingForm) => Promise<Result>
) {
	const form = readMappingForm(await event.request.formData());
	const { importerId, mapping, allOrNothing, rowTotal } = form;
	// Another kind of file was chosen and its columns were never seen: the page shows them first.
	if (importerId === undefined || !mapping)
		return { view: await viewOf(event, form), allOrNothing, checked: null, words: {}, message: null };
	const choice = {
		uploadId: uploadIdOf(event),
		opening: openingIn(event.url),
		importerId,
		mapping,
		allOrNothing,
		...(rowTotal === undefined ? {} : { rowTotal })
	};
	try {
		return await act(choice, form);
	} catch (cause) {
		if (!(cause instanceof EarshotError) || cause.code === 'not-found') throw notFoundOr(cause);
		return fail(422, {
			view: await viewOf(event, form),
			allOrNothing,
			checked: null,
			words: {},
			message: cause.message
		});
	}
}

function notFoundOr(cause: unknown): unknown {
	return cause instanceof EarshotError ? error(404, cause.message) : cause;
}

function viewOf(event: RequestEvent, { importerId, mapping }: MappingForm) {
	return ask(event, previewUpload, {
		uploadId: uploadIdOf(event),
		opening: openingIn(event.url),
		...(importerId === undefined ? {} : { importerId }),
		...(mapping ? { mapping } : {})
	});
}

/** By our column, words of the whole file that its closed list does not know. */
function unknownWordsIn(issues: readonly RowIssue[]): Readonly<Record<string, readonly string[]>> {
	const found = new Map<string, Set<string>>();
	for (const { column, code, value } of issues)
		if (code === 'unknown-value' && column !== null && value)
			found.set(column, (found.get(column) ?? new Set()).add(value));
	return Object.fromEntries([...found].map(([name, words]) => [name, [...words].slice(0, wordsShown)]));
}

function uploadIdOf({ url }: Pick<RequestEvent, 'url'>): string {
	return url.searchParams.get('upload') ?? '';
}
