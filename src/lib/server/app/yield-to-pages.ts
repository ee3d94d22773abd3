import { constants, setPriority } from 'node:os';

/**
 * From now on this thread works when nothing else wants to: pages come first. Does nothing where the system knows priorities
 * of whole processes only, or forbids it.
 */
export function yieldToPages(): void {
	// Linux has a priority for each thread, and takes 0 for the one that asks (setpriority(2), “Notes”).
	if (process.platform !== 'linux') return;
	try {
		setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
	} catch {
		// Not allowed: then it works like any other.
	}
}
