import type { RuleChoice } from '#core/domain/rule-choice.ts';
import type { RulePack } from '#core/domain/theme-pack.ts';
import type { Store } from '../storage/connect.ts';
import { readTeamRegions } from '../storage/organisation.ts';
import type { Deps } from './deps.ts';
import type { MeasuredQuality } from './measured-quality.ts';
import { readRuleChoice } from './rule-choice.ts';

/** What KPIs are made from beside the facts. */
export interface KpiSources {
	readonly store: Store;
	readonly packs: readonly RulePack[];
	readonly rules: RuleChoice;
	readonly measured: MeasuredQuality | null;
	/** Where each team works: stands in for a borrower's region. */
	readonly regions: readonly { readonly id: string; readonly region: string | null }[];
}

export async function openKpiSources({ store, packs, measured }: Deps): Promise<KpiSources> {
	const [rules, regions] = await Promise.all([readRuleChoice(store), readTeamRegions(store)]);
	return { store, packs: packs.rules, rules, measured, regions };
}
