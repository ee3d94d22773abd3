import { matching } from './detector.ts';

const end = '(?!\\d|\\.\\d|,\\d{3}(?!\\d)|[ -]\\d|-[A-Z]|元|蚊)';
const extension = '(?:[ ,]{0,2}(?:ext|extension|x|#|分机|转|內线|内线)\\.?[ :]?\\d{1,6})?';
const begin = '(?<!(?<![A-Za-z])[A-Z])(?<![\\d$¥/-]|\\d\\.|\\d,(?=\\d{3}(?!\\d)))';

/** North America, Hong Kong, Taiwan, and any number written with + and a country code. */
export const otherPhone = matching({
	kind: 'phone',
	patterns: [
		{
			when: ({ digits }) => digits >= 8,
			pattern: new RegExp(
				`(?<![A-Za-z]|\\d )${begin}(?=(?:[-. ()+]{0,2}\\d){8})(?:\\+|00(?=[1-9]))\\d{1,3}(?:[-. ]?\\(?\\d{1,4}\\)?){2,6}${end}`,
				'g'
			)
		},
		{
			when: ({ digits }) => digits >= 10,
			pattern: new RegExp(
				`${begin}(?:\\+?1[-. ]?)?(?:\\([2-9]\\d{2}\\)[-. ]?|[2-9]\\d{2} ?[-. /] ?)\\d{3} ?[-. ] ?\\d{4}${extension}${end}`,
				'gi'
			)
		},
		{
			when: ({ digits }) => digits >= 11,
			pattern: new RegExp(`${begin}\\(?85[23]\\)?[- ]?[235-9]\\d{3}[ -]?\\d{4}${end}`, 'g')
		},
		{
			when: ({ digits }) => digits >= 9,
			pattern: new RegExp(`${begin}(?:0(?:37|49|82|89)\\)?[- ]\\d{6,7})${extension}${end}`, 'g')
		},
		{
			when: ({ hasHan, digits }) => hasHan && digits >= 8,
			pattern: new RegExp(`(?<!\\d )${begin}[235-9]\\d{3}[ -]\\d{4}${end}(?=[^\\n]{0,24}[一-龥])`, 'g')
		},
		{
			when: ({ hasHan, digits }) => hasHan && digits >= 8,
			pattern: new RegExp(
				`(?<=[一-龥][^\\n]{0,24})(?<!\\d )${begin}(?:85[23][- ]?)?[235-9]\\d{3}[ -]\\d{4}${end}`,
				'g'
			)
		},
		{
			when: ({ digits }) => digits >= 9,
			pattern: new RegExp(
				`${begin}(?:09\\d{2}[-. ]?\\d{3}[-. ]?\\d{3}|09\\d{2}-\\d{6}|09-\\d{4}-\\d{4}|\\(?0[2-8]\\d?\\)?[- ]?\\d{3,4}[- ]?\\d{4})${extension}${end}`,
				'g'
			)
		},
		{
			when: ({ digits }) => digits >= 11,
			pattern: new RegExp(
				`${begin}(?:0\\d{4} ?\\d{6}|0\\d{3} \\d{3} \\d{4}|02\\d \\d{4} \\d{4}|07\\d{3} \\d{3} ?\\d{3})${end}`,
				'g'
			)
		},
		{
			when: ({ digits }) => digits >= 7,
			pattern:
				/(?=\d{3}-)(?<=\b(?:phone|cell|mobile|number|call|text|tel|contact)\b[^\d\n]{0,12})\d{3}-\d{4}(?!\d|-)/gi
		},
		{
			when: ({ digits }) => digits >= 7,
			pattern:
				/(?=\d)(?<=(?:电话|手机|手提|致电|门号|号码|联络|whatsapp)[^\dA-Za-z\n]{0,6})(?:\d{7,8}|\d{4} \d{4})(?![\d-])/gi
		},
		{ when: ({ run }) => run >= 10, pattern: new RegExp(`${begin}[2-9]\\d{2}[2-9]\\d{6}${end}`, 'g') }
	],
	needs: /\d{3}/,
	examples: {
		masks: [
			'call <(555) 201-4567> or <555-201-4567>',
			'cell: <214.555.0143 ext. 22>',
			'my number is <555-0123>',
			'<+44 20 7946 0958>',
			'新加坡<+65 8123 4567>，香港<00852-6512 3456>',
			'如電話聯絡，可打<6234 5678>',
			'致電<23456789>',
			'電話<0912-345-678>，<(02)2712-3456分機12>'
		],
		keeps: [
			'XXXX called from XXX-XXX-XXXX on XX/XX/2019',
			'I paid {$500.00} of $1,234,567.00 at 10:30 PM, called 10 to 15 times, 16-23 times a day',
			'years 2019 2020 2021 2022 2023',
			'from 2019 - 2020'
		]
	}
});
