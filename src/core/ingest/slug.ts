import { remember } from './remember.ts';

/**
 * A stable id from a name: lower-case letters and digits of any script joined by dashes. Empty where there are none.
 * “Encore Capital Group Inc.” and “ENCORE CAPITAL GROUP INC” get the same one.
 */
export const slugOf: (name: string) => string = remember((name) =>
	name
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '')
);
