import { createCueFinder, type Cues } from './cues.ts';

/**
 * What a text holds, found in one pass: nearly all detectors see from it that they have nothing to look for. It holds
 * for the text as detectors are given it, until the next one is read.
 */
export interface Signs {
	/** Characters of Chinese. */
	readonly hasHan: boolean;
	/** Anything beyond Latin letters and punctuation: Chinese, circled and other digits. */
	readonly isWide: boolean;
	/** The longest run of digits. */
	readonly run: number;
	/** The most digits of which none stands further than `digitReach` behind the one before. */
	readonly digits: number;
	/** The most digits in one word of letters, digits, #, _ and -, of six characters or more. */
	readonly code: number;
	/** Whether a digit or _ stands behind a letter in one word of letters, digits, _, . and -. */
	readonly isMixed: boolean;
	/** How often words of a list occur, in capitals or not, also within longer words. */
	countOf(cues: Cues): number;
	holds(cues: Cues): boolean;
}

/** Digits of one number may have four other characters between them. */
const digitReach = 5;
const shortestCode = 6;
const firstWide = 0x2070;

/** Where nothing is known of a text, anything may be in it. */
export const anySigns: Signs = {
	hasHan: true,
	isWide: true,
	run: Infinity,
	digits: Infinity,
	code: Infinity,
	isMixed: true,
	countOf: () => Infinity,
	holds: () => true
};

const isDigit = 1;
const isLetter = 2;
const isOfCode = 4;
const isOfHandle = 8;
const kinds = new Uint8Array(0x80);
for (let unit = 0; unit < kinds.length; unit++) {
	const sign = String.fromCharCode(unit);
	kinds[unit] =
		(/\d/.test(sign) ? isDigit : 0) |
		(/[a-z]/i.test(sign) ? isLetter : 0) |
		(/[a-z\d#_-]/i.test(sign) ? isOfCode : 0) |
		(/[\w.-]/.test(sign) ? isOfHandle : 0);
}

/** `lists`: all that is ever asked for. */
export function createSignReader(lists: readonly Cues[]): (text: string) => Signs {
	const finder = createCueFinder(lists);
	return (text) => {
		finder.begin();
		const numbers = new NumberSigns();
		let hasHan = false;
		let isWide = false;
		for (let at = 0; at < text.length; at++) {
			const unit = text.charCodeAt(at);
			finder.read(unit);
			numbers.read(at, unit < 0x80 ? (kinds[unit] as number) : 0, unit);
			if (unit < firstWide) continue;
			isWide = true;
			if (unit >= 0x4e00 && unit <= 0x9fa5) hasHan = true;
		}
		const { run, digits, code, isMixed } = numbers;
		const countOf = (cues: Cues) => finder.countOf(cues);
		return { hasHan, isWide, run, digits, code, isMixed, countOf, holds: (cues) => countOf(cues) > 0 };
	};
}

class NumberSigns {
	run = 0;
	digits = 0;
	code = 0;
	isMixed = false;
	#last = -digitReach - 1;
	#run = 0;
	#near = 0;
	#codeLength = 0;
	#codeDigits = 0;
	#hasLetter = false;

	read(at: number, kind: number, unit: number): void {
		if ((kind & isOfHandle) === 0) this.#hasLetter = false;
		else if ((kind & isLetter) !== 0) this.#hasLetter = true;
		else if (this.#hasLetter && ((kind & isDigit) !== 0 || unit === underscore)) this.isMixed = true;
		if ((kind & isOfCode) === 0) {
			this.#codeLength = 0;
			this.#codeDigits = 0;
			return;
		}
		this.#codeLength++;
		if ((kind & isDigit) !== 0) this.#readDigit(at);
		if (this.#codeLength >= shortestCode && this.#codeDigits > this.code) this.code = this.#codeDigits;
	}

	#readDigit(at: number): void {
		this.#run = at === this.#last + 1 ? this.#run + 1 : 1;
		this.#near = at - this.#last <= digitReach ? this.#near + 1 : 1;
		this.#last = at;
		this.#codeDigits++;
		if (this.#run > this.run) this.run = this.#run;
		if (this.#near > this.digits) this.digits = this.#near;
	}
}
const underscore = 0x5f;
