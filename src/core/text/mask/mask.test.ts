import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf } from '../growth.fixture.ts';
import { maskText } from './mask.ts';

describe('maskText', () => {
	it.each([
		['电话１３８００００１２３４', '电话«phone»'],
		['打138\u200b00001234找我', '打«phone»找我'],
		['我叫李明，手机13800001234，身份证11010519491231002X', '我叫«name»，手机«phone»，身份证«id»'],
		['卡号6217000001234567890，邮箱li@example.com', '卡号«card»，邮箱«email»'],
		['My name is John Smith, call 555-201-4567.', 'My name is «name», call «phone».']
	])('%s', (raw, masked) => {
		expect(maskText(raw).text).toBe(masked);
	});

	it.each([
		['13800001234打来，又用13900001234打，再用13800001234打', '«phone»打来，又用«phone 2»打，再用«phone»打'],
		['打138-0000-1234或13800001234', '打«phone»或«phone»'],
		['客户李明和客户张伟，李明说', '客户«name»和客户«name 2»，«name»说'],
		['«phone»，另一个13800001234', '«phone»，另一个«phone 2»'],
		['«phone 3»，另一个13800001234', '«phone 3»，另一个«phone 4»']
	])('gives each value its own placeholder, in the whole text the same: %s', (raw, masked) => {
		expect(maskText(raw).text).toBe(masked);
	});

	it.each([
		'XXXX XXXX called from XXX-XXX-XXXX on XX/XX/2019, account number XXXX XXXX',
		'I paid {$500.00} of $1,234,567.00 at 10:30 PM, called 10 to 15 times, 16-23 times a day',
		'逾期1234567890元，2019-10-12 2019-10-13打了12次，18:30到21:55，金额12,345.67元',
		'工号8874，请打12378或95188，工号尾号0917',
		'years 2019 2020 2021 2022 2023'
	])('leaves as it is: %s', (raw) => {
		expect(maskText(raw)).toEqual({ text: raw, masked: [] });
	});

	it.each(['村镇县', '市区', '1 ', '12', 'a@', 'a.', '我叫王', '微信', '·中', 'My ', 'A B ', '1-'])(
		'does not stall on a long run of %j',
		(piece) => {
			expect(maskText(piece.repeat(5000)).text.length).toBeGreaterThan(0);
		}
	);

	it('takes time in proportion to the length', () => {
		const text = '我叫王小明，住北京市朝阳区建国路88号，电话13800001234，my name is John Smith. ';
		expect(growthOf((length) => maskText(text.repeat(length / text.length)))).toBeLessThan(40);
	});

	it('never throws on random Unicode', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
				expect(typeof maskText(raw).text).toBe('string');
			})
		);
	});

	it('says where the tokens stand', () => {
		const { text, masked } = maskText('我叫李明，手机13800001234');
		expect(masked.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
			['«name»', 'name'],
			['«phone»', 'phone']
		]);
	});

	const placeholders = /«[a-z]+(?: \d+)?»/;
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
			'«name»',
			'«phone 2»',
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
		fc.assert(
			fc.property(anyText, (raw) => {
				let from = 0;
				for (const kept of maskText(raw).text.split(placeholders)) {
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
					expect(maskText(`请打${number}找我`).text).toBe('请打«phone»找我');
				}
			)
		);
	});
});
