/** What masking may have taken out of a text. */
export const maskKinds = [
	'email',
	'messenger',
	'id',
	'card',
	'phone',
	'account',
	'plate',
	'birthdate',
	'address',
	'name',
	'number'
] as const;
export type MaskKind = (typeof maskKinds)[number];

/** Stands for one placeholder where words are compared: neither letter, digit, space nor punctuation. */
export const placeholderSign = '\ufffc';

const source = `«(${maskKinds.join('|')})(?: (\\d{1,4}))?»`;

/** Matches «phone», «phone 2» …: group 1 is the kind, group 2 the number; a new one, as it carries state. */
export function placeholderPattern(): RegExp {
	return new RegExp(source, 'g');
}

/** The first value of a kind has no number: «phone», then «phone 2», «phone 3». */
export function writePlaceholder(kind: MaskKind, number: number): string {
	return number === 1 ? `«${kind}»` : `«${kind} ${number}»`;
}
