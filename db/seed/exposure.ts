import type { Exposure, Membership, Organisation } from '#core/domain/organisation.ts';
import type { Channel, Stage } from '#core/domain/vocabulary.ts';
import type { CalendarDay, CalendarMonth } from './calendar.ts';
import { channelsOf, desks, productsOf, type Desk, type Product } from './organisation/desks.ts';
import { Random } from './random.ts';

/** What an agent does of one kind in a month: one exposure row for each of `days`. */
export interface Cell {
	readonly channel: Channel;
	readonly stage: Stage;
	readonly product: Product;
	/** Part of the agent's day. */
	readonly share: number;
	readonly days: CellDay[];
}
export interface CellDay {
	readonly day: string;
	readonly contacts: number;
	readonly connected: number;
	readonly accounts: number;
}
/** A month of an agent in a team. */
export interface Workload {
	readonly agentId: string;
	readonly desk: Desk;
	readonly month: CalendarMonth;
	readonly cells: readonly Cell[];
}
export interface ExposurePlan {
	readonly organisation: Organisation;
	readonly calendar: readonly CalendarMonth[];
	readonly seed: number;
	/** 1: each day; 0.05: each agent's every twentieth day. */
	readonly scale: number;
}

const deskOfTeam = new Map(desks.map((desk) => [desk.team.id, desk]));
/** Part of attempts that connects: calls answered, messages delivered, doors opened. */
const connectRate: Readonly<Record<Channel, number>> = {
	phone: 0.34,
	sms: 0.95,
	visit: 0.52,
	email: 0.9,
	letter: 0.93,
	app: 0.97,
	im: 0.82,
	other: 0.5
};
const monthsAtOneDesk = 6;

/** The kinds of work of an agent this month: calls, messages, and a third, smaller kind. */
function planCells(random: Random, deskRandom: Random, desk: Desk): readonly Cell[] {
	const product = deskRandom.weighted(productsOf(desk));
	const stage = deskRandom.weighted(desk.stages);
	const other = { product: random.weighted(productsOf(desk)), stage: random.weighted(desk.stages) };
	const { messages, rest } = channelsOf(desk);
	const planned: Cell[] = [
		{ channel: 'phone', stage, product, share: 0.56, days: [] },
		{
			channel: random.weighted(messages),
			stage: random.chance(0.6) ? stage : random.weighted(desk.stages),
			product,
			share: 0.32,
			days: []
		},
		{ channel: random.weighted(rest), ...other, share: 0.12, days: [] }
	];
	const keyOf = ({ channel, stage, product }: Cell) => `${channel}/${stage}/${product}`;
	return [...new Map(planned.toReversed().map((cell) => [keyOf(cell), cell])).values()].toReversed();
}

function isAtWork(agentNumber: number, { weekday, day }: CalendarDay): boolean {
	if (weekday === 0) return (agentNumber + Math.floor(Date.parse(day) / 604_800_000)) % 3 === 0;
	return weekday !== 1 + (agentNumber % 6);
}

function fillDay(
	random: Random,
	cells: readonly Cell[],
	day: CalendarDay,
	connectedMean: number,
	accounts: number
) {
	let left = accounts;
	for (const [at, cell] of cells.entries()) {
		const isLast = at === cells.length - 1;
		const own = isLast ? left : Math.min(left, Math.round(accounts * cell.share * random.factor(0.05)));
		left -= own;
		const connected = Math.min(random.poisson(connectedMean * cell.share), own * 3);
		const missed = random.poisson(
			(connectedMean * cell.share * (1 - connectRate[cell.channel])) / connectRate[cell.channel]
		);
		cell.days.push({ day: day.day, contacts: connected + missed, connected, accounts: own });
	}
}

function isMember({ fromOn, toOn }: Membership, day: string): boolean {
	return fromOn <= day && (toOn === null || day < toOn);
}

function workloadOf(plan: ExposurePlan, membership: Membership, month: CalendarMonth): Workload | null {
	const { agentId, teamId } = membership;
	const desk = deskOfTeam.get(teamId)!;
	const agentNumber = Number(agentId.slice(2));
	const stride = Math.max(1, Math.round(1 / plan.scale));
	const days = month.days.filter((day) => isMember(membership, day.day));
	const random = new Random(plan.seed, 'exposure', agentId, teamId, month.number);
	const deskRandom = new Random(
		plan.seed,
		'desk',
		agentId,
		teamId,
		Math.floor((month.number + agentNumber) / monthsAtOneDesk)
	);
	const cells = planCells(random, deskRandom, desk);
	const diligence = new Random(plan.seed, 'diligence', agentId).factor(0.12);
	const portfolio = random.between(170, 260) * (desk.language === 'en' ? 1.4 : 1);
	for (const day of days) {
		const mean = isAtWork(agentNumber, day) ? 1.16 * desk.connectedPerDay * diligence * day.workload : 0;
		const accounts = Math.round(portfolio * (1 + 0.0012 * (Number(day.day.slice(8)) - 15)));
		const dayNumber = Date.parse(day.day) / 86_400_000;
		if ((dayNumber + agentNumber) % stride === 0) fillDay(random, cells, day, mean, accounts);
	}
	return cells[0]?.days.length ? { agentId, desk, month, cells } : null;
}

/** Each agent's months of work, month by month. Pure: the same plan gives the same work, as often as it is asked. */
export function* workloadsOf(plan: ExposurePlan): Iterable<Workload> {
	for (const month of plan.calendar)
		for (const membership of plan.organisation.memberships) {
			const workload = workloadOf(plan, membership, month);
			if (workload) yield workload;
		}
}

/** Exposure rows: accounts of an agent are split over his rows of a day, so that sums over rows are accounts. */
export function* exposureOf(plan: ExposurePlan): Iterable<Exposure> {
	for (const { agentId, desk, cells } of workloadsOf(plan))
		for (const { channel, stage, product, days } of cells)
			for (const day of days)
				yield {
					...day,
					agencyId: desk.team.agencyId,
					teamId: desk.team.id,
					agentId,
					channel,
					stage,
					product
				};
}
