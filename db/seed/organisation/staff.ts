import type { Agent, Membership, Organisation } from '#core/domain/organisation.ts';
import { addDays, lengthOf, type Period } from '#core/domain/period.ts';
import { abusiveAgent } from '../planted-truths.ts';
import { Random } from '../random.ts';
import { chineseNames, englishNames } from './agent-names.ts';
import { agencies, desks, type Desk } from './desks.ts';

/** An agent's time in a team. */
interface Stay {
	readonly from: string;
	readonly to: string | null;
}

const joinerShare = 0.36;
const leaverShare = 0.24;
const moverShare = 0.3;
/** Agents move between the two in-house teams that work in Chinese. */
const exchange: Readonly<Record<string, string>> = { 'wuhan-1': 'chengdu-1', 'chengdu-1': 'wuhan-1' };

function stayOf(random: Random, period: Period): Stay {
	const days = lengthOf(period);
	const joinsAt = random.chance(joinerShare)
		? Math.floor(days * (0.04 + 0.72 * random.real()))
		: -random.between(5, 1200);
	const earliestLeave = Math.max(joinsAt, 0) + days * 0.15;
	const leavesAt = random.chance(leaverShare)
		? Math.floor(earliestLeave + (days - earliestLeave) * random.real() * 0.95)
		: null;
	return {
		from: addDays(period.from, joinsAt),
		to: leavesAt === null ? null : addDays(period.from, leavesAt)
	};
}

function membershipsOf(random: Random, agentId: string, desk: Desk, period: Period): readonly Membership[] {
	const stay = stayOf(random, period);
	const teamId = desk.team.id;
	if (agentId === abusiveAgent.agentId)
		return [{ agentId, teamId, fromOn: addDays(period.from, -400), toOn: null }];
	const otherTeamId = exchange[teamId];
	const isMover = random.chance(moverShare);
	if (otherTeamId === undefined || !isMover) return [{ agentId, teamId, fromOn: stay.from, toOn: stay.to }];
	const from = stay.from > period.from ? stay.from : period.from;
	const to = stay.to ?? period.to;
	const movesOn = addDays(from, Math.floor(lengthOf({ from, to }) * (0.3 + 0.4 * random.real())));
	return [
		{ agentId, teamId, fromOn: stay.from, toOn: movesOn },
		{ agentId, teamId: otherTeamId, fromOn: movesOn, toOn: stay.to }
	];
}

/** 110 agents in nine teams, with joiners, leavers and movers in `period`. Ids run from a-001 in team order. */
export function staffOrganisation(period: Period, seed: number): Organisation {
	const random = new Random(seed, 'staff');
	const chinese = chineseNames.values();
	const english = englishNames.values();
	const agents: Agent[] = [];
	const memberships: Membership[] = [];
	for (const desk of desks)
		for (let place = 0; place < desk.agents; place++) {
			const id = `a-${String(agents.length + 1).padStart(3, '0')}`;
			const [name, nameZh] = desk.language === 'zh' ? chinese.next().value! : [english.next().value!, null];
			agents.push({ id, name, nameZh });
			memberships.push(...membershipsOf(random, id, desk, period));
		}
	return { agencies, teams: desks.map((desk) => desk.team), agents, memberships };
}
