import { exposureDimensions, listFields, type Filter } from '#core/domain/filter.ts';
import { packFor, zoneFor } from '#core/domain/rule-choice.ts';
import type { RulePack } from '#core/domain/theme-pack.ts';
import { createClock, type Clock } from '#core/ingest/clock-times.ts';
import type { Detail } from '../storage/contact-questions.ts';
import type { KpiSources } from './kpi-sources.ts';

/** A log knows what exposure knows, and nothing of what a feedback says. */
export function isKnownToLog(filter: Filter): boolean {
	const isOfExposure = (field: string) => exposureDimensions.some((dimension) => dimension === field);
	const isAsked = listFields.some((field) => !isOfExposure(field) && filter[field].length > 0);
	return (
		filter.complaint === null &&
		filter.allThemes.length === 0 &&
		!isAsked &&
		Object.keys(filter.not).length === 0
	);
}

/** How finely contacts must be told apart to find their rules and clock. */
export function detailOf({ rules }: Pick<KpiSources, 'rules'>): Detail {
	const regions = Object.values(rules.regions);
	return {
		byRegion: regions.length > 0,
		byInstant: regions.some(({ timeZone }) => timeZone !== null)
	};
}

interface Placed {
	readonly region: string | null;
	/** UTC, to the minute; null where the organisation's clock is meant. */
	readonly instant: string | null;
}

/** Finds rules and clock by region, each once. */
export function placesOf({ rules, packs }: Pick<KpiSources, 'rules' | 'packs'>) {
	const clocks = new Map<string, Clock>();
	const packOf = new Map<string | null, RulePack | null>();
	return {
		pack: (region: string | null) => {
			const known = packOf.get(region);
			if (known !== undefined) return known;
			const pack = packFor(rules, packs, region);
			packOf.set(region, pack);
			return pack;
		},
		time: ({ region, instant }: Placed) => {
			const zone = instant === null ? null : zoneFor(rules, region);
			if (zone === null) return null;
			const clock = clocks.get(zone) ?? createClock(zone);
			clocks.set(zone, clock);
			return clock(`${instant}:00Z`);
		}
	};
}
