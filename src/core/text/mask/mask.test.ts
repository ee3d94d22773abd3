import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskKinds } from './detector.ts';
import { maskText } from './mask.ts';

describe('maskText', () => {
	it.each([
		['我的手机13800001234，或138-0000-1234', '我的手机[PHONE]，或[PHONE]'],
		['电话１３８００００１２３４', '电话[PHONE]'],
		['打138\u200b00001234找我', '打[PHONE]找我'],
		['+86 138 0000 1234', '[PHONE]'],
		['一三八零零零零一二三四', '[PHONE]'],
		['主叫0571-80003926', '主叫[PHONE]'],
		['如電話聯絡，可打6234 5678', '如電話聯絡，可打[PHONE]'],
		['電話0912-345-678。', '電話[PHONE]。'],
		['call (555) 201-4567 or 555-201-4567', 'call [PHONE] or [PHONE]'],
		['身份证430199199604120029。', '身份证[ID]。'],
		['身份证11010519491231002X', '身份证[ID]'],
		['身份证130503670401001', '身份证[ID]'],
		['身分證 A223456781，Y123456(7)', '身分證 [ID]，[ID]'],
		['my SSN is 123-45-6789', 'my SSN is [ID]'],
		['护照号E12345678', '护照号[ID]'],
		['卡号6217000001234567890', '卡号[ACCOUNT]'],
		['打到6217 0012 3456 7788 901上', '打到[CARD]上'],
		['流水 202309121234567', '流水 [ACCOUNT]'],
		['card 4111-1111-1111-1111', 'card [CARD]'],
		['邮箱li.ming@example.com', '邮箱[EMAIL]'],
		['我的微信号是abc_12345，QQ：12345678', '我的微信号是[IM]，QQ：[IM]'],
		['粤B12345和沪A·D1234', '[PLATE]和[PLATE]'],
		['你車停地下，ABC-5678，輪胎', '你車停地下，[PLATE]，輪胎'],
		['account number 12345678', 'account number [ACCOUNT]'],
		['合同HT-2023-558102', '合同[ACCOUNT]'],
		['住北京市朝阳区建国路88号3号楼502室', '住[ADDRESS]'],
		['I live at 123 Main Street, Apt 4, Springfield, IL 62704.', 'I live at [ADDRESS].'],
		['我叫李明，欠款', '我叫[NAME]，欠款'],
		['客户姓名：欧阳小红', '客户姓名：[NAME]'],
		['本人張雅婷，住台北', '本人[NAME]，住台北'],
		['您好请问是吴美珍女士吗', '您好请问是[NAME]女士吗'],
		['借款人周子墨，男，住成都', '借款人[NAME]，男，住成都'],
		['渠县某某镇柳树村的，绿苑小区3-2-501', '[ADDRESS]的，[ADDRESS]'],
		['群里说“罗大勇还我血汗钱”，罗大勇是我', '群里说“[NAME]还我血汗钱”，[NAME]是我'],
		['My name is John Smith and I am Jane Q. Doe.', 'My name is [NAME] and I am [NAME].'],
		['Ms. Wong Ka Yan helped', 'Ms. [NAME] helped']
	])('%s', (raw, masked) => {
		expect(maskText(raw).text).toBe(masked);
	});

	it.each([
		'XXXX XXXX called from XXX-XXX-XXXX on XX/XX/2019, account number XXXX XXXX',
		'I paid {$500.00} of $1,234,567.00 at 10:30 PM, called 10 to 15 times, 16-23 times a day',
		'逾期1234567890元，2019-10-12 2019-10-13打了12次，18:30到21:55，金额12,345.67元',
		'工号8874，请打12378或95188，尾号0917',
		'years 2019 2020 2021 2022 2023',
		'I am Very Upset With Them. This is Not Right.',
		'我是钱包丢了，马上方便还，本人申请协商，找高利贷，是金融公司',
		'请工作人员在3号楼等，三个小区六栋楼',
		'对方联系我，对方电话不明，我和同事都高兴，给马上还'
	])('leaves as it is: %s', (raw) => {
		expect(maskText(raw)).toEqual({ text: raw, masked: [] });
	});

	it.each(['村镇县', '市区', '1 ', 'a@', '我叫王'])('does not stall on a long run of %j', (piece) => {
		expect(maskText(piece.repeat(5000)).text.length).toBeGreaterThan(0);
	});

	it('says where the tokens stand', () => {
		const { text, masked } = maskText('我叫李明，手机13800001234');
		expect(masked.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
			['[NAME]', 'NAME'],
			['[PHONE]', 'PHONE']
		]);
	});

	const fragment = fc.oneof(
		fc.constantFrom(
			'我叫',
			'李明',
			'王小红',
			'先生',
			'欠钱',
			'13800001234',
			'6217',
			' ',
			'-',
			'，',
			'。',
			'\n',
			'本人',
			'微信号',
			'abc_123',
			'QQ',
			'北京市',
			'建国路',
			'88号',
			'a@b.com',
			'My name is ',
			'John Smith',
			'[NAME]',
			'[PHONE]',
			'账号',
			'430199199604120029',
			'粤B',
			'12345',
			'护照',
			'E1234567',
			'0571',
			'(',
			')',
			'【',
			'找'
		),
		fc.string({ maxLength: 6 }),
		fc.string({ unit: fc.constantFrom(...'0123456789 -'), maxLength: 20 })
	);
	const anyText = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(''));

	it('changes nothing when it masks again', () => {
		fc.assert(
			fc.property(anyText, (raw) => {
				const once = maskText(raw);
				expect(maskText(once.text)).toEqual(once);
			}),
			{ numRuns: 2000 }
		);
	});

	it('keeps every character it does not mask, in order', () => {
		const token = new RegExp(`\\[(?:${maskKinds.join('|')})\\]`);
		fc.assert(
			fc.property(anyText, (raw) => {
				let from = 0;
				for (const kept of maskText(raw).text.split(token)) {
					const at = raw.indexOf(kept, from);
					expect(at).toBeGreaterThanOrEqual(from);
					from = at + kept.length;
				}
			})
		);
	});

	it('lets no mobile number through, however it is grouped', () => {
		const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
		fc.assert(
			fc.property(
				fc.constantFrom('3', '5', '8'),
				fc.constantFrom('7', '9'),
				digits,
				fc.constantFrom('', '-', ' '),
				(second, third, rest, sign) => {
					const number = [`1${second}${third}`, rest.slice(0, 4), rest.slice(4)].join(sign);
					expect(maskText(`请打${number}找我`).text).toBe('请打[PHONE]找我');
				}
			)
		);
	});
});
