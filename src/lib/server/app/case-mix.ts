import { ofAllUnits, type Filter } from '#core/domain/filter.ts';
import { caseMixOf, type CaseMix } from '#core/domain/case-mix.ts';
import { exposureByStratum } from '../facts/strata.ts';
import type { Source } from '../storage/question-schema.ts';
import type { UnitKind } from './judged-units.ts';

/** How the work of each unit differs from that of all units together; units without contacts have none. */
export async function caseMixes(
	source: Source,
	filter: Filter,
	unit: UnitKind
): Promise<ReadonlyMap<string, CaseMix>> {
	const rows = await exposureByStratum(source, ofAllUnits(filter), unit);
	return caseMixOf(
		rows.flatMap(({ unit: id, stratum, connected }) => {
			const [channel = '', stage = '', ...product] = stratum.split(' · ');
			return id
				? [{ unit: id, channel, stage, product: product.join(' · '), contacts: Number(connected) }]
				: [];
		})
	);
}
