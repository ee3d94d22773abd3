import { commonWords, compoundSurnames, neverGiven, surnames } from './chinese-name-words.ts';
import type { Detector, Found } from './detector.ts';

/** A surname is a name only where the text before and after it says so. */
interface Context {
	readonly before: RegExp;
	readonly after: RegExp;
	/** Only for names of three characters and more: two are too often a word. */
	readonly isLong?: true;
}

const anything = /^/;
const boundary = /^(?:[\s,，.。;；:：、?？!！()（）[“”"'‘’「」『』]|$)/;
const identity =
	/^(?:身份证|手机|电话|号码|本人|您好|你好|是吧|先生|女士|小姐|你认识|今天来|吧[,，]|的(?:身份|手机|电话|号码|名字|名义))/;
const role =
	'是|本人|找|问|律师|发件人[:：]|借款人|贷款人|担保人|持卡人|当事人|联系|经办人|负责人|收款人|法定代表人|坐席|专员|客服|催收员|家属|朋友|同事|同学|室友|邻居|前夫|前妻|弟弟|妹妹|哥哥|姐姐|表哥|表姐|堂哥|爸爸|妈妈|爷爷|奶奶|老师|给|替|和|与|跟';
const opening = '[“「『"（(【]|(?:^|\\n|[:：]\\s?)(?:喂[,， ]?\\s?)?';
const contexts: readonly Context[] = [
	// Words after which a person is named, whatever follows.
	{
		before:
			/(?:叫做?|姓名是?:?\s?|(?:客户|客户信息[】\]]|签名|户名|联系人|联络人|投诉人|申诉人|来电人|来电者|诉求人|申请人|反映人|收件人|机主|落款)(?:姓名)?[:： ]?\s?|儿子|女儿|孙子|孙女|丈夫|妻子|老公|老婆|工友|家父|家母|其父|其母|其子|父亲|母亲|人好像叫|员工|有人找|是不是|问是)$/,
		after: anything
	},
	// Words that more often lead into something else: the name must end there, or speak of identity.
	{ before: new RegExp(`(?:${role}|${opening})$`), after: boundary },
	{ before: new RegExp(`(?:${role}|${opening})$`), after: identity },
	{ before: anything, after: /^(?:先生|女士|小姐|太太|律师|阿姨|大哥)/ },
	{ before: anything, after: /^(?:欠钱|欠债|欠款|还钱|还我|涉及|还债|收[。,，])/ },
	{ before: anything, after: identity, isLong: true },
	{
		before: anything,
		after: /^[,，（(]\s?(?:男|女|身份证|身份證|手机|电话|\d{1,2}岁|住[^院])/,
		isLong: true
	},
	// A signature on its own line, and a letter that opens with its writer.
	{
		before: /\n\s*$/,
		after: /^\s*(?:谨呈|敬上|谨启|敬启|[,，]?\s*\[?\d{3}|[,，]?\s?(?:电话|手机)|[,，]?\s*\[PHONE\]|\n|$)/
	},
	{ before: /(?:^|[。\n])$/, after: /^[,，](?:[^,，。]{0,8}人[,，。]|\d+岁|合同|男|女|\s*\d{11})/ }
];
/** No context reaches farther than this many characters. */
const reach = 14;

/** Full Chinese names where the context names one, and then each further place where the same name stands. */
export const chineseName: Detector = {
	kind: 'NAME',
	find(text) {
		const found: Found[] = [];
		const names = new Set<string>();
		for (let start = 0; start < text.length; start++) {
			const isWord = commonWords.has(text.slice(start, start + 2));
			const end = isWord ? undefined : endOfName(text, start);
			if (end !== undefined) {
				found.push({ start, end });
				if (end - start > 2) names.add(text.slice(start, end));
			}
			start = isWord ? start + 1 : (end ?? start + 1) - 1;
		}
		return [...found, ...[...names].flatMap((name) => placesOf(name, text))];
	}
};

/** The longest name that begins at `start` and whose context says that it is one. */
function endOfName(text: string, start: number): number | undefined {
	const given = start + lengthOfSurname(text, start);
	if (given === start || commonWords.has(text.slice(start - 1, start + 1))) return undefined;
	let end = given;
	while (end < given + 2 && isGiven(text.charAt(end))) end++;
	const before = text.slice(Math.max(0, start - reach), start);
	for (; end > given; end--) {
		const after = text.slice(end, end + reach);
		if (contexts.some((context) => isMet(context, before, after, end - start))) return end;
	}
	return undefined;
}

function isMet(context: Context, before: string, after: string, length: number): boolean {
	return (!context.isLong || length > 2) && context.before.test(before) && context.after.test(after);
}

function lengthOfSurname(text: string, start: number): number {
	if (compoundSurnames.has(text.slice(start, start + 2))) return 2;
	return surnames.has(text.charAt(start)) ? 1 : 0;
}

function isGiven(character: string): boolean {
	return character >= '一' && character <= '龥' && !neverGiven.has(character);
}

function placesOf(name: string, text: string): readonly Found[] {
	const places: Found[] = [];
	for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
		places.push({ start, end: start + name.length });
	return places;
}
