import { matching } from './detector.ts';

const label =
	'(?:合同|借据|借款|贷款|账户?|帐户?|卡|订单|流水|保单|案件|案|单|编|运单|快递|回执|报警|警情|报案|投诉|客户|会员|用户|借贷)(?:编?号码?|编码|ID)?|编号|(?:account|acct|loan|contract|reference|policy|customer|member|case|file|order|ref|claim|ticket|confirmation|docket|invoice|tracking|complaint)';
const between =
	'[^\\dA-Za-z\\ufffc]{0,4}(?:(?:number|num|no|id|#)\\b)?[^\\dA-Za-z\\ufffc]{0,4}(?:(?:is|was)\\b)?[^\\dA-Za-z\\ufffc$¥]{0,3}';
const date = '\\d{4}-\\d{1,2}-\\d{1,2}\\b|\\d{1,2}/';

const sortCode = ['sort code', 'sortcode'];

/** Contract, loan and account numbers after a word that announces one, and court file numbers. */
export const account = matching({
	kind: 'account',
	patterns: [
		{
			when: ({ code }) => code >= 4,
			pattern: new RegExp(
				`(?<![A-Za-z0-9#])(?=[A-Za-z#_-]{0,6}\\d)(?!${date}|X{2}|(?:19|20)\\d\\d-\\d)(?<=(?:${label})${between})[A-Za-z0-9][A-Za-z0-9#_-]{5,}(?![\\dA-Za-z]|[.,]\\d|元|年|月|/)`,
				'gi'
			)
		},
		{
			when: ({ digits }, text) => digits >= 4 && /\d[ -]\d/.test(text),
			pattern:
				/(?<![A-Z\d])(?=[A-Z]{0,4}[ -]?\d{2})(?<=\b(?:member|policy|account|acct|claim|reference|ref|case|loan|file|customer|routing|checking|savings)\b\.? ?(?:id|no|number|num|account)?\.?(?: is| was)?[ :#]{1,3})(?:[A-Z]{1,4}[ -]?)?\d{2,5}(?:[ -]\d{2,5}){1,5}(?![\dA-Za-z]|[-/]\d|[.,]\d)/gi
		},
		{
			when: ({ run }) => run >= 8,
			needs: /\d{8}/,
			pattern: /(?<![A-Za-z0-9-])(?!X{2})[A-Z]{1,5}-?\d{8,}(?![\dA-Za-z])/gi
		},
		{
			when: ({ code }) => code >= 6,
			needs: /\d{4}-\d/,
			pattern: /(?<![A-Za-z0-9-])(?!X{2})[A-Z]{1,5}-?\d{4,}(?:-\d{2,})+(?![\dA-Za-z])/gi
		},
		{
			when: ({ hasHan }) => hasHan,
			pattern: /[([【〔]\d{4}[)\]】〕][一-龥]{1,6}\d{0,4}[一-龥]{0,5}\d{1,8}号/g
		},
		{
			when: ({ hasHan }) => hasHan,
			pattern:
				/(?<!\d)20\d\d年?[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼最]\d{2,4}[一-龥]{1,4}\d{1,7}号/g
		},
		{
			when: ({ code }) => code >= 4,
			pattern:
				/(?<![A-Z\d])(?=[A-Z]{0,9}\d)(?<=(?:车架号码?|发动机号?|信用代码|执照号?|设备号|序列号|病历号?|住院号|就诊号|门诊号|学号|\b(?:VIN|IMEI|MRN))[^\dA-Za-z\n]{0,4})[A-Z\d-]{6,20}(?![A-Za-z\d])/gi
		},
		{
			when: ({ digits, holds }) => digits >= 6 && holds(sortCode),
			pattern: /(?=\d\d[- ])(?<=\bsort ?code[: ]{0,2}(?:is )?)\d\d[- ]\d\d[- ]\d\d(?!\d)/gi
		},
		/(?<![\dA-Za-z])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\dA-Za-z])/g,
		/(?<![\dA-Za-z/])[A-Z]{1,4}\/\d{2,4}\/\d{3,8}(?![\d/])/g,
		{
			when: ({ digits }) => digits >= 9,
			pattern:
				/(?<![\dA-Za-z-])(?!(?:19|20)\d\d-\d{1,2}-)(?=(?:-?\d){9})\d{2,6}(?:-\d{1,12}){2,4}(?![\dA-Za-z-])/g
		},
		{ when: ({ code }) => code >= 6, pattern: /(?<![\dA-Za-z-])\d{2}-[A-Z]{2,3}-\d{4,6}(?![\dA-Za-z-])/g },
		{
			when: ({ digits }) => digits >= 5,
			pattern: /(?<![\d.])(?:10|172|192)\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])/g
		}
	],
	accepts: (found) => (found.match(/\d/g)?.length ?? 0) >= 4,
	cues: [sortCode],
	needs: /\d\d/,
	examples: {
		masks: [
			'流水 <202309121234567>',
			'account number <12345678>',
			'合同<HT-2023-558102>，借据<JK20240917083>',
			'贷款编号 <L2023-0912-77>，编号：<LN_20230909_7788>',
			'案号<（2023）粤0304民初12345号>',
			'case no. <22-CV-01234>',
			'客户号<100200300>',
			'【合同】<【2023】消贷字第00981号>',
			'车架号<LSVAU2A37N2183294>，IBAN <GB29 NWBK 6016 1331 9268 19>',
			'汇款至<123-45-678901-2>',
			'Member ID: <UHG 884 220 19>, checking account <0034 5567 8891>'
		],
		keeps: [
			'account number XXXX XXXX',
			'my account was charged off in 2014',
			'工号8874，员工编号 A1033',
			'订单金额20000元',
			'贷款2019-10-12到期'
		]
	}
});
