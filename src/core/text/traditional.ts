import { Converter } from 'opencc-js/t2cn';

const first = 0x3400;
const last = 0x9fff;

/** Cantonese and Taiwanese spellings that mean the same as a Mandarin one; phrases need not be written twice. */
const regional: Readonly<Record<string, string>> = {
	妳: '你',
	甚: '什',
	佢: '他',
	哋: '们',
	嘅: '的',
	咗: '了',
	喺: '在',
	嚟: '来',
	畀: '给',
	俾: '给',
	嗰: '那',
	唔: '不',
	冇: '没',
	睇: '看'
};

const units = Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
/** Converted one by one, so that no context makes one character two. */
const converted = Converter({ from: 'tw', to: 'cn' })(units.join('\n')).split('\n');
const targets = new Set(converted.filter((target, index) => target !== units[index]));
/** Left alone: the rare non-BMP results, and 么, which is simplified already (and a variant of 幺). */
const simplified = units.map((unit, index) => {
	const target = converted[index] ?? unit;
	return target.length === 1 && !targets.has(unit) ? target : unit;
});
const folded = Uint16Array.from(units, (unit, index) =>
	(regional[unit] ?? simplified[index] ?? unit).charCodeAt(0)
);
const scripts = [null, 'traditional', 'simplified'] as const;
const scriptNumbers = Uint8Array.from(units, (unit, index) =>
	unit in regional || simplified[index] !== unit ? 1 : targets.has(unit) ? 2 : 0
);

/**
 * Simplified form of one Han code unit, itself where it has none. One unit gives one unit, so that offsets hold;
 * readings that depend on the word (乾, 著) take their commonest form.
 */
export function simplifyUnit(unit: number): number {
	return unit < first || unit > last ? unit : (folded[unit - first] ?? unit);
}

/** Which of the two scripts a Han code unit belongs to; null where both write it the same. */
export function scriptOf(unit: number): 'traditional' | 'simplified' | null {
	return scripts[(scriptNumbers[unit - first] as number | undefined) ?? 0] ?? null;
}
