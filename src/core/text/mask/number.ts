import { matching } from './detector.ts';

/**
 * Any other number of seven digits or more: whatever it numbers, it leads to somebody. Amounts, dates and hotlines
 * are none.
 */
export const number = matching({
	kind: 'number',
	patterns: [
		{
			when: ({ run }) => run >= 7,
			pattern:
				/(?=\d{7})(?<![\d$¥€£#.,/:A-Za-z-]|[$¥€£] |\d[ -]|(?:金额|本金|利息|额度|欠款?|共计?|合计|总计|借款?|贷款|还款?|人民币|工号|坐席|RMB|USD|NT|HK)[:是为了 ]{0,2})(?!(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))\d{7,11}(?![\d%A-Za-z/:]|[.,-]\d| ?(?:元|块|万|円|蚊|圆|人民币|美元|dollars?|usd|rmb|bucks))/gi
		},
		{
			when: ({ hasHan }) => hasHan,
			pattern:
				/(?=\d)(?<=(?:电话|手机|号码|联系方式|账号|帐号|账户|卡号|身份证|证件号?|证号)(?:号码?)?[^\d\n]{0,5})(?!(?:19|20)\d\d[-/.年])\d(?:[ ._—·~,，、/-]{0,2}\d){7,22}(?![\d%:]|\.\d| ?(?:元|块|万|月|日|年|次|个|通))/g
		}
	],
	needs: /\d{7}|[话机号码式址证].{0,8}\d/,
	examples: {
		masks: ['有个号<95013412>老打来', 'they gave me <884512097> as proof'],
		keeps: ['逾期1234567元', '20240506打了12次', 'I owe $1234567', '欠款12345678', '工号12345678']
	}
});
