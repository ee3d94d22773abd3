import type { Agency, Team } from '#core/domain/organisation.ts';
import type { Channel, Stage } from '#core/domain/vocabulary.ts';

export type Product = 'cash-loan' | 'consumer-instalment' | 'credit-card' | 'car-loan';
export type Weights<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** A team and what it works on. */
export interface Desk {
	readonly team: Team;
	readonly agents: number;
	readonly language: 'en' | 'zh';
	/** Connected contacts of one agent on an ordinary working day. */
	readonly connectedPerDay: number;
	readonly stages: Weights<Stage>;
	/** Where borrowers live, as likely as the weight. */
	readonly regions: Weights<string>;
}

/** Lindenbrook Finance (椴溪消费金融), the lender, and the agencies that collect for it: all invented. */
export const agencies: readonly Agency[] = [
	{ id: 'in-house', name: 'Lindenbrook in-house', nameZh: '椴溪自营催收', inHouse: true },
	{ id: 'kestrel-vale', name: 'Kestrel Vale Recoveries', nameZh: '隼谷催收服务', inHouse: false },
	{ id: 'amberline', name: 'Amberline Credit Services', nameZh: '珀线信用服务', inHouse: false },
	{ id: 'ninth-harbour', name: 'Ninth Harbour Collections', nameZh: '九屿港资产服务', inHouse: false }
];

const earlyStages: Weights<Stage> = {
	current: 7,
	M1: 44,
	M2: 29,
	M3: 14,
	'M4-M6': 4,
	'M7+': 1.5,
	written_off: 0.5
};
const middleStages: Weights<Stage> = { M1: 12, M2: 34, M3: 31, 'M4-M6': 15, 'M7+': 5, written_off: 3 };
const lateStages: Weights<Stage> = { M3: 5, 'M4-M6': 43, 'M7+': 31, written_off: 21 };

const products: Readonly<Record<'en' | 'zh', Weights<Product>>> = {
	en: { 'cash-loan': 40, 'consumer-instalment': 18, 'credit-card': 26, 'car-loan': 16 },
	zh: { 'cash-loan': 42, 'consumer-instalment': 30, 'credit-card': 20, 'car-loan': 8 }
};

/** Channel by which the second (messages) and third part of an agent's day is worked. */
const channels: Readonly<Record<'en' | 'zh', Readonly<Record<'messages' | 'rest', Weights<Channel>>>>> = {
	en: {
		messages: { sms: 50, email: 42, im: 8 },
		rest: { phone: 42, letter: 38, visit: 20 }
	},
	zh: {
		messages: { sms: 58, im: 35, email: 7 },
		rest: { phone: 38, letter: 17, visit: 45 }
	}
};

export function productsOf(desk: Desk): Weights<Product> {
	return products[desk.language];
}
export function channelsOf(desk: Desk): Readonly<Record<'messages' | 'rest', Weights<Channel>>> {
	return channels[desk.language];
}

/** Connected contacts of one agent on an ordinary working day: the English market dials more. */
const connectedPerDay = { en: 50, zh: 31 } as const;

function deskOf(
	language: 'en' | 'zh',
	id: string,
	agencyId: string,
	[name, nameZh, region]: readonly [name: string, nameZh: string, region: string],
	staffing: { readonly agents: number; readonly stages: Weights<Stage>; readonly regions: Weights<string> }
): Desk {
	const team: Team = { id, agencyId, name: `${name} 1`, nameZh: `${nameZh}一组`, region };
	return { team, language, connectedPerDay: connectedPerDay[language], ...staffing };
}

/** The nine teams: five work Chinese-speaking borrowers, four English-speaking ones. */
export const desks: readonly Desk[] = [
	deskOf('zh', 'wuhan-1', 'in-house', ['Wuhan', '武汉', 'hubei'], {
		agents: 15,
		stages: earlyStages,
		regions: { hubei: 60, henan: 22, jiangxi: 18 }
	}),
	deskOf('zh', 'chengdu-1', 'in-house', ['Chengdu', '成都', 'sichuan'], {
		agents: 12,
		stages: earlyStages,
		regions: { sichuan: 55, chongqing: 25, yunnan: 20 }
	}),
	deskOf('en', 'phoenix-1', 'in-house', ['Phoenix', '凤凰城', 'arizona'], {
		agents: 15,
		stages: earlyStages,
		regions: { arizona: 50, nevada: 20, 'new-mexico': 12, colorado: 18 }
	}),
	deskOf('zh', 'changsha-1', 'kestrel-vale', ['Changsha', '长沙', 'hunan'], {
		agents: 17,
		stages: middleStages,
		regions: { hunan: 55, guangdong: 30, guangxi: 15 }
	}),
	deskOf('en', 'columbus-1', 'kestrel-vale', ['Columbus', '哥伦布', 'ohio'], {
		agents: 11,
		stages: middleStages,
		regions: { ohio: 55, indiana: 22, kentucky: 23 }
	}),
	deskOf('zh', 'jinan-1', 'amberline', ['Jinan', '济南', 'shandong'], {
		agents: 10,
		stages: middleStages,
		regions: { shandong: 70, hebei: 30 }
	}),
	deskOf('en', 'tulsa-1', 'amberline', ['Tulsa', '塔尔萨', 'oklahoma'], {
		agents: 11,
		stages: middleStages,
		regions: { oklahoma: 45, texas: 40, arkansas: 15 }
	}),
	deskOf('zh', 'hefei-1', 'ninth-harbour', ['Hefei', '合肥', 'anhui'], {
		agents: 10,
		stages: lateStages,
		regions: { anhui: 50, jiangsu: 30, zhejiang: 20 }
	}),
	deskOf('en', 'tampa-1', 'ninth-harbour', ['Tampa', '坦帕', 'florida'], {
		agents: 9,
		stages: lateStages,
		regions: { florida: 65, georgia: 20, alabama: 15 }
	})
];
