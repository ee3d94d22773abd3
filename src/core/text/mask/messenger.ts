import { matching } from './detector.ts';

const filler = '(?: ?(?:号码?|账号|帐号|ID|名))?(?:同号|是|为|叫|加)?[ :(@"“「【,-]{0,3}';
const weChat =
	'(?:[微薇威]\\W?信|[Vv]信|wechat|weixin|(?<![a-z])(?:vx|wx)|\\+[vV]|加我?[vV薇威]|[威薇]❤|支付宝|抖音|快手|微博|小红书|陌陌|闲鱼|淘宝|钉钉|企微|[卫围维徽]信|绿泡泡?|豆瓣|知乎|卫星(?=号?[:：]? ?[\\w]))';
const named =
	'(?:whats ?app|telegram|(?<![a-z])(?:tg|飞机|line)(?: ?id)?|纸飞机|飞机|instagram|facebook|messenger|snapchat|zelle|cash ?app|venmo|insta|(?<![a-z])ig|tik ?tok|twitter|discord|skype|signal|paypal)';

const atSign = ['@'];
const weChatWords = ['wechat', 'weixin', 'vx', 'wx', '+v'];
const payApps = ['cash app', 'cashapp', 'venmo'];
/** The names above that are Latin. */
const names = [
	...[
		'whats app',
		'whatsapp',
		'telegram',
		'tg',
		'line',
		'instagram',
		'facebook',
		'messenger',
		'snapchat',
		'zelle'
	],
	...[...payApps, 'insta', 'ig', 'tik tok', 'tiktok', 'twitter', 'discord', 'skype', 'signal', 'paypal']
];
const ids = names.flatMap((name) => [`${name} id`, `${name}id`]);

/** Names and numbers in WeChat, QQ, Alipay, LINE and the like, after the word that announces them. */
export const messenger = matching({
	kind: 'messenger',
	patterns: [
		{
			when: ({ hasHan, holds }) => hasHan || holds(weChatWords),
			pattern: new RegExp(
				`(?:${weChat}${filler})((?:(?=[\\w.-]{0,19}[a-z])[a-z\\d](?:[\\w-]|\\.(?=\\w)){4,19}|\\d{5,12}(?!\\d))(?!@|\\.[a-z]))`,
				'gi'
			)
		},
		{
			when: ({ run }) => run >= 5,
			needs: /\d{5}/,
			pattern: new RegExp(
				`(?:(?:q ?q|(?<![a-z])q|扣扣?|球球|企鹅)(?:群)?${filler})(\\d(?:[ -]?\\d){4,11}(?!\\d))`,
				'gi'
			)
		},
		{
			when: ({ isWide }) => isWide,
			pattern: new RegExp(`(?:(?:q ?q|扣扣|企鹅)${filler})([零〇一二两三四五六七八九幺]{6,12})`, 'gi')
		},
		{
			when: ({ hasHan, holds }) => hasHan && holds(atSign),
			pattern: /(?:(?:微博|抖音|快手|小红书|豆瓣|知乎)(?:号|账号|昵称)?[ :]{0,2}@)([一-龥\w-]{2,16})/g
		},
		{
			when: ({ holds }) => holds(payApps),
			pattern: /(?:(?:cash ?app|venmo)[^$\n]{0,12})(\$[a-z][\w-]{2,20}\w)/gi
		},
		{
			when: ({ hasHan, isMixed, holds }) => (isMixed || holds(atSign)) && (hasHan || holds(names)),
			pattern: new RegExp(
				`(?:${named}(?:号码?|账号)?(?:[ (:]{0,2}id)?(?: ?is| ?handle)?[ :(]{0,2})((?:@[a-z][\\w.-]{2,30}|(?=[\\w.-]{0,30}[\\d_])[a-z][\\w.-]{2,30}\\w))`,
				'gi'
			)
		},
		{
			when: ({ hasHan, holds }) => hasHan || holds(ids),
			pattern: new RegExp(`(?:${named} ?id(?: is)?[ :(]{1,2})([a-z][\\w.-]{2,30}\\w)`, 'gi')
		},
		{ when: ({ holds }) => holds(atSign), pattern: /(?<![\w.])@[A-Za-z](?=[\w.]{0,24}[\d_])[\w.-]{2,24}\w/g },
		{
			when: ({ hasHan }) => hasHan,
			needs: /昵称|网名|抖音名|微信名/,
			pattern:
				/(?:(?:昵称|网名|抖音名|微信名)(?:是|叫|为|:)?[ “"「]?)((?=[一-龥_-]{0,10}[\dA-Za-z])[一-龥\w-]{2,14}?)(?=[^一-龥\w-]|[的被在加说]|$)/g
		}
	],
	cues: [atSign, weChatWords, payApps, names, ids],
	needs:
		/[微薇威vwq@扣企付抖快红陌闲淘称名卫围维徽绿豆乎]|line|飞机|telegram|\btg|app|gram|book|chat|zelle|venmo|insta|\big\b|tok|twitter|discord|skype|signal|pal|weixin|球/i,
	examples: {
		masks: [
			'我的微信号是<abc_12345>，QQ：<12345678>',
			'加V <lily_zhao99>，薇❤<fff66699>',
			'vx:<hongtao_2020>',
			'微信（<tj_zhuanyuan88>）',
			'绿泡泡：<abc_9988>，微博 @<爱吃鱼的猫咪>',
			'支付宝账户：<lihua1990>',
			'Line ID：<amy.chen88>',
			'telegram <@debt_boss88>',
			'扣扣号<10086520>，扣扣<八八六六二二三>',
			'send it to cashapp <$johnny-b>'
		],
		keeps: [
			'微信上发了几十条',
			'QQ群里公开我的信息',
			'在微博上@了我好几次',
			'加微信发wechat消息',
			'They called on WhatsApp every day',
			'the line was dead'
		]
	}
});
