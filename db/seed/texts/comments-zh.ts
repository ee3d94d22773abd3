import type { PositiveTheme, SentenceBank } from '../themes.ts';

/** Short survey answers and call notes that praise. */
export const praiseZh: SentenceBank<PositiveTheme> = {
	polite_respectful: [
		'态度[很|非常|真的|]好',
		'[很|挺|特别|]有礼貌',
		'[很|挺|蛮|]客气[的|]',
		'说话[客气|好听|不急不躁]',
		'尊重人',
		'语气温和',
		'[小姑娘|小伙子|大姐|客服]态度[不错|可以|好]',
		'没架子',
		'一口一个您',
		'服务[态度|]好'
	],
	helpful_solution: [
		'帮我解决了[{month}的账单|扣款的问题|大难题|]',
		'给了分期方案[，每月{small}|]',
		'[真的|确实|]很有帮助',
		'处理得很快',
		'帮我[改了还款日|查了流水|把{small}退回来了|申请了延期]',
		'[方案|办法]我能接受',
		'[一步步|手把手]教我怎么弄'
	],
	clear_explanation: [
		'讲得很清楚',
		'解释到位',
		'耐心讲解[了{product}的账|]',
		'[一条条|一笔笔]说给我听',
		'[{small}|这期|利息]怎么来的总算[懂|明白|清楚]了',
		'问什么答什么'
	],
	empathy_flexibility: [
		'体谅我[刚出院|没发工资|一个人带娃|]',
		'理解我的难处',
		'很人性化',
		'给我宽限[了{few}天|到{day}号|]',
		'[没催|不逼]，先问我[身体|家里]怎么样',
		'肯听我[说|讲完|诉苦]',
		'将心比心'
	],
	fast_response: [
		'回复很快',
		'一个电话就解决[了|]',
		'效率高',
		'[{few}分钟|几句话]就[办好|弄完|说清]了',
		'不用等',
		'接通快'
	],
	fair_outcome: [
		'处理结果满意',
		'[挺|很|]满意',
		'很公平',
		'该多少是多少',
		'多收的{small}退了，[公道|没话说|可以]'
	],
	followed_commitment: [
		'说到做到',
		'按约定回电[，{weekday}准时|]',
		'说{weekday}[回电就回电|办就办了]',
		'答应的[都|真]办了',
		'结清证明{date}就收到了'
	],
	channel_convenience: ['APP方便', '还款方便', '操作简单', '[微信|短信]里点一下就[还了|好了]', '不用跑网点'],
	praise_named_agent: [
		'表扬工号{badge}',
		'{staff}[很好|真不错|人好|有耐心]',
		'给{staff}五星好评',
		'想给{staff}送锦旗',
		'下次还找{staff}'
	]
};

/** Answers that neither praise nor complain. */
export const neutralZh: readonly string[] = [
	'一般',
	'还行',
	'还可以',
	'凑合',
	'知道了',
	'已还[{small}|]',
	'{date}[已还|还过了]',
	'[{weekday}|{day}号|发工资|月底]再还',
	'提醒还款',
	'问了下{month}的账单',
	'就是核对[地址|手机号|单位|卡号]',
	'在开车，没多说',
	'没什么[说的|意见|想法]',
	'无',
	'中规中矩',
	'正常通话',
	'[{few}分钟|两句话]说完',
	'报了个余额{amount}',
	'[信号|声音]不太好',
	'我再[考虑|想想|问问{relative}]',
	'换了张卡绑定',
	'要了一份{month}的明细',
	'{product}的事',
	'普通提醒',
	'不好不坏',
	'在[上班|吃饭|医院|带孩子]，匆匆讲了几句',
	'说[{day}号|{weekday}]到账',
	'谈了[方案|分期]，没定',
	'收到[短信|电话]了',
	'有待提高',
	'嗯',
	'可'
];

export const openersShortZh: readonly string[] = [
	'这次',
	'总的来说',
	'说实话',
	'{weekday}的电话，',
	'{date}那通，',
	'{clock}打来的，',
	'{product}的，',
	'关于{small}，',
	'比上次强，',
	'今年头一回，',
	'谢谢，',
	'公道讲，',
	'我{relative}也说，',
	'第{few}次通话了，',
	'没想到',
	'评价：'
];

export const detailsZh: readonly string[] = [
	'{date}那次',
	'{clock}打的',
	'说的是{small}的事',
	'{product}这笔',
	'{month}的账单',
	'讲了{few}分钟',
	'{month}初那通',
	'我在{city}',
	'余额{amount}',
	'还款日改到{day}号',
	'从{month}到现在',
	'{weekday}下午',
	'我{relative}也在旁边',
	'一共{few}句话',
	'{small}那笔',
	'等了{n}分钟',
	'上一期是{month}',
	'{few}天前那次'
];

export const endingsZh: readonly string[] = [
	'谢谢',
	'感谢',
	'辛苦了',
	'继续保持',
	'没了',
	'点赞',
	'{day}号前还上',
	'再见',
	'就这样',
	'加油',
	'满分',
	'以后也这样就好',
	'{month}再联系',
	'不多说了',
	'记着呢'
];

/** Polite words that must not look like harsh conduct. */
export const distractorsShortZh: readonly string[] = [
	'没有骂人',
	'没威胁过我',
	'没有频繁打电话',
	'每天只打一次',
	'没有打给家人',
	'报了工号很专业',
	'没有在晚上打',
	'没上门',
	'没有逼我'
];
