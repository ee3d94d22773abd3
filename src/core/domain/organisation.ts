import type { Channel, Stage } from './vocabulary.ts';

export interface Agency {
	readonly id: string;
	readonly name: string;
	readonly nameZh: string | null;
	readonly inHouse: boolean;
}
export interface Team {
	readonly id: string;
	readonly agencyId: string;
	readonly name: string;
	readonly nameZh: string | null;
	readonly region: string | null;
}
export interface Agent {
	readonly id: string;
	readonly name: string;
	readonly nameZh: string | null;
}
/** An agent's time in a team: from inclusive, to exclusive, null while it lasts. */
export interface Membership {
	readonly agentId: string;
	readonly teamId: string;
	readonly fromOn: string;
	readonly toOn: string | null;
}
export interface Organisation {
	readonly agencies: readonly Agency[];
	readonly teams: readonly Team[];
	readonly agents: readonly Agent[];
	readonly memberships: readonly Membership[];
}

/**
 * The denominator: what collectors did on one day, by team or agent, channel, stage and product.
 * `contacts` attempts, `connected` answered or delivered, `accounts` in collection. An account is counted in one
 * row a day only, so that sums over rows are accounts.
 */
export interface Exposure {
	readonly day: string;
	readonly agencyId: string | null;
	readonly teamId: string;
	readonly agentId: string | null;
	readonly channel: Channel;
	readonly stage: Stage;
	readonly product: string;
	readonly contacts: number;
	readonly connected: number;
	readonly accounts: number;
}
