import { matching } from './detector.ts';

/** Card and account numbers in groups, after the word that announces them: parts of them look like telephones. */
export const announcedCard = matching({
	kind: 'card',
	patterns: [
		{
			when: ({ digits }) => digits >= 13,
			pattern:
				/(?:(?:卡号?|[账帐][号户])(?:码|是|为){0,2}[ :(<#“"]{0,3})(\d{4,6}(?:[ -]?\d{2,6}){2,5}(?![\d元.年月日]|-\d))/g
		},
		{
			when: ({ digits }) => digits >= 13,
			pattern:
				/(?:\bcard(?: (?:number|num|no\.?|#))?(?: is| was)?[ :#]{1,3})(\d{4}(?:[ -]\d{2,6}){2,5}(?![\d.]|[-/]\d))/gi
		}
	],
	accepts: (found) => /^(?:\D*\d){13,23}\D*$/.test(found),
	needs: /卡|[账帐][号户]|card/i,
	examples: {
		masks: [
			'卡号<6222 0212 3456 7890 123>，账号 <622848 0402 5641 2345 678>',
			'my card number is <4000 1234 5678 9010>'
		],
		keeps: ['账户 2023-05-06 开的', 'the card 2019 2020 2021']
	}
});
