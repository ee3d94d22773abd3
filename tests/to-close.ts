const closers: (() => Promise<void> | void)[] = [];

/** Runs after the test file, what was given last first. */
export function closeAfterFile(close: () => Promise<void> | void): void {
	closers.push(close);
}

export async function closeAll(): Promise<void> {
	for (const close of closers.splice(0).reverse()) await close();
}
