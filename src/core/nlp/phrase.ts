const choice = /\{([^{}]*)\}/;

/**
 * Reads a pack's phrase: `{a|b}` is one of the alternatives, `…` a few words more within the sentence. Gives, for
 * each part between the dots, all its variants: “call {my|her} boss … twice” → [call my boss, call her boss], [twice].
 */
export function readPhrase(phrase: string): readonly (readonly string[])[] {
	return phrase.split('…').map((part) => expandChoices(part.trim()));
}

function expandChoices(part: string): readonly string[] {
	const found = choice.exec(part);
	if (!found) return [part];
	const before = part.slice(0, found.index);
	const after = part.slice(found.index + found[0].length);
	return (found[1] ?? '').split('|').flatMap((words) => expandChoices(`${before}${words}${after}`));
}
