import { addDays } from '#core/domain/period.ts';
import type { Product } from '../organisation/desks.ts';
import {
	inventAccount,
	inventAmericanCard,
	inventAmericanPhone,
	inventEmail,
	inventSsn
} from './personal-data.ts';
import type { Fillers, Scene } from './scene.ts';

const months = 'January February March April May June July August September October November December'.split(
	' '
);
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const relatives: readonly (readonly [name: string, he: string, him: string])[] = [
	['mother', 'she', 'her'],
	['father', 'he', 'him'],
	['sister', 'she', 'her'],
	['brother', 'he', 'him'],
	['grandmother', 'she', 'her'],
	['uncle', 'he', 'him'],
	['aunt', 'she', 'her'],
	['daughter', 'she', 'her'],
	['son', 'he', 'him'],
	['mother in law', 'she', 'her'],
	['cousin', 'he', 'him'],
	['ex wife', 'she', 'her'],
	['best friend', 'he', 'him']
];
const productNames: Readonly<Record<Product, readonly string[]>> = {
	'cash-loan': ['cash loan', 'personal loan', 'payday loan', 'signature loan'],
	'consumer-instalment': ['instalment plan', 'furniture loan', 'phone instalment', 'store financing'],
	'credit-card': ['credit card', 'card', 'store card'],
	'car-loan': ['car loan', 'auto loan', 'title loan', 'truck loan']
};
const jobs = [
	'office',
	'warehouse',
	'school',
	'clinic',
	'restaurant',
	'plant',
	'salon',
	'dealership',
	'call center',
	'bakery',
	'depot',
	'nursing home',
	'bank branch',
	'machine shop'
];
const coworkers = [
	'receptionist',
	'shift lead',
	'supervisor',
	'manager',
	'HR lady',
	'owner',
	'foreman',
	'office assistant',
	'principal',
	'security guard'
];
const firstNames = [
	'Alma',
	'Boyd',
	'Cora',
	'Dwight',
	'Elsie',
	'Floyd',
	'Greta',
	'Hollis',
	'Inez',
	'Judson',
	'Lottie',
	'Merle',
	'Odell',
	'Pearl',
	'Rufus',
	'Selma',
	'Thelma',
	'Vernon'
];
const surnames = [
	'Abernathy',
	'Bickford',
	'Crandall',
	'Dunleavy',
	'Eastlake',
	'Fairbairn',
	'Goforth',
	'Huckaby',
	'Ivory',
	'Jessup',
	'Kinnaird',
	'Loomis',
	'Mayhew',
	'Noblitt',
	'Overby',
	'Pickard',
	'Quarles',
	'Stallings'
];
const streets = ['Juniper Ct', 'Old Mill Rd', 'Sparrow Ln', 'Cinder Ave', 'Larkspur Dr', 'Quarry St'];
const cities = [
	'Mesa',
	'Dayton',
	'Ocala',
	'Tucson',
	'Muskogee',
	'Toledo',
	'Lawton',
	'Lakeland',
	'Reno',
	'Akron',
	'Gainesville',
	'Enid'
];
const holidays = ["New Year's Day", 'Thanksgiving', 'Easter Sunday', 'Christmas Eve', 'the Fourth of July'];

const money = (value: number) => `$${value.toLocaleString('en-US')}`;
const minutes = ({ random }: Scene) => String(5 * random.between(0, 11)).padStart(2, '0');
const collector = (scene: Scene) =>
	scene.isCollectorFemale ? ['she', 'her', 'her', 'herself'] : ['he', 'him', 'his', 'himself'];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const relative = (scene: Scene) => relatives[scene.relative % relatives.length]!;
const fullName = ({ random }: Scene) => `${random.pick(firstNames)} ${random.pick(surnames)}`;
const daysBefore = ({ eventOn, random }: Scene, most: number) => addDays(eventOn, -random.between(0, most));

function collectorNoun(scene: Scene): string {
	const { random, agentName, isAgentNamed, channel } = scene;
	if (isAgentNamed && random.chance(0.7))
		return random.pick([agentName, `Your agent ${agentName}`, `A person named ${agentName}`]);
	if (channel === 'phone')
		return random.pick([
			'The caller',
			'Your agent',
			'The collector',
			'Somebody from your office',
			scene.isCollectorFemale ? 'The woman on the phone' : 'The man on the phone',
			capital(collector(scene)[0]!)
		]);
	return random.pick([
		'Your agent',
		'The collector',
		'Somebody from your office',
		capital(collector(scene)[0]!)
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
	return scene.random.pick(
		[`${months[month - 1]} ${date}`, `${month}/${date}`, `the ${date}th of ${months[month - 1]}`].slice(
			0,
			date > 3 && date < 21 ? 3 : 2
		)
	);
}

export const fillersEn: Fillers = {
	he: (scene) => collector(scene)[0]!,
	He: (scene) => capital(collector(scene)[0]!),
	him: (scene) => collector(scene)[1]!,
	his: (scene) => collector(scene)[2]!,
	himself: (scene) => collector(scene)[3]!,
	Who: collectorNoun,
	agent: ({ random }) => random.pick(['agent', 'collector', 'rep']),
	staff: ({ agentName }) => agentName.split(' ')[0]!,
	relative: (scene) => relative(scene)[0],
	he2: (scene) => relative(scene)[1],
	him2: (scene) => relative(scene)[2],
	old: ({ random }) => String(random.between(67, 91)),
	kidage: ({ random }) => random.pick(['four', 'five', 'six', 'seven']),
	n: ({ random }) => String(random.between(9, 48)),
	few: ({ random }) => String(random.between(2, 8)),
	days: ({ random }) => String(random.between(3, 160)),
	years: ({ random }) => random.pick(['seven', 'ten', 'twenty']),
	day: ({ random }) => String(random.between(5, 19)),
	clock: (scene) => `${scene.random.between(1, 7)}:${minutes(scene)} pm`,
	early: (scene) => `${scene.random.between(5, 6)}:${minutes(scene)} am`,
	late: (scene) => `${scene.random.between(10, 11)}:${minutes(scene)} pm`,
	weekday: ({ random }) => random.pick(weekdays),
	date: dateText,
	month: (scene) => months[Number(daysBefore(scene, 150).slice(5, 7)) - 1]!,
	year: ({ eventOn, random }) => String(Number(eventOn.slice(0, 4)) - random.between(1, 6)),
	duration: ({ random }) =>
		random.pick(['two weeks', 'three weeks', 'a month', 'two months', 'half a year', 'ten days']),
	holiday: ({ random }) => random.pick(holidays),
	amount: ({ random }) => money(random.between(41, 980) * 10 + random.pick([0, 0, 5, 8])),
	small: ({ random }) => money(random.between(15, 240)),
	product: productName,
	job: ({ random }) => random.pick(jobs),
	coworker: ({ random }) => random.pick(coworkers),
	city: ({ random }) => random.pick(cities),
	case: ({ random }) => `${random.pick(['CV', 'TK', 'RF', 'C'])}-${random.between(10000, 99999)}`,
	name: fullName,
	fullname: fullName,
	surname: ({ random }) => random.pick(surnames),
	phone: ({ random }) => inventAmericanPhone(random),
	email: ({ random }) =>
		inventEmail(random, `${random.pick(firstNames)}.${random.pick(surnames)}`.toLowerCase()),
	account: ({ random }) => inventAccount(random),
	card: ({ random }) => inventAmericanCard(random),
	ssn: ({ random }) => inventSsn(random),
	address: ({ random }) => `${random.between(100, 9800)} ${random.pick(streets)}, ${random.pick(cities)}`
};
