import type { Channel, Stage } from '#core/domain/vocabulary.ts';
import { workloadsOf, type Cell, type ExposurePlan, type Workload } from './exposure.ts';
import type { Desk, Product, Weights } from './organisation/desks.ts';
import { abusiveAgent, newIntake, plantedFactor, type PlantedTruths } from './planted-truths.ts';
import { Random } from './random.ts';
import {
	benignFeedback,
	byProduct,
	conductByStage,
	conductRates,
	processAffinity,
	processByStage,
	processRate,
	remarksPerComplaint
} from './rates.ts';
import { conductThemes, type ConductTheme } from './themes.ts';

/** What a feedback is about before it has a text. */
export type Aim = ConductTheme | 'process' | 'praise' | 'neutral' | 'rating_only';

/** A feedback to come: who, when, how, about what; still without words. */
export interface Slot {
	/** Unique; names the slot's own stream of random numbers. */
	readonly key: string;
	readonly receivedOn: string;
	readonly agentId: string;
	readonly desk: Desk;
	readonly channel: Channel;
	readonly stage: Stage;
	readonly product: Product;
	readonly form: 'complaint' | 'call_feedback';
	readonly aim: Aim;
	/** Would not have come without the new intake channel. */
	readonly isExtraIntake: boolean;
	/** Weights of a second conduct theme: what else happens here. */
	readonly conductHere: Weights<ConductTheme>;
}

const benignAims: Weights<Aim> = { praise: 51, neutral: 34, rating_only: 15 };
/** Months vary all over the organisation, agents among each other, and each agent from month to month. */
const variation = { month: 0.05, agent: 0.15, agentMonth: 0.07 };

interface Place {
	readonly seed: number;
	readonly truths: PlantedTruths;
	readonly workload: Workload;
	readonly cell: Cell;
	/** Thousands of connected contacts of the cell. */
	readonly thousands: number;
}

function levelOf(seed: number, group: 'conduct' | 'process', { agentId, month }: Workload): number {
	// The planted agent differs from the others in one theme only.
	const agentVariation = agentId === abusiveAgent.agentId ? 0 : variation.agent;
	return (
		new Random(seed, 'level', group, month.number).factor(variation.month) *
		new Random(seed, 'level', group, agentId).factor(agentVariation) *
		new Random(seed, 'level', group, agentId, month.number).factor(variation.agentMonth)
	);
}

function expectedConduct({ seed, truths, workload, cell, thousands }: Place): Weights<ConductTheme> {
	const at = { agentId: workload.agentId, teamId: workload.desk.team.id, month: workload.month.month };
	const level =
		thousands * levelOf(seed, 'conduct', workload) * conductByStage[cell.stage] * byProduct[cell.product];
	const expected: Partial<Record<ConductTheme, number>> = {};
	for (const theme of conductThemes) {
		const { rate, affinity } = conductRates[theme];
		const mean = level * rate * (affinity[cell.channel] ?? 0) * plantedFactor(truths, theme, at);
		if (mean > 0) expected[theme] = mean;
	}
	return expected;
}

/** Expected number of feedback of one cell, by kind. */
function expectationsOf(place: Place) {
	const { seed, truths, workload, cell, thousands } = place;
	const conductHere = expectedConduct(place);
	const conduct = Object.values(conductHere).reduce((sum, mean) => sum + mean, 0);
	const process =
		thousands *
		levelOf(seed, 'process', workload) *
		processRate *
		(processAffinity[cell.channel] ?? 0) *
		processByStage[cell.stage] *
		byProduct[cell.product];
	const isIntakeOpen = workload.month.month >= truths.newIntake.fromMonth;
	return {
		conductHere,
		conduct,
		process,
		extra: isIntakeOpen ? process * newIntake.extraShare : 0,
		benign: thousands * (benignFeedback[cell.channel] ?? 0)
	};
}

/** Draws days of a cell, as likely as their connected contacts. */
function dayDrawer(cell: Cell, random: Random): () => string {
	const worked = cell.days.filter((day) => day.connected > 0);
	const total = worked.reduce((sum, day) => sum + day.connected, 0);
	return () => {
		let left = random.real() * total;
		return (worked.find((day) => (left -= day.connected) < 0) ?? worked.at(-1)!).day;
	};
}

function drawSlots(place: Place, random: Random): Slot[] {
	const { workload, cell } = place;
	const { conductHere, ...expected } = expectationsOf(place);
	const drawDay = dayDrawer(cell, random);
	const { channel, stage, product } = cell;
	const { agentId, desk, month } = workload;
	const cellKey = `${month.number}/${agentId}/${desk.team.id}/${channel}/${stage}/${product}`;
	const slots: Slot[] = [];
	const add = (mean: number, form: Slot['form'], aimOf: () => Aim, isExtraIntake = false) => {
		for (let left = random.poisson(mean); left > 0; left--)
			slots.push({
				key: `${cellKey}/${slots.length}`,
				receivedOn: drawDay(),
				agentId,
				desk,
				channel,
				stage,
				product,
				form,
				aim: aimOf(),
				isExtraIntake,
				conductHere
			});
	};
	add(expected.conduct, 'complaint', () => random.weighted(conductHere));
	add(expected.process, 'complaint', () => 'process');
	add(expected.extra, 'complaint', () => 'process', true);
	add(expected.conduct * remarksPerComplaint.conduct, 'call_feedback', () => random.weighted(conductHere));
	add(expected.process * remarksPerComplaint.process, 'call_feedback', () => 'process');
	add(expected.benign, 'call_feedback', () => random.weighted(benignAims));
	return slots;
}

/** All feedback to come, oldest first: counts are Poisson around rate × connected contacts × planted factors. */
export function planSlots(plan: ExposurePlan, truths: PlantedTruths): readonly Slot[] {
	const slots: Slot[] = [];
	for (const workload of workloadsOf(plan))
		for (const cell of workload.cells) {
			const { agentId, desk, month } = workload;
			const random = new Random(
				plan.seed,
				'slots',
				agentId,
				desk.team.id,
				month.number,
				cell.channel,
				cell.stage,
				cell.product
			);
			const connected = cell.days.reduce((sum, day) => sum + day.connected, 0);
			if (connected === 0) continue;
			slots.push(
				...drawSlots({ seed: plan.seed, truths, workload, cell, thousands: connected / 1000 }, random)
			);
		}
	return slots
		.map((slot) => ({ slot, order: `${slot.receivedOn}/${new Random(plan.seed, 'order', slot.key).real()}` }))
		.sort((a, b) => (a.order < b.order ? -1 : 1))
		.map(({ slot }) => slot);
}
