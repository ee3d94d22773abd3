import type { RulePack } from './theme-pack.ts';

/** Which rule pack holds for whom, as an administrator chose it. */
export interface RuleChoice {
	/** Where no region says otherwise; null: none. */
	readonly pack: string | null;
	readonly regions: Readonly<Record<string, RegionRules>>;
}

export interface RegionRules {
	readonly pack: string;
	/** IANA name of the borrowers' clock there; null: the organisation's. */
	readonly timeZone: string | null;
}

export const noRules: RuleChoice = { pack: null, regions: {} };

export function packFor(
	choice: RuleChoice,
	packs: readonly RulePack[],
	region: string | null
): RulePack | null {
	const id = regionRules(choice, region)?.pack ?? choice.pack;
	return packs.find((pack) => pack.id === id) ?? null;
}

export function zoneFor(choice: RuleChoice, region: string | null): string | null {
	return regionRules(choice, region)?.timeZone ?? null;
}

function regionRules({ regions }: RuleChoice, region: string | null): RegionRules | undefined {
	return region !== null && Object.hasOwn(regions, region) ? regions[region] : undefined;
}
