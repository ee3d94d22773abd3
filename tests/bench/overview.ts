import { deepStrictEqual } from 'node:assert/strict';
import { join } from 'node:path';
import { localAdministrator } from '#core/domain/actor.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import type { OpenedDeps } from '#server/app/deps.ts';
import { overview } from '#server/app/overview.ts';
import type { Facts } from '#server/facts/facts.ts';
import { fillStore } from './fill-store.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { medianOf, peakRssMb, peerOf, printMeasure, round, timed } from './measure.ts';
import { planOrganisation } from './organisation.ts';
import { copyFactsToSqlite } from './sqlite-facts.ts';

const period = { from: '2024-11-01', to: '2026-11-01' };
const sizes = [
	{ name: '50k', feedback: 50_000, runs: 15 },
	{ name: '1m', feedback: 1_000_000, runs: 7 }
] as const;
const peerRuns = 3;

/** Server time of the first page, and of making the facts it asks. */
export async function measureOverview(): Promise<void> {
	for (const size of sizes) await inFreshFolder((deps, folder) => measureAt(size, deps, folder));
}

async function measureAt(
	{ name, feedback, runs }: (typeof sizes)[number],
	deps: OpenedDeps,
	folder: string
): Promise<void> {
	const storePath = join(folder, 'earshot.db');
	const organisation = planOrganisation(period.from);
	const rows = fillStore(storePath, { feedback, period, organisation, themes: deps.packs.themes });
	const built = await timed(() => deps.facts.rebuild());
	const copied = await timed(() => copyFactsToSqlite(storePath, join(folder, 'facts.sqlite')));
	printMeasure({
		measure: `facts-build-${name}`,
		value: round(built.ms),
		unit: 'ms',
		peer: peerOf('the same tables in SQLite, indexed and analysed', copied, built),
		n: feedback,
		...rows,
		cpuMs: round(built.cpuMs)
	});
	const askFacts = () => askOverview(deps, {});
	const askSqlite = () => askOverview(deps, copied.result);
	deepStrictEqual(inAnyOrder(await askFacts()), inAnyOrder(await askSqlite()), 'The engines disagree.');
	const own = await medianOf(runs, askFacts);
	const peer = await medianOf(peerRuns, askSqlite);
	await copied.result.close();
	printMeasure({
		measure: `overview-${name}`,
		value: round(own.ms),
		unit: 'ms',
		peer: peerOf('the same questions of those SQLite tables', peer, own),
		n: runs,
		cpuMs: round(own.cpuMs),
		peakRssMb: peakRssMb()
	});
}

async function askOverview(deps: OpenedDeps, facts: Partial<Facts>) {
	const input = { filter: emptyFilter, grain: null };
	return overview({ ...deps, facts: { ...deps.facts, ...facts } }, localAdministrator, input);
}

/** Engines order “not stated” and equal counts differently, and add up ratings in another order. */
function inAnyOrder(answer: unknown): unknown {
	if (typeof answer === 'number') return Number(answer.toPrecision(9));
	if (Array.isArray(answer))
		return answer
			.map(inAnyOrder)
			.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
	if (typeof answer !== 'object' || answer === null) return answer;
	return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, inAnyOrder(value)]));
}
