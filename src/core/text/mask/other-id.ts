import { matching } from './detector.ts';

const document =
	"(?:护照|证件|(?<!agent |staff |employee |rep )\\bID|通行证|台胞证|回乡证|居留证|居留卡|军官证|士兵证|驾驶证|驾照|社保|医保|学生?证|学号|身份?证|hkid|nric|passport|visa|SSN|SIN|social(?: security)?|driver'?s licen[cs]e|licen[cs]e|state id|\\bDL)";
const between =
	'[^\\dA-Za-z\\n]{0,3}(?:证?号码?|字号|no\\.?|num(?:ber)?|#)?[^\\dA-Za-z\\n]{0,3}(?:is|was|是|为)?[ :#(]{0,2}';

const stars = ['***'];
const aadhaar = ['aadhaar', 'aadaar'];
const social = ['ssn', 'social'];

/** Hong Kong and Taiwan identity cards, US social security numbers, and documents after the word that names them. */
export const otherId = matching({
	kind: 'id',
	patterns: [
		{
			when: ({ hasHan }) => hasHan,
			pattern:
				/(?<![)\]】〕][一-龥]{0,4})(?:(?![证号是为])[一-龥]){1,2}字第?\d{5,10}号|[军警士]字第?\d{5,10}/g
		},
		{
			when: ({ holds }) => holds(stars),
			pattern: /(?<![\dA-Za-z])[A-Z]{1,2}\d{2,6}[*]{3,7}(?:\d{1,4}|\(\d\))?(?![\dA-Za-z*])/g
		},
		{ when: ({ digits }) => digits >= 8, needs: /\d ?\(\d/, pattern: /(?<![\dA-Za-z])[157]\d{6} ?\(\d\)/g },
		{
			when: ({ run }) => run >= 6,
			needs: /\d{6} ?\(/,
			pattern: /(?:(?<![\dA-Za-z])|(?<=HKID))[A-Z]{1,2}\d{6} ?\([\dA]\)/gi
		},
		{
			when: ({ digits }) => digits >= 6,
			needs: /\d ?[A-D]/,
			pattern: /\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g
		},
		{
			when: ({ run }) => run >= 9,
			needs: /\d{9}/,
			pattern: /(?<![\dA-Za-z])[A-Z][1289]\d{8}(?![\dA-Za-z])/gi
		},
		{
			when: ({ run }) => run >= 4,
			pattern:
				/(?<![\dA-Za-z-])(?:\d{3}|[X*]{3})(?:-(?:\d{2}|[X*]{2})-| (?:\d{2}|[X*]{2}) )\d{4}(?![\dA-Za-z-])/gi
		},
		{
			when: ({ run }) => run >= 6,
			needs: /\d{6}/,
			pattern: new RegExp(
				`(?=[A-Z]{0,3}\\d{6})(?<![\\dA-Za-z])(?<=(?<![a-z])${document}${between})[A-Z]{0,3}\\d{6,14}[A-Z]?(?![\\dA-Za-z])`,
				'gi'
			)
		},
		{
			when: ({ digits, holds }) => digits >= 11 && holds(aadhaar),
			needs: /aadh?aar/i,
			pattern:
				/(?:aadh?aar(?: card)?(?: (?:number|no\.?))?(?: is| was)?[ :#]{1,3})([2-9]?\d{3,4}[ -]?\d{4}[ -]?\d{4}(?!\d))/gi
		},
		{
			when: ({ run }) => run >= 4,
			pattern: /(?<![\dA-Za-z])[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z](?![\dA-Za-z])/g
		},
		{
			when: ({ run, holds }) => run >= 4 && holds(social),
			pattern:
				/(?=\d{4})(?<=\b(?:SSN|social(?: security)?)(?: number)? (?:ends|ending) (?:in|with) )\d{4}(?!\d)/gi
		},
		{
			when: ({ run, holds }) => run >= 4 && holds(social),
			pattern:
				/(?=\d{4})(?<=\b(?:last (?:four|4)(?: digits)? of my (?:social(?: security)?|SSN)(?: number)?(?: is| are|:)? ))\d{4}(?!\d)/gi
		}
	],
	cues: [stars, aadhaar, social],
	needs: /\d\d/,
	examples: {
		masks: [
			'身分證 <A223456781>，<Y123456(7)>',
			'my SSN is <123-45-6789>',
			'社安 <XXX-XX-1120>',
			'护照号<E12345678>，港澳通行证<C12345678>',
			'NI number <QQ 12 34 56 C>',
			"driver's license <D1234567>, DL# <S7654321>",
			'Aadhaar <1234 5678 9012>, PAN <ABCPE1234F>',
			'last four of my social <1120>',
			'澳门身份证<1234567(8)>，HKID<K987654(2)>',
			'军官证<军字第1234567号>'
		],
		keeps: ['my social security check of 1200', '15 USC 1692', '我的驾照被扣12个月']
	}
});
