import { matching } from './detector.ts';

const spoken = '[零〇一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖]';
const extension = '(?:[ ,-]{0,2}(?:转|分机|ext\\.?|-) ?\\d{1,6})?';
const end = '(?!\\d|\\.\\d|,\\d{3}(?!\\d)|元)';
const begin = '(?<!(?<![A-Za-z])[A-Z])(?<!\\d|\\d[.-]|\\d,(?=\\d{3}(?!\\d)))';

/** Mainland mobiles, also grouped, spaced out, half hidden or spelled in characters, and landlines with area code. */
export const chinesePhone = matching({
	kind: 'phone',
	patterns: [
		{
			when: ({ digits }) => digits >= 11,
			pattern: new RegExp(
				`${begin}(?:\\(?(?:\\+|00)?86\\)?[- ]?)?(?:1[3-9]\\d(?:[-. ]?\\d{4}){2}|1[3-9]\\d{3}[-. ]\\d{3}[-. ]\\d{3}|1[- .][3-9](?:[- .]\\d){9})${end}`,
				'g'
			)
		},
		{
			when: ({ digits }) => digits >= 9,
			pattern: new RegExp(
				`${begin}(?:0[1-9]\\d{1,2}[- ]{0,2}\\d{3,4}[- ]?\\d{4}|\\(0\\d{1,3}\\) ?\\d{3,4}[- ]?\\d{4})${extension}${end}`,
				'g'
			)
		},
		{
			when: ({ digits }) => digits >= 9,
			pattern: new RegExp(`${begin}[48]00[- ]?\\d{3,4}[- ]?\\d{3,4}${end}`, 'g')
		},
		{
			when: ({ digits }) => digits >= 11,
			pattern: new RegExp(
				`${begin}(?!\\d{1,2}[-. ]\\d{1,2}[-. ](?:19|20)\\d\\d)(?=(?:\\d+[ .-]){1,3}\\d+(?!\\d|[ .-]\\d))1[3-9](?:[ .-]?\\d){9}${end}`,
				'g'
			)
		},
		{
			when: (_, text) => /1[3-9]\d{0,5}[*xX×•·＊#?]{2}/.test(text),
			pattern: /(?<!\d)1[3-9]\d{0,5}[*xX×•·＊#?]{2,8}\d{2,5}(?!\d)/g
		},
		{
			when: ({ digits }) => digits >= 11,
			pattern: new RegExp(
				`${begin}(?:86)?1[3-9]\\d(?: ?[-.,，、_—–~·/*]{1,2} ?| {1,3})\\d{4}(?: ?[-.,，、_—–~·/*]{1,2} ?| {1,3})\\d{4}(?!\\d|\\.\\d|元)`,
				'g'
			)
		},
		{
			when: ({ hasHan }) => hasHan,
			pattern: new RegExp(
				`[一幺壹][三四五六七八九叁肆伍陆柒捌玖]${spoken}(?:[ ,，-]?${spoken}){8}(?!${spoken})`,
				'g'
			)
		}
	],
	needs: /\d{3}|\d [3-9] |[一幺壹]/,
	examples: {
		masks: [
			'我的手机<13800001234>，或<138-0000-1234>',
			'电话<１３８００００１２３４>',
			'<+86 138 0000 1234>',
			'号码<0086-13912345678>',
			'我的号<1 3 9 1 2 3 4 5 6 7 8>',
			'<一三八零零零零一二三四>',
			'<一八六 一二三四 五六七八>',
			'手机<138****1234>，<13904**5521>，<138，0000，1234>',
			'主叫<0571-80003926>',
			'座机<021-6288 1234转803>',
			'<400-820-1234>是你们的吗'
		],
		keeps: ['请打12378或95188', '逾期1380000.12元', '2019-10-12 2019-10-13打了12次', '一二三四五六七']
	}
});
