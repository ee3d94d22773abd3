import type { EscalationTheme, ImpactTheme, ReasonTheme, RemedyTheme, SentenceBank } from '../themes.ts';

export const reasonsZh: SentenceBank<ReasonTheme> = {
	unemployment: [
		'{month}我失业了。',
		'被裁员了，补偿还没下来。',
		'工厂倒闭，我们{n}个人都没活干。',
		'公司拖着不让上班，也不给辞退。',
		'我在家待岗快{few}个月了。'
	],
	income_drop: [
		'公司降薪，到手少了一半。',
		'老板拖欠工资{few}个月。',
		'生意不好，一天没几单。',
		'工程款没结，我也没钱。',
		'这阵子跑车没单子。'
	],
	illness_injury: [
		'我{month}住院，花了不少。',
		'{date}出了车祸，腿还打着钢板。',
		'工伤在家养着，赔偿还在走程序。',
		'我要做手术，钱得先紧着医院。'
	],
	family_medical: [
		'孩子生病，钱都进了医院。',
		'老人住院，我一个人陪护。',
		'照顾瘫痪的父亲，没法上班。',
		'我{relative}每周要透析，开销摆在那。'
	],
	bereavement: ['家人去世，办丧事借了一圈。', '爱人走了，就剩我一个人还。', '{month}刚把我{relative}送走。'],
	divorce_family: ['我离婚了，一个人带孩子。', '这钱是前夫欠的，名字是我的。', '和家里分居，两头租房。'],
	pandemic_disaster: ['{month}洪水，店里货全泡了。', '台风把大棚全掀了。', '一场火灾什么都没剩。'],
	business_failure: ['店倒闭了，押金都没退。', '生意赔了，车也卖了。', '合伙人跑路，债全落我头上。'],
	scam_victim: ['我被骗了，钱转给了骗子。', '是杀猪盘，贷出来的钱都没了。', '刷单被骗，{amount}一晚上没了。'],
	over_indebtedness: [
		'网贷太多，我也后悔。',
		'拆东墙补西墙，撑了{duration}。',
		'以贷养贷到{month}彻底断了。'
	],
	gambling_addiction: ['以前网赌，现在戒了。', '赌博输了，家里帮我还了一大半。'],
	forgot_or_technical: ['是我忘记还款，晚了{few}天。', '换卡了，自动扣款失败。', '没收到提醒，不是故意的。'],
	dispute_unwilling: ['先解决再还，这是我的态度。', '商品没收到，我凭什么还。', '我不认可这笔费用。'],
	in_custody_or_away: ['我在国外务工，{month}才回来。', '当兵那两年联系不上。']
};

export const impactsZh: SentenceBank<ImpactTheme> = {
	suicidal_ideation: [
		'逼得我想死，遗书都写好了。',
		'我真的活不下去了。',
		'那天站在桥上，要不是我{relative}来电话，人就没了，不想活了。'
	],
	self_harm_other: ['我{relative}接完电话心脏病发作，送了急救。', '怕今晚出事，求你们管管。'],
	psychological_distress: [
		'现在听到电话就发抖。',
		'失眠{few}个月了，药越吃越多。',
		'我天天哭，班都上不了。',
		'整个人焦虑得不行。',
		'精神压力很大。',
		'一有人敲门我就躲进卧室。'
	],
	physical_health: ['当天血压升高到一百九。', '心慌胸闷，去了急诊。', '我怀着孕差点流产。'],
	family_conflict: ['老婆要离婚。', '孩子吓哭好几回。', '家里吵翻了，年都没过。', '一家人现在谁也不理谁。'],
	job_loss_or_risk: ['领导找我谈话了。', '因为这个被公司开除。', '严重影响工作。', '再有一次就让我走人。'],
	reputation: ['全村都知道，我抬不起头。', '名声毁了。', '小区里见人我都绕着走。'],
	daily_life: ['严重影响正常生活。', '手机没法用，快递外卖都收不到。', '逼得我换号码了。', '白天不敢开机。'],
	financial_loss: ['被扣了两次钱，没人退。', '手续费被多收{small}。', '来回跑误工，损失算谁的？'],
	third_party_harm: ['老人吓病了。', '孩子不敢上学。', '朋友跟我绝交。', '我{relative}现在一听陌生号码就慌。']
};

