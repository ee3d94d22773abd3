/** Where a form that changes how pages look returns to: only back to a page of ours. */
export function backPath(back: FormDataEntryValue | null, origin: string): string {
	if (typeof back !== 'string') return '/';
	const target = URL.canParse(back, origin) ? new URL(back, origin) : null;
	return target?.origin === origin ? `${target.pathname}${target.search}` : '/';
}
