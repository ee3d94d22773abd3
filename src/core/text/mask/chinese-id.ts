import { matching } from './detector.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';
const stars = ['********'];
const date = /^\d{6}(?:(?:18|19|20)\d{2}|\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/**
 * Mainland resident id of 18 or 15 digits, also half hidden by asterisks. A mistyped one is personal too: a plausible
 * birth date is enough.
 */
export const chineseId = matching({
	kind: 'id',
	patterns: [
		{
			when: ({ digits }) => digits >= 15,
			pattern: /(?<![\dA-Za-z])[1-9]\d(?:(?:[ -]?\d){15}[ -]?[\dXx]|\d{4}[ -]?\d{6}[ -]?\d{3})(?![\dA-Za-z])/g
		},
		{
			when: (_, text) => /\d[*xX]{4}/.test(text),
			pattern: /(?<![\dA-Za-z*])[1-9]\d{0,9}[*xX]{4,17}\d{0,4}[\dXx](?![\dA-Za-z*])/g
		},
		{ when: ({ holds }) => holds(stars), pattern: /(?<![\dA-Za-z*])[*]{8,17}\d{0,4}[\dXx](?![\dA-Za-z*])/g }
	],
	accepts: (found) => {
		const digits = found.replace(/[ -]/g, '').toUpperCase();
		return /[*X]{4}/.test(digits) ? digits.length > 13 : date.test(digits) || isChecked(digits);
	},
	cues: [stars],
	needs: /\d{3}|\d\d\D\d\d|[*]{4}/,
	examples: {
		masks: [
			'身份证<430199199604120029>。',
			'身份证<11010519491231002x>',
			'身份证号<320102 19880505 1234>被冒用',
			'身份证<130503670401001>',
			'身份证<310***********1234>',
			'身份证<1****************8>',
			'身份证<1101 0519 9003 0788 88>'
		],
		keeps: ['金额430199元，2019年9月', '430199 2019', '****1234']
	}
});

/** GB 11643 (ISO 7064 MOD 11-2). */
function isChecked(digits: string): boolean {
	if (digits.length !== 18) return false;
	const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
	return checkDigits[sum % 11] === digits[17];
}
