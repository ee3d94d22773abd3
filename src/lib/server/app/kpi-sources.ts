import type { RuleChoice } from '#core/domain/rule-choice.ts';
import type { RulePack } from '#core/domain/theme-pack.ts';
import type { Store } from '../storage/connect.ts';
import type { Deps } from './deps.ts';
import type { MeasuredQuality } from './measured-quality.ts';
import { readRuleChoice } from './rule-choice.ts';

/** What KPIs are made from beside the facts. */
export interface KpiSources {
	readonly store: Store;
	readonly packs: readonly RulePack[];
	readonly rules: RuleChoice;
	readonly measured: MeasuredQuality | null;
}

export async function openKpiSources({ store, packs, measured }: Deps): Promise<KpiSources> {
	return { store, packs: packs.rules, rules: await readRuleChoice(store), measured };
}
