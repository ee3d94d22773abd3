import { addDays } from '#core/domain/period.ts';
import type { Product } from '../organisation/desks.ts';
import {
	inventAccount,
	inventChineseCard,
	inventChineseId,
	inventChineseMobile,
	inventEmail
} from './personal-data.ts';
import type { Fillers, Scene } from './scene.ts';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '礼拜天'];
const relatives = [
	'妈',
	'爸',
	'姐',
	'弟',
	'老婆',
	'爱人',
	'奶奶',
	'岳母',
	'公公',
	'表哥',
	'女儿',
	'外婆',
	'大伯'
];
const productNames: Readonly<Record<Product, readonly string[]>> = {
	'cash-loan': ['现金贷', '信用贷', '小额贷', '备用金'],
	'consumer-instalment': ['手机分期', '家电分期', '消费分期', '装修分期'],
	'credit-card': ['信用卡', '卡'],
	'car-loan': ['车贷', '二手车贷', '汽车分期']
};
const jobs = [
	'厂里',
	'学校',
	'医院',
	'店里',
	'工地',
	'酒店',
	'物流园',
	'村委',
	'药店',
	'驾校',
	'快递站',
	'纺织车间',
	'售楼部',
	'餐馆'
];
const coworkers = ['前台', '主任', '班长', '人事', '老板娘', '店长', '车间主管', '科长', '门卫', '同事'];
const surnames = [
	...'万丁于任侯傅冯卢史叶吕姚孔季宋尹崔彭戴文方曾江汤汪沈潘熊田石程童罗胡苏范董蒋袁谭贺邓邵钟钱韩顾龚'
];
const givenNames = [
	'建英',
	'春梅',
	'志飞',
	'秀云',
	'晓东',
	'丽芬',
	'国梁',
	'桂芝',
	'海涛',
	'玉珍',
	'明辉',
	'艳红',
	'俊峰',
	'小燕',
	'德胜',
	'佳宁',
	'永福',
	'彩霞',
	'振华',
	'雨桐'
];
const handles = ['xiaoyu', 'laowang', 'qingfeng', 'meimei', 'haohao', 'xinxin', 'dahai', 'lele'];
const cities = [
	'武汉',
	'宜昌',
	'成都',
	'绵阳',
	'长沙',
	'株洲',
	'济南',
	'潍坊',
	'合肥',
	'芜湖',
	'郑州',
	'南昌',
	'佛山'
];
const holidays = ['除夕', '大年初一', '中秋节', '国庆', '清明节', '端午节'];
const streets = ['杨柳巷', '纺织一路', '青石街', '东风里', '码头路', '新桥村'];

const money = ({ random }: Scene, value: number) =>
	random.pick([`${value}元`, `${value}`, `${value}块`, `¥${value}`, `${value.toLocaleString('en-US')}元`]);
const minutes = ({ random }: Scene) => String(5 * random.between(0, 11)).padStart(2, '0');
const relative = (scene: Scene) => relatives[scene.relative % relatives.length]!;
const fullName = ({ random }: Scene) => `${random.pick(surnames)}${random.pick(givenNames)}`;
const daysBefore = ({ eventOn, random }: Scene, most: number) => addDays(eventOn, -random.between(0, most));

function collectorNoun({ random, agentName, isAgentNamed, isCollectorFemale }: Scene): string {
	if (isAgentNamed && random.chance(0.7))
		return random.pick([
			agentName,
			`你们的${agentName}`,
			`一个叫${agentName}的`,
			`姓${agentName.charAt(0)}的催收员`
		]);
	return random.pick([
		'催收员',
		'你们的人',
		'对方',
		'打电话的',
		isCollectorFemale ? '一个女的' : '一个男的',
		'外包催收',
		isCollectorFemale ? '她' : '他'
	]);
}

/** The same name for the product all through a text. */
function productName({ product, relative }: Scene): string {
	const names = productNames[product];
	return names[relative % names.length]!;
}

function dateText(scene: Scene): string {
	const day = daysBefore(scene, 12);
	const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
	return scene.random.pick([`${month}月${date}日`, `${month}月${date}号`, `${date}号`, `${month}.${date}`]);
}

export const fillersZh: Fillers = {
	Who: collectorNoun,
	staff: ({ agentName, random }) => random.pick([agentName, `小${agentName.charAt(0)}`]),
	badge: ({ random }) => `${random.between(1000, 9800)}`,
	relative,
	old: ({ random }) => `${random.between(66, 89)}岁`,
	kidage: ({ random }) => `${random.between(4, 12)}`,
	n: ({ random }) => String(random.between(9, 48)),
	few: ({ random }) => random.pick(['两', '三', '四', '五', '六', '七', '八']),
	days: ({ random }) => String(random.between(3, 160)),
	day: ({ random }) => String(random.between(5, 28)),
	clock: (scene) =>
		scene.random.pick([
			`下午${scene.random.between(1, 5)}点${minutes(scene)}`,
			`${scene.random.between(13, 17)}:${minutes(scene)}`
		]),
	early: (scene) => scene.random.pick([`早上5点${minutes(scene)}`, `凌晨${scene.random.between(4, 5)}点多`]),
	late: (scene) =>
		scene.random.pick([
			`晚上${scene.random.between(10, 11)}点${minutes(scene)}`,
			`${scene.random.between(22, 23)}:${minutes(scene)}`
		]),
	weekday: ({ random }) => random.pick(weekdays),
	date: dateText,
	month: (scene) => `${Number(daysBefore(scene, 150).slice(5, 7))}月`,
	year: ({ eventOn, random }) => `${Number(eventOn.slice(0, 4)) - random.between(1, 6)}`,
	duration: ({ random }) => random.pick(['半个月', '一个多月', '俩月', '二十来天', '小半年', '一个礼拜']),
	holiday: ({ random }) => random.pick(holidays),
	amount: (scene) => money(scene, scene.random.between(21, 680) * 100 + scene.random.pick([0, 0, 50, 68])),
	small: (scene) => money(scene, scene.random.between(35, 990)),
	product: productName,
	job: ({ random }) => random.pick(jobs),
	coworker: ({ random }) => random.pick(coworkers),
	city: ({ random }) => random.pick(cities),
	case: ({ random }) => `${random.between(20, 26)}${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
	name: fullName,
	fullname: fullName,
	surname: ({ random }) => random.pick(surnames),
	handle: ({ random }) => `${random.pick(handles)}${random.between(10, 9999)}`,
	phone: ({ random }) => inventChineseMobile(random),
	email: ({ random }) => inventEmail(random, random.pick(handles)),
	account: ({ random }) => inventAccount(random),
	card: ({ random }) => inventChineseCard(random),
	idcard: ({ random }) => inventChineseId(random),
	address: ({ random }) =>
		`${random.pick(cities)}市${random.pick(streets)}${random.between(1, 120)}号${random.between(1, 18)}栋${random.between(101, 2804)}室`
};
