import { matching } from './detector.ts';

const digit = '[洞拐零〇一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖]';
const round = '[⓪①-⑨⓿❶-❾➀-➈➊-➒]';
const mixed = '[\\d洞拐勾零〇一幺妖二两三四五六七八九壹贰叁肆伍陆柒捌玖⓪①-⑨❶-❾oO]';
const word = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';

/** All but the first of those that stand in a row. */
const spoken = [' ', ',', '-'].flatMap((sign) =>
	'zero oh one two three four five six seven eight nine'.split(' ').map((each) => sign + each)
);

/** Numbers written so that no filter reads them: in characters, in circles, as key caps, half in one and half in another. */
export const spokenNumber = matching({
	kind: 'number',
	patterns: [
		{ when: ({ digits }) => digits >= 7, pattern: /(?<![\d.])\d{1,2}(?!\d)(?:[ -]{1,3}\d(?!\d)){6,}/g },
		{ when: ({ isWide }) => isWide, pattern: new RegExp(`${round}(?:[ -]?${round}){6,20}`, 'g') },
		{ when: ({ isWide }) => isWide, pattern: /(?:[\d][\ufe0f]?\u20e3[ -]?){6,20}/g },
		{ when: ({ isWide }) => isWide, pattern: /(?:\ud835[\udfce-\udfff][ -]?){6,20}/g },
		{
			when: ({ isWide, run }, text) => isWide || (run > 0 && /1[ -]?[3-9][\doO .-]{9}/.test(text)),
			pattern: new RegExp(
				`(?<![\\dA-Za-z]|${digit})(?=[1一幺妖壹①❶][ -]?[3-9三四五六七八九叁肆伍陆柒捌玖③-⑨❸-❾])(?=[\\d -]{0,12}[洞拐零〇一幺妖二两三四五六七八九壹贰叁肆伍陆柒捌玖oO①-⑨❶-❾])${mixed}(?:[ .-]?${mixed}){10}(?![\\dA-Za-z]|${digit}|[月日年元])`,
				'g'
			)
		},
		{
			when: ({ isWide }) => isWide,
			pattern: new RegExp(
				`(?<!\\d)(?!一二三四五六七)${digit}(?:[ .-]?${digit}|[,，、]${digit}(?=[ .-]?${digit})){7,}`,
				'g'
			)
		},
		{
			when: ({ countOf }) => countOf(spoken) >= 6,
			pattern: new RegExp(`\\b${word}(?:[ ,-]{1,2}${word}){6,15}\\b`, 'gi')
		}
	],
	cues: [spoken],
	needs:
		/[零〇一幺二三四五六七八九壹贰叁肆伍陆柒捌玖⓪①-⑨❶-❾➀-➈➊-➒\u20e3\ud835]|\d[oO]|\d[ -]{1,3}\d[ -]{1,3}\d|\b(?:zero|one|two|three|five|nine)\b/i,
	examples: {
		masks: [
			'卡号<六二二二 零二零零 零零一一 二二三三 四四五>',
			'电话是<①③⑧⓪⓪①②③④⑤⑥>',
			'我号码<1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣>',
			'打<138零零一二三四五六>，<一3八00一2三456>',
			'电话<幺三八洞洞幺三八洞洞洞>',
			'打<138OO12345O>',
			'身份证<2 2 0 1 0 4 1 9 9 0 0 1 0 1 0 0 2 2>',
			'打<13 9 8 7 6 5 4 3 2 1>',
			'手机<1 5 1 - 0 8 8 8 - 7 7 6 6>',
			'call <five five five, two zero one, four five six seven>'
		],
		keeps: [
			'二零二四年五月三日打了三四五六次',
			'一二三四五六七八，我数着',
			'① 停止催收 ② 道歉 ③ 退费',
			'one or two or three times'
		]
	}
});
