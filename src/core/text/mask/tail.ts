import { matching } from './detector.ts';

const digit = '[\\d零〇一幺二两三四五六七八九]';
const four = `(?<![\\d.])(?:\\d{3}[\\dXx]|${digit}{4}|\\d{6})(?![\\d*年月日元]|\\.\\d|${digit})`;
const last =
	'(?:尾号|尾数|末尾|(?:后|末|最后)(?:四|4|六|6)[位码]数?字?|前(?:六|6)位)(?:号码)?(?:应该|好像)?(?:是不是|是|为|[:：])?';
const ending = ['end', 'last'];

/**
 * The last digits of a card, an identity card or a number: with a name beside them they single somebody out. Staff
 * numbers stay.
 */
export const tail = matching({
	kind: 'number',
	patterns: [
		{
			when: ({ hasHan }) => hasHan,
			needs: /[尾末后前]/,
			pattern: new RegExp(`(?=${digit})(?<=(?<!工号.{0,4})${last}[ 【\\[（("“「]{0,2})${four}`, 'g')
		},
		{
			when: ({ hasHan }) => hasHan,
			needs: /[后末](?:四|4|六|6)位.*\n/,
			pattern: new RegExp(
				`(?=${digit})(?<=[后末](?:四|4|六|6)位[^\\n]{0,24}\\n[^:：\\n]{1,8}[:：] ?(?:是|好|嗯|你记一下)?[,，]?)${four}`,
				'g'
			)
		},
		{
			when: ({ run, holds }) => run >= 4 && holds(ending),
			needs: /end|last/i,
			pattern:
				/(?=\d{4})(?<=\b(?:end(?:s|ed|ing)?(?: in| with)?|last (?:four|4)(?: digits?)?(?: (?:of|on) (?:my|the|her|his) (?:[\w-]+ ){0,2}[\w-]+)?)(?: number)?(?: is| are| was| were|:| in)?[ :#("]{1,3})\d{4}(?![\d-]|\.\d)(?!\s?(?:and|to|with a balance of \$0))/gi
		}
	],
	cues: [ending],
	examples: {
		masks: [
			'银行卡尾号<6688>被扣，身份证尾号<002X>',
			'尾号<0917>手机来电',
			'卡尾号<六六一二>',
			'坐席：身份证后四位？\n客户：<5519>。',
			'身份证前六位是<410105>',
			'card ending in <4242>, last four digits are <1120>'
		],
		keeps: [
			'工号尾号2087的坐席',
			'尾号不记得了，2024年打的',
			'the trend ending in March 2019',
			'最后四位同事都接到了'
		]
	}
});
