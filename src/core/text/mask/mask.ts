import { simplifyUnit } from '../traditional.ts';
import { maskKinds, type Found, type MaskKind } from './detector.ts';
import { detectors } from './registry.ts';

export interface MaskResult {
	readonly text: string;
	/** Where the replacement tokens stand in `text`, in order. */
	readonly masked: readonly { readonly start: number; readonly end: number; readonly kind: MaskKind }[];
}

const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const token = new RegExp(`\\[(?:${maskKinds.join('|')})\\]`, 'g');

/**
 * Replaces personal data by tokens such as `[PHONE]`. What is masked stays masked: masking the result again changes
 * nothing. Invisible characters, which could hide a number, are dropped.
 */
export function maskText(raw: string): MaskResult {
	let text = raw.replace(invisible, '');
	for (let next = maskOnce(text); next !== text; next = maskOnce(text)) text = next;
	const masked = Array.from(text.matchAll(token), ({ 0: found, index }) => ({
		start: index,
		end: index + found.length,
		kind: found.slice(1, -1) as MaskKind
	}));
	return { text, masked };
}

function maskOnce(text: string): string {
	const plain = foldWidth(text);
	const taken: Found[] = Array.from(text.matchAll(token), ({ 0: found, index }) => ({
		start: index,
		end: index + found.length
	}));
	const finds: (Found & { readonly kind: MaskKind })[] = [];
	for (const { kind, find } of detectors) {
		for (const found of find(plain)) {
			if (taken.some((other) => other.start < found.end && found.start < other.end)) continue;
			taken.push(found);
			finds.push({ ...found, kind });
		}
	}
	finds.sort((a, b) => b.start - a.start);
	return finds.reduce(
		(masked, { start, end, kind }) => `${masked.slice(0, start)}[${kind}]${masked.slice(end)}`,
		text
	);
}

/** Half-width and simplified, unit for unit, so that offsets in the result are offsets in the text. */
function foldWidth(text: string): string {
	return text.replace(/[\u3000\u3400-\u9fff\uff01-\uff5e]/g, (sign) => {
		const unit = sign.charCodeAt(0);
		if (unit === 0x3000) return ' ';
		return String.fromCharCode(unit > 0xff00 ? unit - 0xfee0 : simplifyUnit(unit));
	});
}
