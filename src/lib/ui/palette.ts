/** A place the palette leads to. */
export interface PaletteItem {
	/** What it is, as “Team”. */
	readonly kind: string;
	readonly label: string;
	readonly href: string;
	/** Said after it, where names alone do not tell it apart. */
	readonly note?: string;
}

/** The item after or before, around both ends; -1 is none. */
export function stepTo(active: number, step: 1 | -1, count: number): number {
	if (count === 0) return -1;
	if (active < 0) return step === 1 ? 0 : count - 1;
	return (active + step + count) % count;
}

/** Asks the server, which knows what the reader may see. */
export async function askPalette(words: string, signal: AbortSignal): Promise<readonly PaletteItem[]> {
	const response = await fetch(`/go/find?${new URLSearchParams({ q: words })}`, { signal });
	if (!response.ok) throw new Error(`The palette got ${response.status}.`);
	return (await response.json()) as readonly PaletteItem[];
}
