import { matching } from './detector.ts';

/** Bank cards, and any other run of 12 digits or more: whatever it numbers, it is unique to somebody. */
export const card = matching({
	kind: 'card',
	patterns: [
		{
			when: (_, text) => /\d[ -][*xX]{4}/.test(text),
			pattern: /(?<![\d*])\d{4}(?:[ -][*xX]{4}){1,3}[ -]\d{3,4}(?!\d)/g
		},
		{ when: ({ digits }) => digits >= 16, pattern: /(?<![\d$¥-])62(?:[ .-]?\d){14,17}(?![\d-]|\.\d|元)/g },
		{
			when: ({ digits }, text) => digits >= 12 || /\d{4}[*xX]{2}/.test(text),
			pattern:
				/(?<![\d$¥-]|\d\.|\d,(?=\d{3}(?!\d)))(?:\d{12,}|\d{4}(?:[ -]\d{4}){2,4}(?:[ -]?\d{1,3})?|\d{4}[ -]\d{6}[ -]\d{5}|\d{4,10}[*xX]{2,12}\d{3,8})(?!\d|\.\d|,\d{3}(?!\d)|元)/g
		}
	],
	accepts: (found) => /[*xX]/.test(found) || !/[ .-]/.test(found) || isGroupedCard(found),
	needs: /\d{4}/,
	examples: {
		masks: [
			'打到<6217 0012 3456 7788 901>上',
			'card <4111-1111-1111-1111>',
			'<6222020000004567897>绑不了',
			'<6222****1234>，<6222 **** **** 1234>',
			'<62 1700 1234 5678 90123>'
		],
		keeps: ['years 2019 2020 2021 2022 2023', '1234567890元']
	}
});

/** Groups of four are a card when the checksum holds or the prefix is a card's; a row of years is none. */
function isGroupedCard(found: string): boolean {
	const digits = found.replace(/\D/g, '');
	return digits.length <= 19 && (isLuhn(digits) || /^(?:62|4\d{3}|5[1-5]|3[47])/.test(digits));
}

function isLuhn(digits: string): boolean {
	const sum = Array.from(digits, Number)
		.reverse()
		.reduce(
			(total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
			0
		);
	return sum % 10 === 0;
}
