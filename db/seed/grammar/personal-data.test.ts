import { expect, it } from 'vitest';
import { Random } from '../random.ts';
import {
	inventAmericanCard,
	inventAmericanPhone,
	inventChineseCard,
	inventChineseId,
	inventChineseMobile,
	inventEmail,
	inventSsn
} from './personal-data.ts';

const random = new Random(1, 'test');
const many = (invent: (random: Random) => string) => Array.from({ length: 500 }, () => invent(random));

function passesLuhn(card: string): boolean {
	const sum = [...card.replaceAll(/\D/g, '')].reverse().reduce((total, digit, at) => {
		const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
}

/** ISO 7064 MOD 11-2, as GB 11643 asks. */
function passesMod11(id: string): boolean {
	const remainder = [...id.slice(0, 17)].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
	return '0123456789X'[(12 - remainder) % 11] === id[17];
}

it('invents identity numbers with a valid check digit in districts that do not exist', () => {
	const ids = many(inventChineseId);
	expect(ids.filter((id) => !/^\d{2}0199(19|20)\d{2}[01]\d[0-3]\d{4}[\dX]$/.test(id))).toEqual([]);
	expect(ids.filter((id) => !passesMod11(id))).toEqual([]);
});

it('invents card numbers that pass the Luhn check', () => {
	const cards = [...many(inventChineseCard), ...many(inventAmericanCard)];
	expect(cards.filter((card) => !passesLuhn(card))).toEqual([]);
	expect(new Set(cards.map((card) => card.replaceAll(/\D/g, '').length))).toEqual(new Set([19, 16]));
});

it('keeps to numbers and domains that belong to nobody', () => {
	expect(many(inventChineseMobile).filter((phone) => !/^1[35789]\d0000\d{4}$/.test(phone))).toEqual([]);
	expect(many(inventAmericanPhone).filter((phone) => !/555[-.]01\d\d$/.test(phone))).toEqual([]);
	expect(many(inventSsn).filter((ssn) => !/^9\d\d-[1-4]\d-\d{4}$/.test(ssn))).toEqual([]);
	expect(
		many((stream) => inventEmail(stream, 'a')).filter((mail) => !/@example\.(com|org|net)$/.test(mail))
	).toEqual([]);
});
