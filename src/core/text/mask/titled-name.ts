import { compoundSurnames, surnames } from './chinese-name-words.ts';
import type { Detector, Found } from './detector.ts';
import { anySigns } from './signs.ts';

const party =
	'(?:姓 ?名|户名|客户|用户|投诉人|来电人|申请人|反映人|联系人|借款人|担保人|持卡人|收件人|被告|原告|债务人|本人|我叫|我是)[】\\]:： 为是]{0,2}';
const titled =
	/(?<![坐客]席?服?|专员|承办人?|催收员?|员|经办|工号.{0,8})([一-龥])(?=先生|女士|小姐|太太|师奶|夫人|太(?:话|打|同|佢|嘅|[,，。]))/g;
const called =
	/(?<!(?:坐席|客服|催收)\d?[:：].{0,8})(?<=(?:免贵|鄙|敝|我|本人|客户|用户|来电人|投诉人|借款人)姓)(?![什啥名氏])[一-龥]/g;
const apart = /姓([一-龥])[,，、 ]?(?:单)?名(?:字?叫?)([一-龥]{1,2})(?=[,，。;；、\s]|$)/dg;
const spaced = new RegExp(
	`(?<=${party})([一-龥])[ \\u3000]{1,2}[一-龥](?:[ \\u3000]{0,2}[一-龥])?(?=[,，。;；、:：\\s]|来电|表示|反映|$)`,
	'g'
);
const starred = new RegExp(
	`(?<=${party})([一-龥])(?:[*xXoO○〇]{1,3}[一-龥]{0,2}|[一-龥][*xX○〇])(?![一-龥a-z*])`,
	'g'
);
/** Names that children and close ones go by, after the word for the relative. */
const pet =
	/(?<=(?:女儿|儿子|闺女|孩子|宝宝|老婆|媳妇|老公|妹妹|弟弟|姐姐|侄女|外孙女?|孙女|孙子|[我俺]妹|[我俺]弟|名叫|小名叫?)(?:叫|是)?)(?:[小阿](?![时学区孩心声姐妹伙组三部事型年产贷店])[一-龥]|(?![试家看想说等问天人年常妈爸])([一-龥])\1)(?=[,，。、\s才在还上跟说的]|也|就)/g;

/** What names somebody though no full name stands there: 王 in 王女士, 姓佟名雅琴, 米 雪, 纪*红, 女儿小雨. */
export const titledName: Detector = {
	kind: 'name',
	examples: {
		masks: [
			'请问是<邢>女士吗，<欧阳>先生不在',
			'本人姓<佟>，名<雅琴>，已婚',
			'客户姓<易>名<烊>，逾期',
			'免贵姓<翁>。',
			'客户<米 雪>来电咨询',
			'【投诉人】<纪*红>',
			'我闺女<小雨>才上幼儿园'
		],
		keeps: [
			'客服李女士态度好，那位先生，老太太，对门太太，我先生',
			'我姓什么不重要，他姓卢',
			'客户 你好 我想问',
			'女儿小学毕业，妈妈的',
			'工号8874的王经理态度好'
		]
	},
	find(text, { hasHan } = anySigns) {
		if (!hasHan) return [];
		const found: Found[] = [];
		for (const { 0: all, 1: surname = '', index } of text.matchAll(titled)) {
			if (compoundSurnames.has(text.slice(index - 1, index + 1)))
				found.push({ start: index - 1, end: index + 1 });
			else if (isSurname(surname)) found.push({ start: index, end: index + all.length });
		}
		for (const { 0: all, index } of text.matchAll(called))
			if (isSurname(all)) found.push({ start: index, end: index + lengthOfSurname(text, index) });
		for (const { 1: surname = '', indices } of text.matchAll(apart))
			if (isSurname(surname))
				for (const group of [indices?.[1], indices?.[2]])
					if (group) found.push({ start: group[0], end: group[1] });
		for (const pattern of [spaced, starred]) {
			for (const { 0: all, 1: surname = '', index } of text.matchAll(pattern))
				if (isSurname(surname)) found.push({ start: index, end: index + all.length });
		}
		for (const { 0: all, index } of text.matchAll(pet)) found.push({ start: index, end: index + all.length });
		return found;
	}
};

function lengthOfSurname(text: string, start: number): number {
	return compoundSurnames.has(text.slice(start, start + 2)) ? 2 : 1;
}

function isSurname(sign: string): boolean {
	return surnames.has(sign) || '水云时元平明伏危席经松井富巴全秋索越修铁福'.includes(sign);
}
