import { placeholderPattern, placeholderSign, writePlaceholder, type MaskKind } from '../placeholder.ts';
import { simplifyUnit } from '../traditional.ts';
import type { Found } from './detector.ts';
import { detectors } from './registry.ts';
import { createSignReader } from './signs.ts';

export interface MaskResult {
	readonly text: string;
	/** Where the placeholders stand in `text`, in order. */
	readonly masked: readonly { readonly start: number; readonly end: number; readonly kind: MaskKind }[];
}
interface Find extends Found {
	readonly kind: MaskKind;
}
/** The number of a value among the different values of its kind in this text, counted from 1. */
type Numbering = (kind: MaskKind, value: string) => number;

const signsOf = createSignReader(detectors.flatMap(({ cues = [] }) => cues));
const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Replaces personal data by placeholders: «phone», and «phone 2» for another number in the same text. What is masked
 * stays masked: masking the result again changes nothing. Invisible characters, which could hide a number, are dropped.
 */
export function maskText(raw: string): MaskResult {
	let text = raw.replace(invisible, '');
	// A survey's answer is nearly always a number alone.
	if (text === '') return { text, masked: [] };
	const numberOf = createNumbering(text);
	for (let next = maskOnce(text, numberOf); next !== text; next = maskOnce(text, numberOf)) text = next;
	const masked = findPlaceholders(text).map(({ 0: found, 1: kind, index }) => ({
		start: index,
		end: index + found.length,
		kind: kind as MaskKind
	}));
	return { text, masked };
}

function findPlaceholders(text: string): readonly RegExpExecArray[] {
	return text.includes('«') ? [...text.matchAll(placeholderPattern())] : [];
}

function maskOnce(text: string, numberOf: Numbering): string {
	const plain = foldWidth(text);
	let masked = '';
	let from = 0;
	for (const { kind, start, end } of findAll(plain)) {
		masked += text.slice(from, start) + writePlaceholder(kind, numberOf(kind, plain.slice(start, end)));
		from = end;
	}
	return masked + text.slice(from);
}

/** In order of place. Of finds that overlap, the earlier detector's stands. */
function findAll(plain: string): readonly Find[] {
	const finds: Find[] = [];
	const signs = signsOf(plain);
	let isTaken: Uint8Array | null = null;
	for (const { kind, find } of detectors) {
		for (const { start, end } of find(plain, signs)) {
			isTaken ??= placesMasked(plain);
			if (isTaken.subarray(start, end).includes(1)) continue;
			isTaken.fill(1, start, end);
			finds.push({ kind, start, end });
		}
	}
	return finds.sort((a, b) => a.start - b.start);
}

/** By character, 1 for what is masked already. */
function placesMasked(plain: string): Uint8Array {
	const isMasked = new Uint8Array(plain.length);
	for (let at = plain.indexOf(placeholderSign); at >= 0; at = plain.indexOf(placeholderSign, at + 1))
		isMasked[at] = 1;
	return isMasked;
}

/** Counts on from the placeholders that stand in the text already. The same value in other spacing is the same. */
function createNumbering(text: string): Numbering {
	const last = new Map<string, number>();
	for (const [, kind = '', number = '1'] of findPlaceholders(text))
		last.set(kind, Math.max(last.get(kind) ?? 0, Number(number)));
	const numbers = new Map<string, number>();
	return (kind, value) => {
		const key = `${kind} ${value.toLowerCase().replace(/[\s()./-]/g, '')}`;
		const number = numbers.get(key) ?? (last.get(kind) ?? 0) + 1;
		numbers.set(key, number);
		last.set(kind, Math.max(last.get(kind) ?? 0, number));
		return number;
	};
}

/**
 * Half-width and simplified, unit for unit, so that offsets in the result are offsets in the text. The Chinese comma
 * stays: it separates numbers, where the other may group the digits of one.
 */
function foldWidth(text: string): string {
	const plain = text.includes('«')
		? text.replace(placeholderPattern(), (found) => placeholderSign.repeat(found.length))
		: text;
	let folded = '';
	let from = 0;
	for (let index = 0; index < plain.length; index++) {
		const unit = plain.charCodeAt(index);
		const other = unit < 0x3000 ? unit : foldUnit(unit);
		if (other === unit) continue;
		folded += plain.slice(from, index) + String.fromCharCode(other);
		from = index + 1;
	}
	return from === 0 ? plain : folded + plain.slice(from);
}

function foldUnit(unit: number): number {
	if (unit === 0x3000) return 0x20;
	return unit > 0xff00 && unit < 0xff5f && unit !== 0xff0c ? unit - 0xfee0 : simplifyUnit(unit);
}
