import { matching } from './detector.ts';

const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';

const vehicle = ['plate', 'license', 'licence'];
const plateOrTag = ['plate', 'tag'];

/** Mainland number plates; Taiwan, Hong Kong and US ones only where a vehicle is spoken of just before. */
export const plate = matching({
	kind: 'plate',
	patterns: [
		{
			when: ({ hasHan }) => hasHan,
			pattern: new RegExp(
				`${province} ?[A-HJ-NP-Za-hj-np-z][·•. -]{0,2}(?=[A-Za-z]{0,4}\\d)[A-HJ-NP-Z0-9a-hj-np-z·]{4,6}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])`,
				'g'
			)
		},
		{
			when: ({ hasHan, run, holds }) => run >= 4 && (hasHan || holds(vehicle)),
			needs: /\d{4}/,
			pattern:
				/(?=[A-Z]{2}|\d{4}-)(?<![A-Z0-9-])(?<=(?:车|plate|licen[cs]e)[^\n]{0,20})(?:[A-Z]{2,3}[- ]?\d{4}|\d{4}-[A-Z]{2})(?![\dA-Za-z-])/g
		},
		{
			when: ({ run, holds }) => run > 0 && holds(plateOrTag),
			needs: /plate|tag/,
			pattern:
				/(?=[A-Z0-9])(?<=(?:plate|tag)(?: number| no\.?)?(?: is)?[ :#]{1,2})(?=[A-Z0-9]{0,6}\d)(?=[A-Z0-9]{0,6}[A-Z])[A-Z0-9]{5,7}(?![A-Za-z0-9])/g
		}
	],
	cues: [vehicle, plateOrTag],
	needs: /\d/,
	examples: {
		masks: [
			'<粤B12345>和<沪A·D1234>',
			'<粤AF12345>停在楼下',
			'你車停地下，<ABC-5678>，輪胎',
			'車牌 <AB 1234>',
			'license plate <7ABC123>'
		],
		keeps: ['鄂C的面包车', '新A级', 'they threatened to take my car in 2019', '粤ABCDEF']
	}
});
