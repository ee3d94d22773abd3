import type { ConductTheme } from '../themes.ts';

/** Traditional Chinese: whole sentences, for the few borrowers who write so. */
export const conductHant: Readonly<Record<ConductTheme, readonly string[]>> = {
	physical_violence: [
		'{date}來了兩個人，把我推倒在樓梯口，手肘縫了{few}針。',
		'他踹門進來，動手打人，隔壁都聽到。'
	],
	threat_harm: ['電話裡恐嚇我，說要找人收拾你。', '他問我太太幾點下班，說路上車多要當心，{few}次了。'],
	sexual_or_discriminatory_abuse: ['他開黃腔，問我要不要陪睡抵債。', '笑我的口音，罵外地來的都是賊。'],
	impersonation_authority: [
		'自稱法院書記官，案號{case}我打去問根本沒有。',
		'穿制服來家裡，說是派出所的，其實是你們外包。'
	],
	threat_arrest_criminal: ['說要抓我去坐牢，{weekday}就來。', '講我欠{amount}已經構成詐欺，要通緝我。'],
	false_legal_threat: ['{month}就說要查封房子，到現在連張公文都沒有。', '天天說要起訴，問法院查無此案。'],
	public_shaming: ['在公寓門口貼大字報，寫我欠{amount}。', '把我的照片傳到鄰里群組，{n}個人都看到。'],
	third_party_contact: [
		'一直打給我{date}剛出院的媽媽，她什麼都不知道。',
		'騷擾家人，連我弟的同學都接到電話。'
	],
	workplace_contact: [
		'打給我公司總機{n}次，主管找我談話。',
		'{date}跑到我上班的店裡，當著客人問我什麼時候還。'
	],
	excessive_contact: ['奪命連環call，{date}一天{n}通。', '簡訊一封接一封，{n}封，手機都當機了。'],
	unsocial_hours: ['凌晨2點打來，{date}又是半夜。', '{late}還在打，小孩被吵醒哭到天亮。'],
	abusive_language: ['破口大罵，說我垃圾，{few}分鐘沒停。', '辱罵我不要臉，還學我哭。'],
	ignored_stop_request: ['已經要求不要再聯繫，{date}照打。', '屢勸不聽，退訂{few}次還是收到。'],
	home_visit_harassment: ['沒有預約就登門討債，坐到{late}不走。', '在樓下守了{few}天，按電鈴按到壞。'],
	coercive_payment_pressure: ['逼我馬上還清{amount}，還叫我去借別家來還。', '只給十分鐘，不轉帳就不掛電話。'],
	credit_report_threat: [
		'威脅報聯徵，說我一輩子貸不到款。',
		'才晚{few}天就說要讓我信用破產，小孩也別想就學貸款。'
	],
	privacy_data_misuse: ['個資外洩，連我新家地址都有。', '怎麼會有我新號碼？{date}才辦的。'],
	vulnerability_ignored: [
		'我剛開完刀還在住院，他說裝病。',
		'媽媽八十多歲重聽，他對著她吼{few}分鐘還一直要證明。'
	],
	identity_not_disclosed: ['不報姓名不報公司，問了就掛。', '說是宅配，騙我下樓，才知道是討債。'],
	wrong_person: ['打錯電話了，我不是{date}你們要找的那個人。', '門號{month}才辦的，前一個用戶欠的不是我。'],
	improper_payment_channel: ['叫我匯到私人帳戶{amount}。', '收了我{amount}現金沒開收據，帳上什麼都沒有。']
};

export const processHant: readonly string[] = [
	'帳單對不上，{month}多了{amount}。',
	'{date}繳的款到今天還沒入帳。',
	'利息太高，還了{few}期本金幾乎沒少。',
	'客服打不通，等了{n}分鐘自動斷線。',
	'已經結清還收到催繳通知。',
	'聯徵紀錄有誤，{month}我是準時繳的。',
	'想分期，一直說沒有這個方案。'
];

export const remediesHant: readonly string[] = [
	'請停止騷擾。',
	'希望可以分期還。',
	'請給我一個書面回覆。',
	'要求道歉。',
	'請更正帳務。',
	'我有錄音，請調{date}{clock}那通。'
];

export const commentsHant: readonly string[] = [
	'態度很好，謝謝',
	'很有禮貌，{date}那位小姐',
	'還可以，講了{few}分鐘',
	'有幫我處理{month}的帳單',
	'普通，{date}提醒繳款',
	'講得很清楚，{few}分鐘就好',
	'{month}的事解決了，感謝',
	'沒意見，{date}'
];
