import { matching } from './detector.ts';

const date =
	'(?:民国 ?\\d{2,3}年\\d{1,2}月\\d{1,2}日|(?:19|20)\\d{2}(?:年\\d{1,2}月(?:\\d{1,2}[日号])?|[-/.]\\d{1,2}[-/.]\\d{1,2})|\\d{1,2}[-/. ]\\d{1,2}[-/. ]\\d{2,4}|(?:19|20)\\d{6}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{1,2},? \\d{4}|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \\d{4})';

const birth = ['birth', 'born', 'dob'];

/** Dates of birth where they are called so; all other dates are when something happened. */
export const birthDate = matching({
	kind: 'birthdate',
	patterns: [
		{
			when: ({ hasHan, run, holds }) => run > 0 && (hasHan || holds(birth)),
			pattern: new RegExp(
				`(?=[\\dJFMASOND民])(?<=(?:生日|出生日期|出生年月|出生于|生于|出生|\\bDOB|date of birth|birth ?date|birthday|\\bborn(?: on)?)(?:是|为| is| was)?[ :(,]{0,3}|(?:生日|出生日期|出生年月|birth|DOB|birthday)[^\\n]{0,12}\\n[^:：\\n]{1,12}[:：] ?)${date}(?!\\d)`,
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
			'DOB <03/07/1985>',
			'born on <March 7, 1985>',
			'Agent: Your date of birth?\nConsumer: <March 3, 1979>.'
		],
		keeps: [
			'2023年3月7日生活费没了',
			'我1990年生人',
			'on 03/12/2021 they called on my birthday',
			'born in 1985'
		]
	}
});
