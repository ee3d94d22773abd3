import type { WordClasses } from '../domain/theme-pack.ts';
import { minutesOf } from './number-arcs.ts';

export interface ChineseNumber {
	/** Characters read. */
	readonly length: number;
	/** `''` a plain number; `time`: minutes since midnight. */
	readonly kind: '' | 'time';
	readonly value: number;
	/** 好几, 几十: at least so many, but no figure. */
	readonly isVague: boolean;
	isUnsocial(hours: WordClasses['socialHours']): boolean;
}

const digits = '零一二三四五六七八九';
const number = '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千几数]+)';
const found = new RegExp(
	`(凌晨|半夜|深夜|午夜|夜里|夜间|大?清早|清晨|大?早上|早晨|大?晚上|夜晚|傍晚|下午|上午|中午)?(上|好)?(${number})([万千百十]?[几多来]?)(?:(:\\d{2}|[点时](?!候|间|段))(半|一刻|三刻|${number}分?|钟)?)?`,
	'y'
);
const mayBegin = new Set('0123456789零〇一二两三四五六七八九十百千几数上好凌半深午夜清大早晚傍下中');

/** Reads a number or a time of day at a place: 15, 三十几 (31), 七八 (7), 好几十 (30, vague), 晚上十点半, 22:40. */
export function readChineseNumber(text: string, at: number): ChineseNumber | undefined {
	if (!mayBegin.has(text.charAt(at))) return undefined;
	found.lastIndex = at;
	const match = found.exec(text);
	if (!match) return undefined;
	const [all, part, , main = '', rest = '', clock, minutes] = match;
	if (clock !== undefined && (part !== undefined || valueOf(main) >= 8)) {
		const time = readTime(part, valueOf(main), clock, minutes);
		if (time !== undefined)
			return {
				length: all.length,
				kind: 'time',
				value: time,
				isVague: false,
				isUnsocial: (hours) => isOutside(time, hours)
			};
	}
	if (part !== undefined || clock !== undefined) return undefined;
	const written = main + rest;
	// 12378, 2012年: bare figures are names of lines and years unless a counting word follows.
	if (/^\d{3,}$/.test(written) && !/[个通次条遍回多]/.test(text.charAt(at + all.length))) return undefined;
	const isVague = /[几数多来]|^[上好]/.test(all) && !/[二三四五六七八九]十[几多来]|\d[几多]/.test(all);
	return { length: all.length, kind: '', value: valueOf(written), isVague, isUnsocial: () => false };
}

function isOutside(time: number, { from, to }: WordClasses['socialHours']): boolean {
	return time < minutesOf(from) || time >= minutesOf(to);
}

function readTime(part: string | undefined, hour: number, clock: string, minutes = '0'): number | undefined {
	if (hour > 24) return undefined;
	const minute = clock.startsWith(':') ? Number(clock.slice(1)) : minutesIn(minutes);
	const isLate = part !== undefined && /[晚夜]/.test(part);
	const isAfternoon = part !== undefined && /下午|傍晚/.test(part);
	const of24 =
		hour < 12 && (isAfternoon || (isLate && hour >= 6)) ? hour + 12 : isLate && hour === 12 ? 24 : hour;
	return minute > 59 ? undefined : (of24 % 24) * 60 + minute;
}

function minutesIn(text: string): number {
	if (text === '半') return 30;
	if (text === '一刻') return 15;
	if (text === '三刻') return 45;
	return /^[\d零〇一二两三四五六七八九十]/.test(text) ? valueOf(text.replace('分', '')) : 0;
}

/** The least value: 三十几 is 31, 二三十 is 20, 七八 is 7, 几十 is 20, 几 is 3. */
function valueOf(text: string): number {
	const plain = /^\d+(?:\.\d+)?/.exec(text);
	if (plain) return Number(plain[0]) * factorOf(text.slice(plain[0].length));
	const simple = text
		.replaceAll('〇', '零')
		.replaceAll('两', '二')
		.replace(/[多来]/g, '几')
		.replace(/^([一二三四五六七八九])[一二三四五六七八九](?=$|[十百千个])/, '$1');
	if (/^[零一二三四五六七八九]{3,}$/.test(simple))
		return Number([...simple].map((each) => digits.indexOf(each)).join(''));
	return readParts(simple);
}

function factorOf(text: string): number {
	const factor = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }[text.charAt(0)];
	return factor ?? 1;
}

function readParts(text: string): number {
	let total = 0;
	let digit: number | null = null;
	for (const each of text) {
		const factor = factorOf(each);
		if (factor > 1) {
			total += (digit ?? 1) * factor;
			digit = null;
		} else if (each === '几' || each === '数') digit = total > 0 ? 1 : /[十百千]/.test(text) ? 2 : 3;
		else digit = Math.max(0, digits.indexOf(each));
	}
	return total + (digit ?? 0);
}
