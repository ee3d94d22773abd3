import type { Random } from '../random.ts';

/**
 * Invented personal data that looks real to a masker and belongs to nobody: number blocks that are not handed out,
 * district codes that do not exist, reserved domains.
 */

const digits = (random: Random, count: number) =>
	Array.from({ length: count }, () => random.between(0, 9)).join('');

/** Mobile number with the block 0000, which no operator has handed out. */
export function inventChineseMobile(random: Random): string {
	return `1${random.pick(['3', '5', '7', '8', '9'])}${random.between(0, 9)}0000${digits(random, 4)}`;
}

/** Resident identity number with a valid check digit (GB 11643) and a district code (xx0199) that does not exist. */
export function inventChineseId(random: Random): string {
	const province = random.pick(['42', '51', '43', '37', '34', '44', '41', '32']);
	const month = String(random.between(1, 12)).padStart(2, '0');
	const day = String(random.between(1, 28)).padStart(2, '0');
	const body = `${province}0199${random.between(1958, 2004)}${month}${day}${digits(random, 3)}`;
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
	return body + '10X98765432'[sum % 11];
}

/** Card number of `length` digits with a valid Luhn check digit, its account part led by zeros. */
function inventCard(random: Random, prefix: string, length: number): string {
	const body = prefix + '0'.repeat(4) + digits(random, length - prefix.length - 5);
	const sum = [...body].reverse().reduce((total, digit, at) => {
		const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0);
	return body + String((10 - (sum % 10)) % 10);
}

export function inventChineseCard(random: Random): string {
	return inventCard(random, random.pick(['621700', '622848', '622202']), 19);
}

export function inventAmericanCard(random: Random): string {
	return inventCard(random, random.pick(['411100', '555500']), 16)
		.match(/.{4}/g)!
		.join(random.pick([' ', '-', '']));
}

/** US number in the block 555-01xx, kept free for fiction. */
export function inventAmericanPhone(random: Random): string {
	const area = random.pick(['602', '614', '918', '813', '480', '405', '727', '740']);
	const line = `555${random.pick(['-', '.'])}01${digits(random, 2)}`;
	return random.chance(0.5) ? `(${area}) ${line}` : `${area}-${line}`;
}

/** Looks like a social security number; area numbers from 900 on and these groups have never been issued. */
export function inventSsn(random: Random): string {
	return `9${digits(random, 2)}-${random.between(10, 49)}-${digits(random, 4)}`;
}

export function inventEmail(random: Random, handle: string): string {
	return `${handle}${random.between(1, 99)}@example.${random.pick(['com', 'org', 'net'])}`;
}

export function inventAccount(random: Random): string {
	return `LB${digits(random, 10)}`;
}
