import { error } from '@sveltejs/kit';
import { reportFile, reportFiles, reportFormats, signedManifest } from '#server/app/report-files.ts';
import { fileDownload } from '#server/http/download.ts';
import { ask } from '#server/http/guard.ts';
import { readChoice } from '../../choice.ts';
import type { RequestHandler } from './$types';

/** The files of which the manifest of a download holds the hashes. */
const inManifest = ['pdf', 'xlsx', 'csv', 'annex'] as const;

export const GET: RequestHandler = async (event) => {
	const { month, format } = event.params;
	const { input, language } = readChoice(month, event.url.searchParams);
	if (format === 'manifest') {
		const files = await ask(event, reportFiles, { ...input, languages: [language], formats: inManifest });
		const manifest = files.at(-1);
		if (manifest) return fileDownload(manifest);
	}
	if (format === 'signed-manifest') return fileDownload(await ask(event, signedManifest, input));
	const known = reportFormats.find((one) => one === format);
	if (!known) error(404, 'A report has no such file. Choose one on the page of the report.');
	return fileDownload(await ask(event, reportFile, { ...input, language, format: known }));
};
