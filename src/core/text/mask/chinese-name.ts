import {
	ambiguousSurnames,
	commonWords,
	compoundSurnames,
	followingWords,
	givenCharacters,
	neverGiven,
	nounSurnames,
	offices,
	rareSurnames,
	seldomGiven,
	surnames
} from './chinese-name-words.ts';
import type { Detector, Found } from './detector.ts';
import { anySigns } from './signs.ts';

/** How surely the text around says that a person is named here. */
type Cue = 'sure' | 'kin' | 'likely' | 'none';
interface Place {
	readonly start: number;
	/** Where the given name begins. */
	readonly given: number;
	readonly end: number;
}

const link =
	'\\d{0,2}(?:[(（][^()（）\\n]{1,6}[)）])?(?:的?(?:姓名|名字|大名|真名|本名|全名))?(?:好像|应该|可能)?(?:是|为|系|叫做?|写的是|[:：])?[ 【\\[（("“「『《*：:]{0,2}';
const party =
	'客户信息|客户|顾客|买家|卖家|紧急联系人|紧急联络人|用户|会员|学生|学员|员工|亲友|三?联人|投诉者|反馈人|说明人|写信人|收件者|投保人|被保险人|签名|签字|署名|户名|联系人|联络人|投诉人|申诉人|举报人|来电人|来电者|来信人|来访人|客诉人|诉求人|申请人|反映人|收件人|发件人|收款人|付款人|借款人|贷款人|担保人|持卡人|被催收人|债务人|欠款人|声明人|委托人|代理人|立书人|切结书人|具状人|具名人|事主|苦主|死者|逝者|当事人|原告|被告|法定代表人|法人代表|法人|负责人|经办人|机主|号主|户主|卡主|车主|落款律师|落款|自称|受害人|被害人|患者|病人|病患|要保人|受益人|陈情人|经营者|业主|店主|承租人|出租人|抵押人|保证人|共借人|共同借款人|配偶|家长|驾驶人|上诉人|第三人|告诉人|关系人|受文者|收信人|代办人|代诉人|监护人|继承人|被投诉人|被申请人|执行人|被执行人|开户人|开户名|账户名|账号名|卡名|户名字|抬头|机主名|登记人|预留人|收货人|寄件人|寄信人|报案人|报警人|见证人|证明人|介绍人|房主|租客|同案';
const kin =
	'[大二三四五老]姐|[大二三四五小老](?:舅|姨|姑|叔|伯|婶|爷|嫂|哥|弟|妹|娃|姑父|姨夫|姨妈|姑妈)|阿公|阿嬷|阿婆|阿伯|阿[爷嫲嬤]|丈人|丈母娘|岳父|岳母|男人|女人|婆娘|老汉|堂客|屋里人|娃儿?|[崽囡]|儿媳妇?|女婿|家姐|家兄|家嫂|细佬|细妹|老窦|[个嘅的][仔女]|丈夫|妻子|老公|老婆|爱人|媳妇|太太|先生|儿子|女儿|闺女|孙子|孙女|孩子|孩子他爸|孩子他妈|他爸|他妈|她爸|她妈|爸爸|妈妈|父亲|母亲|家父|家母|其父|其母|其子|其女|其妻|其夫|[我俺他她其阿][爸妈爹娘哥姐弟妹爷奶叔舅姨姑婶]|老豆|老母|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|哥哥|姐姐|弟弟|妹妹|嫂子|姐夫|妹夫|弟媳|[表堂][哥姐弟妹叔]|二叔|大伯|叔叔|舅舅|姑姑|阿姨|侄子|侄女|外甥|大舅哥|小舅子|小姨子|工友|同事|同学|室友|舍友|邻居|朋友|闺蜜|发小|老乡|房东|前夫|前妻|前男友|前女友|男朋友|女朋友|男友|女友|对象|家属|辅导员|班主任|老师|校长|老板|领导|上司|经理|主管|书记|村支书|村长|主任|店长|工头';
