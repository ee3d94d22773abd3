import { matching } from './detector.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';
const date = /^\d{6}(?:(?:18|19|20)\d{2}|\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** Mainland resident id of 18 or 15 digits. A mistyped one is personal too: a plausible birth date is enough. */
export const chineseId = matching(
	'ID',
	/(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx]|\d{6}[ -]?\d{3})(?![\dA-Za-z])/g,
	(found) => {
		const digits = found.replace(/[ -]/g, '').toUpperCase();
		return date.test(digits) || isChecked(digits);
	}
);

/** GB 11643 (ISO 7064 MOD 11-2). */
function isChecked(digits: string): boolean {
	if (digits.length !== 18) return false;
	const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
	return checkDigits[sum % 11] === digits[17];
}
