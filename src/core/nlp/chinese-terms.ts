import { sentenceBreak, type TermReader } from './terms.ts';

const lists: Readonly<Record<string, string>> = {
	'': '了 的 也 都 们 们的 啊 呀 呢 吧 嘛',
	我: '我们 俺们 俺 咱们 咱 本人',
	他: '他们 她们 它们 她 它 对方',
	relative:
		'家里人 家里 家人 亲戚 亲属 亲友 亲人 父母 爸妈 爹妈 爹娘 爸爸 妈妈 父亲 母亲 老爸 老妈 老婆 老公 妻子 丈夫 媳妇 爱人 对象 女朋友 男朋友 前夫 前妻 儿子 女儿 孩子 小孩 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 外公 外婆 姥姥 姥爷 岳父 岳母 公公 婆婆 叔叔 舅舅 姑姑 阿姨 亲家 公婆 丈母娘 老丈人 岳家 娘家 婆家 表哥 表姐 表弟 表妹 堂哥 堂弟 堂兄 堂姐 小舅子 小姨子 嫂子 姐夫 妹夫 弟媳 侄子 外甥 闺女 女友 男友 前女友 前男友 太太 发小 老乡 房东 舍友 朋友 同学 邻居 室友 紧急联系人',
	employer: '工作单位 单位 公司 老板 领导 主任 人事 前台 同事 上司 校长 班主任',
	[sentenceBreak]: '。 ！ ？ ! ? ； ; … \n'
};

interface Word {
	readonly text: string;
	readonly term: string;
}
/** Words by their first character, longest first. */
const words = new Map<string, readonly Word[]>();
for (const [term, list] of Object.entries(lists)) {
	for (const text of list.split(' ')) {
		const others = words.get(text.charAt(0)) ?? [];
		words.set(
			text.charAt(0),
			[...others, { text, term }].sort((a, b) => b.text.length - a.text.length)
		);
	}
}

/** Relatives in one character, after “my”. */
const kin = new Set('爸妈爹娘哥姐弟妹爷奶舅姨姑叔伯婶嫂');
const mine = new Set('我俺其咱阿');

const number = '[\\d零一二两三四五六七八九十百千几数多]+';
const numberOrHour = new RegExp(
	`(凌晨|半夜|深夜|夜里|清早|清晨|大清早|早上|早晨|晚上|夜晚|下午|上午|中午)?(${number})((?:点|:\\d{2}|时)(?:半|${number}分?|钟|多)*)?`,
	'y'
);
const mayBeginNumber = new Set('0123456789零一二两三四五六七八九十百千几数多凌半深夜清大早晚下上中');

/** Terms of Chinese text: characters, with particles left out and pronouns, relatives, numbers and hours made alike. */
export const readChinese: TermReader = (text) => {
	const terms: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	for (let start = 0; start < text.length;) {
		const { term, length } = readTerm(text, start);
		if (term !== '') {
			terms.push(term);
			starts.push(start);
			ends.push(start + length);
		}
		start += length;
	}
	return { terms, starts, ends };
};

function readTerm(text: string, start: number): { term: string; length: number } {
	const first = text.charAt(start);
	if (mayBeginNumber.has(first)) {
		numberOrHour.lastIndex = start;
		const match = numberOrHour.exec(text);
		if (match) {
			const [found, part = '', value = '', hour] = match;
			if (hour !== undefined) return { term: foldHour(part, readNumber(value)), length: found.length };
			if (part === '') return { term: foldNumber(value), length: found.length };
		}
	}
	if (kin.has(first) && mine.has(text.charAt(start - 1))) return { term: 'relative', length: 1 };
	const word = words.get(first)?.find((each) => text.startsWith(each.text, start));
	return word ? { term: word.term, length: word.text.length } : { term: first, length: 1 };
}

/** Hours outside 08:00–22:00 are one term. Without a part of the day, a small hour may be of the morning or not. */
function foldHour(part: string, hour: number): string {
	if (hour > 24) return '#';
	const isLate = /晚|夜/.test(part);
	const of24 = (isLate && hour >= 6 && hour < 12) || (part === '下午' && hour < 12) ? hour + 12 : hour;
	if (part === '' && hour < 8) return 'hour';
	return /凌晨|半夜|深夜|夜里/.test(part) || of24 < 8 || of24 >= 22 ? 'unsocial hour' : 'social hour';
}

/** Three and more are “many”; one and two stay as they are, and so do hotlines (12378). */
function foldNumber(text: string): string {
	return /^\d{3,}$/.test(text) || readNumber(text) < 3 ? text : '#';
}

/** Value of a number in digits or characters as far as hours and small counts need it; 30 stands for any larger one. */
function readNumber(text: string): number {
	if (/^\d+$/.test(text)) return Number(text);
	if (text === '两') return 2;
	if (text.length === 1) return '零一二三四五六七八九十几数多百千'.indexOf(text);
	if (/[百千几数多\d]/.test(text)) return Number.parseInt(text, 10) || 30;
	const [tens = '', ones] = text.split('十');
	return ones === undefined ? 30 : (tens ? readNumber(tens) : 1) * 10 + (ones ? readNumber(ones) : 0);
}
