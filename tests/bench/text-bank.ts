import type { Random } from '#db/seed/random.ts';

/** `#` becomes a digit and `@` an amount, so that no two texts are equal and the masker has work. */
const english: readonly string[] = [
	'They call my phone up to # times a day, even after 10 pm. I asked them to stop and they laughed at me.',
	'The agent told my sister about the loan and said he would tell my boss too. My number is 1381234####, call me and nobody else.',
	'I paid @ yuan on the 5th and the app still shows the old balance. Nobody answers my emails at user####@example.com.',
	'The collector was polite and explained the instalment plan. Thank you, that was helpful.',
	'A man came to my house twice, shouted in front of the neighbours and said I would be arrested if I did not pay @ by Friday.',
	'They threaten to post my photo and my ID number on social media. I have screenshots of every message. This has been going on for # weeks and I cannot sleep any more.',
	'I lost my job in March and asked for a payment plan. The answer was that I should borrow from my parents.',
	'Account 622202000000#### is not mine. I never borrowed from this company, yet I get # text messages a day.',
	'He called me a liar and a thief, used insults I will not repeat here, and hung up when I asked for his name.',
	'Good service, the lady waited until payday and did not charge the late fee of @.',
	'I asked for the debt to be validated in writing and they keep reporting it to the credit bureau anyway. The amount they claim, @, includes interest that was never agreed.',
	'Robocalls at 6 in the morning, then again at lunch, then at night. Please only contact me by letter.'
];
const chinese: readonly string[] = [
	'催收员一天打#次电话，晚上十点以后还在打，我说不要再打了，他还骂人。',
	'他们给我通讯录里的亲戚朋友群发短信，说我欠钱不还，我的电话是1391234####，请只联系我本人。',
	'我五号已经还了@元，系统里还是显示逾期，客服一直没有人接。',
	'这次的客服态度很好，耐心讲解了分期方案，谢谢。',
	'两个人上门，在小区里大声喊我的名字，还威胁说不还@元就让我坐牢。',
	'对方冒充法院工作人员，说已经立案，要求我马上转账到个人账户622848000000####。',
	'我失业了，收入断了，想申请延期还款，对方说去借也要还。',
	'催收威胁要把我的照片发到网上，还要去我孩子的学校，这已经持续了#周，我整夜睡不着。',
	'利息太高，借了一万要还@元，合同里没有写这么多的费用。',
	'打电话骂我是骗子、老赖，我问工号他就挂了。',
	'我只是迟了两天，他们就打给我单位领导和同事，影响我的工作。',
	'语音机器人每天早上六点就开始打，请改成短信联系。'
];

/** Two of three texts are Chinese, as in the product's home market. */
export function writeText(random: Random): string {
	const pattern = random.pick(random.chance(2 / 3) ? chinese : english);
	return pattern.replace(/[#@]/g, (mark) =>
		String(mark === '#' ? random.between(0, 9) : random.between(300, 90_000))
	);
}
