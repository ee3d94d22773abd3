import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '#core/domain/filter.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { periodOf } from '#core/domain/period.ts';
import { createRandom } from '#core/stats/seeded-random.ts';
import { agents } from '#server/app/agents.ts';
import { channels } from '#server/app/channels.ts';
import { overview } from '#server/app/overview.ts';
import { reasons } from '#server/app/reasons.ts';
import { teams } from '#server/app/teams.ts';
import { themes } from '#server/app/themes.ts';
import { administrator, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';
import { asCounts, behindLinks, shownByOverview, shownKpis, shownUnits, type Shown } from './shown.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

type Ask = (asked: Filter) => Promise<readonly Shown[]>;
const one = (what: string, count: number, filter: Filter): Shown => ({ what, count, filter });

/** Everything on a page that is a number and a link. */
const pages: Readonly<Record<string, Ask>> = {
	overview: async (filter) => {
		const shown = await overview(deps, administrator, { filter, grain: null });
		return shownByOverview(shown);
	},
	themes: async (asked) => {
		const { answer, filter } = await themes(deps, administrator, { filter: asked });
		return (answer?.groups ?? []).flatMap((group) =>
			group.themes.map(({ theme, count }) => one(theme, count, narrow(filter, { theme: [theme] })))
		);
	},
	teams: async (asked) => {
		const { answer, filter } = await teams(deps, administrator, { filter: asked });
		if (!answer) return [];
		return [
			...shownUnits(answer.teams.units, filter, 'team'),
			...shownUnits(answer.agencies.units, filter, 'agency')
		];
	},
	agents: async (asked) => {
		const { standings, filter } = await agents(deps, administrator, { filter: asked });
		return shownUnits(standings, filter, 'agent');
	},
	channels: async (asked) => {
		const { answer, filter } = await channels(deps, administrator, { filter: asked });
		if (!answer) return [];
		const { rates, heat, tiles } = answer;
		return [
			...shownKpis(tiles.filter(({ id }) => id === 'K03')),
			...rates.map(({ channel, count }) =>
				one(channel, count, narrow(filter, { ...kpis.K03.numerator.where, channel: [channel] }))
			),
			...heat.cells.map(({ value, theme, count }) =>
				one(`${value} ${theme}`, count, narrow(filter, { channel: [value], theme: [theme] }))
			)
		];
	},
	reasons: async (filter) => {
		const { answer } = await reasons(deps, administrator, { filter, grain: null });
		if (!answer) return [];
		const { all, rows, steps, remedies, impacts } = answer;
		return [
			one('all', all.count, all.listed),
			...rows.map(({ theme, count, listed }) => one(theme, count, listed)),
			...steps.map(({ step, count, listed }) => one(step, count, listed)),
			...[...remedies.cells, ...impacts.cells].map(({ reason, theme, count, listed }) =>
				one(`${reason} ${theme}`, count, listed)
			)
		];
	}
};

const random = createRandom(20_261_130);
const oneOf = <Value>(values: readonly Value[]): Value =>
	values[Math.floor(random() * values.length)] as Value;
const patches: readonly Partial<Filter>[] = [
	{},
	{ complaint: 'yes' },
	{ agency: ['north', 'own'] },
	{ team: ['north-1'] },
	{ agent: ['a-1', 'a-2', 'none'] },
	{ channel: ['phone', 'none'] },
	{ not: { channel: ['sms'] } },
	{ region: ['hubei'] },
	{ language: ['zh-Hans'] },
	{ theme: ['third_party_contact', 'abusive_language'] },
	{ taxonomy: ['conduct', 'process'] },
	{ severity: ['4'] },
	{ kind: ['call_feedback'] },
	{ worst: ['0', '3'] },
	{ origin: 'all' },
	{ not: { team: ['north-1', 'none'] }, complaint: 'no' }
];
const periods: readonly Filter['period'][] = [
	null,
	periodOf('2026'),
	periodOf('2026-Q2'),
	periodOf('2026-05-06..2026-06-11'),
	periodOf('2025-03..2026-07')
];
/** One filter in both hands: what two restrictions leave together. */
const filters = Array.from({ length: 50 }, (_, at) => ({
	at,
	filter: aFilter({ ...oneOf(patches), ...oneOf(patches), period: oneOf(periods) })
}));

describe.each(Object.keys(pages))('every number of the page “%s” lists exactly what it counts', (name) => {
	it('for 50 filters', async () => {
		let links = 0;
		for (const { at, filter } of filters) {
			const shown = (await pages[name]?.(filter)) ?? [];
			expect({ at, ...asCounts(shown) }).toEqual({ at, ...(await behindLinks(deps, shown)) });
			links += shown.length;
		}
		expect(links).toBeGreaterThan(50);
	});
});
