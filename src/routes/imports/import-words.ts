import { localAdministrator } from '#core/domain/actor.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { inLocale, type Locale } from '#core/domain/vocabulary.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { feedbackHref } from '#lib/url/filter-params.ts';
import type { ImportedRow, ImporterDoc } from '#server/app/imports.ts';

/** Name of the file; the demo comes from none. */
export function fileNameOf({ origin, fileName }: Pick<ImportedRow, 'origin' | 'fileName'>): string {
	return origin === 'simulated' ? m.import_demo() : fileName;
}

/** Name of the importer; the id itself of one that is known no more. */
export function importerNameOf(
	{ origin, importer }: Pick<ImportedRow, 'origin' | 'importer'>,
	known: ImporterDoc | null | undefined,
	locale: Locale
): string {
	if (known) return inLocale(known.name, locale);
	return origin === 'simulated' ? m.import_demo() : importer;
}

/** Who it was; until people sign in there is one person only. */
export function personOf(actorId: string): string {
	return actorId === localAdministrator.id ? m.wizard_local() : actorId;
}

/** The feedback that an import stored first, in whatever origin; null where it holds none. */
export function importedFeedbackHref(
	{ id, origin, storedCount, status }: Pick<ImportedRow, 'id' | 'origin' | 'storedCount' | 'status'>,
	known: ImporterDoc | null | undefined
): string | null {
	if (status === 'rolled_back') return null;
	const isFeedback = known ? known.produces === 'feedback' : origin === 'simulated';
	if (!isFeedback || storedCount === 0) return null;
	return feedbackHref(emptyFilter, { import: [String(id)], origin });
}
