/** The page of ours that a form came from and returns to; “/” for anything else. */
export function backPathOf(back: FormDataEntryValue | null, origin: string): string {
	if (typeof back !== 'string') return '/';
	const target = URL.canParse(back, origin) ? new URL(back, origin) : null;
	return target?.origin === origin ? `${target.pathname}${target.search}` : '/';
}
