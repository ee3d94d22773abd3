import { matching } from './detector.ts';

const label =
	'(?:合同|借据|账户?|帐户?|卡|订单|流水|保单|案件|单)(?:编?号码?|编码)?|(?:account|acct|loan|contract|reference|policy|customer|member|case|file|order|ref)';
const between =
	'[^\\dA-Za-z\\[]{0,4}(?:(?:number|num|no|id|#)\\b)?[^\\dA-Za-z\\[]{0,4}(?:(?:is|was)\\b)?[^\\dA-Za-z\\[$¥]{0,3}';

/** Contract, loan and account numbers after a word that announces one, and court file numbers. */
export const account = matching(
	'ACCOUNT',
	new RegExp(
		`(?<=(?:${label})${between})(?=[A-Za-z-]{0,6}\\d)(?!\\d{4}-\\d{1,2}-\\d{1,2}\\b|\\d{1,2}/|X{2})[A-Za-z0-9][A-Za-z0-9-]{5,}(?![\\dA-Za-z]|[.,]\\d|元|年|月|/)|(?<![A-Za-z0-9-])(?!X{2})[A-Z]{1,5}-?\\d{8,}(?![\\dA-Za-z])|\\(\\d{4}\\)[一-龥]\\d{2,4}[一-龥]{1,4}\\d+号`,
		'gi'
	),
	(found) => (found.match(/\d/g)?.length ?? 0) >= 4
);