const sure = new RegExp(
	`(?:我的?(?:名字|大名)(?:是|叫|:)?|name["']? ?[=:] ?["']?|(?:姓名|真名|本名|全名|大名|实名是)${link}|(?:我|俺|名字?|本人|个|他|她|人|号|好像|谁|自称|说|全家|就|原)叫做?|(?:实名|真名|改名|更名|曾用名|化名)(?:是|为|叫|[:：])?|喂[,，]?\\s?(?:那个|是)?|[你您]是(?:不是)?|请问(?:[你您]?是)?(?:不是)?|我个名系|问是|是不是|有人找|认不认识|认识一?个?|不认识什么|(?:${party})${link})$`
);
const related = new RegExp(`(?:${kin})(?:是|叫|[:：]| ?[-—－/] ?)?$`);
const likely = new RegExp(
	`(?:叫|是|系|同名的那个|本人|我|俺|鄙人|敝人|小弟|小妹|小女子|小的|实名|找一?下?|[搵揾]|咪|问|给|替|和|与|跟|同|把|被|让|对|等|通知|转告|联系|寻找|冒充|冒用|说|的|以|用|向|为|[“"「『‘'【（(:：,，。!！?？；;、\\]】\\ufffc]\\s?|[男女]|\\d、|→|律师|坐席|专员|客服|催收员|催收人员|外访员|业务员|的是|喂|咨询|^|\\n|\\s)$`
);
const isSaidOf =
	/^[”"」』】)）]?\s?(?:先生|女士|小姐|太太|律师|大哥|大姐|同学|同志|本人|你好|您好|是吧|对吧|是吗|在吗|在家|你认识|接电话|听电话|出来|身份证|手机|电话|号码|的(?:身份|手机|电话|号码|名字|名义|微信|账|贷款|欠款|借款|老婆|老公|父|母|妈|爸|儿|女|哥|姐|弟|妹|家|朋友|同事|卡)|名下|欠钱|欠债|欠款|欠你|还钱|还款|还我|涉及|涉嫌|涉案|收[。,，]|你(?:个|他|别|这|欠|到|什么|还|今)|[,，（(]\s?(?:男|女|父|母|夫|妻|子|兄|弟|姐|妹|儿子|配偶|丈夫|妻子|同事|朋友|亲属|本人|户籍|身份证|手机|电话|\d{1,2}岁|\d{4}年|住|系|工号|汉族)|代[诉父母理]|敬上|谨[呈启上]|[敬拜]启|上$|这三个字|三个字)/;
const ends =
	/^(?:[\s,，.。;；:：、?？!！()（）\[【\]】“”"'‘’「」『』《》/…~～\ufffc|*+=→>—-]|吗|吧|啊|呀|嘛|么|的|是|在|说|称|来|去|就|又|和|与|跟|也|都|还|把|被|给|对|向|于|因|为|从|让|已|没|不|会|要|找|用|之|要|欠|接|打|你|我|他|她|个|这|那|等|及|从|到|有|系|之|度|话|嘅|喺|俾|畀|佢|咁|咗|啲|那|同|家|呢|今年|现年|\d|[一二三四五六七八九]十|哈|哦|喔|唷|耶|啦|囉|罗|吼|$)/;
/** What may stand behind a name of two characters that was found elsewhere in the text. */
const goesOn = new RegExp(`${ends.source}|^(?:早|真|根本|压根|确实|现在|那)`);
/** Whoever is called on or asked about was named. */
const isAsked = /^(?:[?？]|吗|吧[?？,，]|是吗|是吧|对吧|么[?？])/;
const isCalled = /^[,，!！~]\s?(?:你|您|别|快|赶|还钱|欠|请|到底|听|出来|躲)/;
/** Nothing follows that could belong to a word the name only begins. */
const closes = /^(?:[，,。、；;：:（(”"」』’）)？?！!\n]|女士|先生|$)/;
/** After a family name alone these address somebody: 李姐. */
const titles = new Set('姐哥总叔姨嫂爷奶伯婶妹弟工队太妈爸导');
/** At the end of a name these more often lead on to what follows. */
const mayLink = new Set('和向来在同全从');
const wordBegins = new Set(Array.from(commonWords, (word) => word.charAt(0)));
const compoundBegins = new Set(Array.from(compoundSurnames, (name) => name.charAt(0)));
/** No cue reaches farther than this many characters. */
const reach = 14;

/** Full Chinese names where the text around names a person, and then each further place where the same name stands. */
export const chineseName: Detector = {
	kind: 'name',
	examples: {
		masks: [
			'我叫<李明>，欠款',
			'客户姓名：<欧阳小红>',
			'本人<張雅婷>，住台北',
			'您好请问是<吴美珍>女士吗',
			'借款人<周子墨>，男，住成都',
			'群里说“<罗大勇>还我血汗钱”，<罗大勇>是我',
			'坐席：<韩冰>，你那八千块到底几号还？',
			'我老公<孙建伟>去年走了，你们还在催',
			'坐席：是不是<冯敏>？客户：不是，<冯敏>早换号了',
			'打给我同事<姜文涛>，说我涉嫌诈骗',
			'联系人：妻子-<徐静>；同事-<何勇>',
			'催收人员<王强>威胁我，说找<沈玉兰>'
		],
		keeps: [
			'工号8874的王经理态度好，客服李女士不在',
			'我是钱包丢了，马上方便还，本人申请协商，找高利贷，是金融公司',
			'对方联系我，对方电话不明，我和同事都高兴，给马上还',
			'强烈要求停止催收，管理员说贴了大字报，何时结清都行',
			'张口就骂，闭口就是老赖，江苏的平台，安徽的外包',
			'他们说要起诉，叫我等着，从朋友那里听说的'
		]
	},
	find(text, { hasHan } = anySigns) {
		if (!hasHan) return [];
		const found: Found[] = [];
		const names = new Set<string>();
		for (let start = 0; start < text.length; start++) {
			const isWord = wordBegins.has(text.charAt(start)) && commonWords.has(text.slice(start, start + 2));
			const end = isWord ? undefined : endOfName(text, start);
			if (end !== undefined) {
				found.push({ start, end });
				names.add(text.slice(start, end));
			}
			start = isWord ? start + 1 : (end ?? start + 1) - 1;
		}
		return [...found, ...[...names].flatMap((name) => placesOf(name, text))];
	}
};

function endOfName(text: string, start: number): number | undefined {
	const given = start + lengthOfSurname(text, start);
	if (given === start || commonWords.has(text.slice(start - 1, start + 1))) return undefined;
	const before = cueBefore(text.slice(Math.max(0, start - reach), start));
	for (const end of [given + 2, given + 1]) {
		const place = { start, given, end };
		if (isGivenName(text, place, before) && isNamed(text, place, before)) return end;
	}
	return undefined;
}

function cueBefore(before: string): Cue {
	if (sure.test(before)) return 'sure';
	if (related.test(before)) return 'kin';
	return likely.test(before) ? 'likely' : 'none';
}

/** Whether the stretch can be a given name at all, and is not the beginning of a word that follows a shorter one. */
function isGivenName(text: string, { given, end }: Place, cue: Cue): boolean {
	for (let index = given; index < end; index++) {
		if (!isHan(text.charAt(index)) || !mayBeGiven(text, index, end - given, cue)) return false;
	}
	if (end === given + 1 && titles.has(text.charAt(given))) return false;
	if (end > given + 1 && mayLink.has(text.charAt(end - 1)) && isHan(text.charAt(end))) return false;
	if (offices.has(text.slice(given, end))) return false;
	for (let index = given; index < end; index++) {
		if (followingWords.has(text.slice(index, index + 2))) return false;
	}
	return true;
}

/** 李有才 is a name where one is called for; elsewhere 有 and its like begin what is said of the family name. */
function mayBeGiven(text: string, index: number, length: number, cue: Cue): boolean {
	const sign = text.charAt(index);
	if (!neverGiven.has(sign)) return true;
	if (length !== 2 || !seldomGiven.has(sign) || cue === 'none') return false;
	const given = text.charAt(index - 1);
	const isFirst = given === '' || surnames.has(given);
	const other = isFirst ? text.charAt(index + 1) : given;
	const after = text.slice(isFirst ? index + 2 : index + 1);
	if (cue === 'sure' && !neverGiven.has(other) && closes.test(after)) return true;
	return givenCharacters.has(other) && (cue === 'likely' ? closes : ends).test(after);
}

function isNamed(text: string, { start, given, end }: Place, cue: Cue): boolean {
	const after = text.slice(end, end + reach);
	const typical = Array.from(text.slice(given, end)).filter((sign) => givenCharacters.has(sign)).length;
	const isTypical = typical === end - given;
	const isLong = end - start > 2;
	const isSaid = isSaidOf.test(after);
	const isEnd = isSaid || ends.test(after) || followingWords.has(after.slice(0, 2));
	const isPlain = given - start > 1 || !ambiguousSurnames.has(text.charAt(start));
	const isNoun = isPlain || nounSurnames.has(text.charAt(start));
	const isRare = given - start === 1 && !surnames.has(text.charAt(start));
	if (isRare && !(isLong && isTypical && (cue === 'sure' || (isSaid && cue !== 'none')))) return false;
	if (isSignature(text, start, end)) return true;
	if (
		cue === 'likely' &&
		isPlain &&
		(isAsked.test(after) || (isCalled.test(after) && isOpening(text, start)))
	)
		return true;
	if (cue === 'sure') return isEnd || (isTypical && (isLong || isPlain));
	if (isSaid && (cue !== 'none' || isLong)) return isTypical || (isLong && typical > 0) || isPlain;
	if (cue === 'kin') return isLong ? isTypical || (isEnd && (typical > 0 || isPlain)) : isTypical && isEnd;
	if (cue === 'likely' && isLong && isEnd && (isPlain || (isNoun && typical > 0)))
		return typical > 0 || closes.test(after);
	if (cue === 'likely') return isPlain && isEnd ? typical > 0 : isLong && isTypical && (isEnd || isPlain);
	return isLong && isTypical && isPlain && isEnd;
}

/** Where somebody begins to speak or write. */
function isOpening(text: string, start: number): boolean {
	return start === 0 || /[“"「『:：\n喂]/.test(text.charAt(start - 1));
}

/** A name on a line of its own, not the first. */
function isSignature(text: string, start: number, end: number): boolean {
	return (
		/\n[ \t]*$/.test(text.slice(Math.max(0, start - 8), start)) &&
		/^[ \t]*(?:\n|$)/.test(text.slice(end, end + 8))
	);
}

function lengthOfSurname(text: string, start: number): number {
	if (compoundBegins.has(text.charAt(start)) && compoundSurnames.has(text.slice(start, start + 2))) return 2;
	return surnames.has(text.charAt(start)) || rareSurnames.has(text.charAt(start)) ? 1 : 0;
}

function isHan(character: string): boolean {
	return character >= '一' && character <= '龥';
}

function placesOf(name: string, text: string): readonly Found[] {
	const places: Found[] = [];
	for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
		if (name.length > 2 || goesOn.test(text.slice(start + 2, start + 4)))
			places.push({ start, end: start + name.length });
	return places;
}
