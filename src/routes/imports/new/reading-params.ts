import type { FileOpening } from '#core/domain/import.ts';

const names = ['encoding', 'delimiter', 'sheet'] as const;

/** What the address states about the file; the rest is detected. */
export function openingIn(url: URL): FileOpening {
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = url.searchParams.get(name);
			return value ? [[name, value] as const] : [];
		})
	);
}

/** The wizard of an upload, read as stated. */
export function wizardQuery(uploadId: string, opening: FileOpening): string {
	const params = new URLSearchParams({ upload: uploadId });
	for (const name of names) if (opening[name]) params.set(name, opening[name]);
	return `?${params}`;
}
