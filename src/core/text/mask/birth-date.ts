import { matching } from './detector.ts';

const date =
	'(?:民国 ?\\d{2,3}年\\d{1,2}月\\d{1,2}日|(?:19|20)\\d{2}(?:年\\d{1,2}月(?:\\d{1,2}[日号])?|[-/.]\\d{1,2}[-/.]\\d{1,2})|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}|\\d{2}年\\d{1,2}月\\d{1,2}[日号]|[一二][零〇一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]|(?:19|20)\\d{6}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{1,2},? \\d{4}|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{4})';

const birth = ['birth', 'born', 'dob'];

/** Dates of birth where they are called so; all other dates are when something happened. */
export const birthDate = matching({
	kind: 'birthdate',
	patterns: [
		{
			when: ({ hasHan, run, holds }) => hasHan || (run > 0 && holds(birth)),
			pattern: new RegExp(
				`(?=[\\dJFMASOND民一二])(?<=(?:生日|出生日期|出生年月|出生于|生于|出生|\\bDOB|date of birth|birth ?date|birthday|\\bborn(?: on)?)(?:是|为| is| was)?[ :(,]{0,3}|(?:生日|出生日期|出生年月|birth|DOB|birthday)[^\\n]{0,12}\\n[^:：\\n]{1,12}[:：] ?)${date}(?!\\d)`,
				'gi'
			)
		},
		{ when: ({ hasHan }) => hasHan, pattern: new RegExp(`(?<!\\d)${date}(?=出生|生(?![活意产日病]))`, 'g') }
	],
	cues: [birth],
	needs: /生|birth|born|dob/i,
	examples: {
		masks: [
			'生日<1990年3月7日>',
			'出生日期：<1988-05-12>',
			'<1992年5月20日>出生',
			'<民國72年8月15日>生',
			'我<94年7月12号>生的，生于<一九九零年三月七日>',
			'DOB <03/07/1985>',
			'born on <March 7, 1985>',
			'Agent: Your date of birth?\nConsumer: <March 3, 1979>.'
		],
		keeps: [
			'2023年3月7日生活费没了',
			'23年3月7日生病住院',
			'我1990年生人',
			'on 03/12/2021 they called on my birthday',
			'born in 1985'
		]
	}
});
