import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.fixture.ts';
import { normalise } from './normalise.ts';

describe('normalise', () => {
	it.each([
		['CALLED Me', 'called me'],
		['don’t “stop”', `don't "stop"`],
		['Ｃａｌｌ　１２３', 'call 123'],
		['騷擾電話', '骚扰电话'],
		['什么', '什么'],
		['佢哋打嚟', '他们打来'],
		['骂\u200b\ufeff我', '骂我'],
		['ﬁne', 'fine'],
		['cafe\u0301', 'café'],
		['天天催.收我', '天天催收我'],
		['催/收', '催收'],
		['我.要.投.诉', '我要投诉'],
		['催shou的，爆tong讯录', '催收的,爆通讯录'],
		['CUI SHOU打来，xie你一条tui', '催收打来,卸你一条腿'],
		['摧收威协我', '催收威胁我'],
		['父母/亲友。下班.回家', '父母/亲友。下班.回家'],
		['app在催，VIP客户', 'app在催,vip客户'],
		['F**K you, s*it, f***ing a**hole', 'fuck you, shit, fucking asshole'],
		['h a r a s s', 'harass'],
		['a b c, 5 * 3, help!, such as $5', 'a b c, 5 * 3, help!, such as $5'],
		['XXXX XXXX paid {$500.00} on XX/XX/2019.', 'xxxx paid $500.00 on xxxx.'],
		['«phone 2»打我', '\ufffc打我'],
		['', '']
	])('%j becomes %j', (raw, text) => {
		expect(normalise(raw).text).toBe(text);
	});

	it('finds the raw characters behind a normalised span', () => {
		const raw = '他\u200b們 ﬁＮＥ 騷擾我';
		const { text, toRawSpan } = normalise(raw);
		const spanOf = (part: string) => {
			const { start, end } = toRawSpan(text.indexOf(part), text.indexOf(part) + part.length);
			return raw.slice(start, end);
		};
		expect(spanOf('骚扰')).toBe('騷擾');
		expect(spanOf('他')).toBe('他');
		expect(spanOf('他们')).toBe('他\u200b們');
		expect(spanOf('f')).toBe('ﬁ');
		expect(spanOf('ne')).toBe('ＮＥ');
	});

	it('leads from an uncovered word back to all of the raw characters that hid it', () => {
		const raw = '他們崔收，F**K，催.收；爆tong讯录';
		const { text, toRawSpan } = normalise(raw);
		const rawOf = (part: string, from = 0) => {
			const at = text.indexOf(part, from);
			const { start, end } = toRawSpan(at, at + part.length);
			return raw.slice(start, end);
		};
		expect(rawOf('催收')).toBe('崔收');
		expect(rawOf('催收', 6)).toBe('催.收');
		expect(rawOf('fuck')).toBe('F**K');
		expect(rawOf('爆通讯录')).toBe('爆tong讯录');
		expect(rawOf('们')).toBe('們');
	});

	const obfuscated = fc
		.array(
			fc.constantFrom(
				'催',
				'收',
				'.',
				'/',
				'shou',
				'cui',
				'tong',
				'讯录',
				'f',
				'*',
				'ck',
				' ',
				'XX',
				'{$5}',
				'«phone»',
				's',
				'我',
				'騷'
			)
		)
		.map((all) => all.join(''));

	it('changes nothing when it normalises again', () => {
		fc.assert(
			fc.property(obfuscated, (raw) => {
				const once = normalise(raw).text;
				expect(normalise(once).text).toBe(once);
			}),
			{ numRuns: 1000 }
		);
	});

	it.each(['催.', 'f*', 'x ', 'XX ', '我 ', '«phone» ', 'shou'])(
		'takes time in proportion to a run of %j',
		(piece) => {
			expect(growthOf((length) => normalise(piece.repeat(length / piece.length)))).toBeLessThan(40);
		}
	);

	const anyText = fc.oneof(
		obfuscated,
		fc.string({ unit: 'binary' }),
		fc
			.array(
				fc.constantFrom('骂', '騷', 'Ａ', 'ﬁ', '\u200b', 'e\u0301', '\u0301', '½', ' ', 'Z', '𠮶', '，', 'が')
			)
			.map((all) => all.join(''))
	);

	it('maps offsets in order, from the first raw character to the last', () => {
		fc.assert(
			fc.property(anyText, (raw) => {
				const { text, toRaw } = normalise(raw);
				const offsets = Array.from({ length: text.length + 1 }, (_, offset) => toRaw(offset));
				expect(offsets.every((offset, index) => index === 0 || offset >= (offsets[index - 1] ?? 0))).toBe(
					true
				);
				expect(offsets.at(-1)).toBe(raw.length);
			})
		);
	});

	const plainText = fc.string({
		unit: fc.constantFrom('骂', '騷', 'Ａ', 'ﬁ', '\u200b', 'é', '½', ' ', 'Q', '，', 'が')
	});

	it('maps each span to a raw substring that normalises to it', () => {
		fc.assert(
			fc.property(plainText, fc.nat(), fc.nat(), (raw, a, b) => {
				const { text, toRawSpan } = normalise(raw);
				const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
				const { start, end } = toRawSpan(from, to);
				expect(start).toBeLessThanOrEqual(end);
				expect(normalise(raw.slice(start, end)).text).toContain(text.slice(from, to));
			})
		);
	});
});
