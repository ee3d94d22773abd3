/** Words that writers hide from filters, with the reading of each character. */
const hidden = `
催收 cui shou|催债 cui zhai|催款 cui kuan|催逼 cui bi|通讯录 tong xun lu|爆通讯录 bao tong xun lu|轰炸 hong zha|骚扰 sao rao
威胁 wei xie|恐吓 kong he|辱骂 ru ma|侮辱 wu ru|骂人 ma ren|暴力 bao li|恶意 e yi|诈骗 zha pian|骗子 pian zi|骗贷 pian dai
征信 zheng xin|起诉 qi su|法院 fa yuan|法务 fa wu|律师 lv shi|律师函 lv shi han|公安 gong an|公安局 gong an ju|警察 jing cha
报警 bao jing|拘留 ju liu|拘留证 ju liu zheng|逮捕 dai bu|坐牢 zuo lao|抓你 zhua ni|抓人 zhua ren|立案 li an|刑事 xing shi
自杀 zi sha|去死 qu si|弄死 nong si|死全家 si quan jia|全家 quan jia|杀你 sha ni|砍你 kan ni|打断 da duan|卸你 xie ni|条腿 tiao tui
上门 shang men|家人 jia ren|父母 fu mu|老婆 lao po|裸照 luo zhao|裸贷 luo dai|强奸 qiang jian|卖淫 mai yin|妓女 ji nv|婊子 biao zi
贱人 jian ren|傻逼 sha bi|傻比 sha bi|操你妈 cao ni ma|草你妈 cao ni ma|你妈 ni ma|他妈 ta ma|妈的 ma de|王八 wang ba|畜生 chu sheng
垃圾 la ji|老赖 lao lai|混蛋 hun dan|废物 fei wu|高利贷 gao li dai|利贷 li dai|贷款 dai kuan|网贷 wang dai|借款 jie kuan|还钱 huan qian
还款 huan kuan|欠钱 qian qian|逾期 yu qi|利息 li xi|罚息 fa xi|砍头息 kan tou xi|手续费 shou xu fei|保证金 bao zheng jin|担保 dan bao
投诉 tou su|举报 ju bao|监管 jian guan|银监 yin jian|短信 duan xin|电话 dian hua|微信 wei xin|单位 dan wei|公司 gong si|领导 ling dao
群发 qun fa|花圈 hua quan|冥币 ming bi|遗照 yi zhao|泼漆 po qi|油漆 you qi|横幅 heng fu|大字报 da zi bao|堵门 du men|跟踪 gen zong
保健 bao jian|身份证 shen fen zheng|黑社会 hei she hui|套路贷 tao lu dai|曝光 bao guang|外包 wai bao|黑中介 hei zhong jie`;

/** The same word written with a character that sounds or looks alike. */
export const respellings: readonly (readonly [written: string, meant: string])[] = `
摧收 催收|崔收 催收|吹收 催收|曝通讯录 爆通讯录|通迅录 通讯录|通讯陆 通讯录|骚忧 骚扰|搔扰 骚扰|骚绕 骚扰|威协 威胁|危胁 威胁
乳骂 辱骂|暴利催 暴力催|爆力催 暴力催|诈偏 诈骗|征心 征信|起述 起诉|启诉 起诉|侓师 律师|煞笔 傻逼|沙比 傻逼|傻币 傻逼
草泥马 操你妈|艹你妈 操你妈|曹尼玛 操你妈|尼玛 你妈|袋款 贷款|网代 网贷|逾其 逾期|愈期 逾期|高力贷 高利贷|老癞 老赖|上们催 上门催`
	.trim()
	.split(/\||\n/)
	.map((pair) => {
		const [written = '', meant = ''] = pair.split(' ');
		return [written, meant] as const;
	});

export interface HiddenWord {
	readonly text: string;
	readonly readings: readonly string[];
}

export const hiddenWords: readonly HiddenWord[] = hidden
	.trim()
	.split(/\||\n/)
	.map((entry) => {
		const [text = '', ...readings] = entry.split(' ');
		return { text, readings };
	});

/** Abuse that English writers hide behind signs (“f**k”, “a$$”), commonest first. */
export const censored: readonly string[] =
	`fuck fucking fucked fucker fuckers fucks shit shitty bullshit bitch bitches bitching ass asshole assholes asses damn
	damned goddamn bastard bastards motherfucker motherfucking cunt dick dickhead whore slut pussy nigger niggers nigga
	faggot fag retard retarded hell crap piss pissed idiot stupid moron kill`.split(/\s+/);

export const englishRespellings: Readonly<Record<string, string>> = {
	fvck: 'fuck',
	fuk: 'fuck',
	fukin: 'fucking',
	fuking: 'fucking',
	phuck: 'fuck',
	sh1t: 'shit',
	b1tch: 'bitch',
	biatch: 'bitch',
	a55: 'ass',
	azz: 'ass',
	k1ll: 'kill'
};