export const remediesZh: SentenceBank<RemedyTheme> = {
	repayment_plan: [
		'希望能协商还款，每月{small}。',
		'请给我分期还的机会。',
		'宽限到{month}，我一定还。',
		'能不能延期？',
		'我想慢慢还，一分不少。',
		'申请个性化分期。'
	],
	fee_interest_waiver: ['请减免利息。', '减罚息，我马上结。', '我只还本金。', '息费按合同来，多的抹掉。'],
	stop_contact: [
		'请停止骚扰。',
		'不要再打这个号码。',
		'别联系我家人。',
		'有事发短信，别打电话。',
		'我要求停催，等处理结果。'
	],
	apology: ['要求赔礼道歉。', '让他给我{relative}道歉。', '必须给个说法。', '书面致歉，盖章。'],
	discipline_agent: ['严肃处理这个人。', '处罚催收员。', '换人对接。', '要求追究责任，告诉我结果。'],
	compensation: ['赔偿我误工的钱。', '精神损失费怎么算？', '门和锁的钱你们赔偿。'],
	refund: ['退还多扣的钱，{small}。', '退服务费。', '退保费。', '要求退款到原卡。'],
	correct_balance: [
		'请核对账单。',
		'更正金额。',
		'把{date}那笔入账。',
		'出具明细，一期一期的。',
		'给我开结清证明。'
	],
	credit_record_fix: ['删除逾期记录。', '请更正征信。', '帮我修复征信。', '我要提异议申诉。'],
	proof_of_debt: ['请提供合同。', '出示债权证明。', '发借款协议到{email}。'],
	delete_personal_data: ['删除我的信息。', '请说明信息来源。', '我要撤回授权。'],
	cancel_contract: ['我要退保。', '给我销户。', '注销账户。', '取消贷款，钱我原路退回。'],
	explanation_reply: [
		'请给我回复。',
		'三天内回电话，{phone}。',
		'处理结果发到{email}。',
		'请把这件事解释清楚。'
	]
};

export const escalationsZh: SentenceBank<EscalationTheme> = {
	regulator: ['不处理我就投诉到12378。', '已经在黑猫投诉上提交了。', '再这样我找金监局。', '12345我也打了。'],
	media_social: ['我要曝光你们。', '不解决我就发抖音。', '材料我准备找媒体。'],
	legal_action: ['我要起诉你们。', '大不了走法律程序，法院见。', '我已委托律师。'],
	police_report: ['下次我直接报警。', '{date}已报案。', '派出所备案了。']
};

/** Look like harsh conduct and are none: said no, the borrower's own act, something else altogether. */
export const denialsZh: readonly string[] = [
	'平心而论，没有骂人，也没有威胁。',
	'没上门，也没找过我家人，这点我认。',
	'客服说不会坐牢，让我放心。',
	'每天只打一次，不算多。',
	'我会不会被起诉？想问清楚。',
	'我{relative}是担保人，打给他我没意见。',
	'没有逼我，就是政策太死。',
	'你们公司的员工态度其实还行，是流程有问题。',
	'他们没去我单位，希望以后也别去。',
	'征信那边没问题，我查过。'
];

/** What borrowers did themselves. */
export const ownActsZh: readonly string[] = [
	'我自己当时急了，骂了他两句，对不住。',
	'打了很多次客服电话的是我。',
	'我不是不想还。',
	'我跟他吵起来了，我声音也大。',
	'我说过要去你们公司讨说法，那是气话。'
];

export const openersZh: readonly string[] = [
	'我{year}年在你们这办的{product}。',
	'本人是贵司客户，{product}，合同号{account}。',
	'情况是这样的：',
	'说一下我的遭遇。',
	'您好，',
	'我承认逾期了，{days}天。',
	'借了{amount}，还了一大半。',
	'{date}的事。',
	'实在没办法才来写这个。',
	'首先我是愿意还钱的。',
	'请领导看一下。',
	'这事已经拖了{duration}。'
];

export const closersZh: readonly string[] = [
	'有录音。',
	'截图都在。',
	'请调{date}{clock}的录音。',
	'谢谢。',
	'太过分了。',
	'欠钱是我不对，但不能这样。',
	'人总要讲道理吧。',
	'从{month}到现在一直这样。',
	'你们自己查。'
];

/** Personal data as borrowers write it: all invented. */
export const personalZh: readonly string[] = [
	'我叫{fullname}，电话{phone}。',
	'我叫{fullname}。',
	'我的手机号{phone}。',
	'身份证号{idcard}，可以核实。',
	'我叫{fullname}，身份证{idcard}，手机{phone}。',
	'绑的是这张卡，{card}。',
	'邮箱{email}。',
	'合同编号{account}。',
	'我住{address}。',
	'微信号wx_{handle}，电话{phone}。',
	'是{phone}这个号码打来的。'
];
