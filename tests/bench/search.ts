import { join } from 'node:path';
import Database from 'better-sqlite3';
import { emptyFilter } from '#core/domain/filter.ts';
import type { OpenedDeps } from '#server/app/deps.ts';
import { localAdministrator } from '#core/domain/actor.ts';
import { feedbackList } from '#server/app/feedback-list.ts';
import { listFeedback } from '#server/storage/feedback-list.ts';
import { fillSearch } from '#server/storage/search-index.ts';
import { findTexts } from '#server/storage/search-match.ts';
import { putSetting } from '#server/storage/settings.ts';
import { fillStore } from './fill-store.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { peakRssMb, printMeasure, round, timed } from './measure.ts';
import { planOrganisation } from './organisation.ts';

const period = { from: '2024-11-01', to: '2026-11-01' };
const sizes = [
	{ name: '50k', feedback: 50_000, runs: 20 },
	{ name: '1m', feedback: 1_000_000, runs: 5 }
] as const;

/** Ten searches, rare and frequent, in both languages; the same said with LIKE as nearly as it can be. */
const searches: readonly (readonly [query: string, like: string])[] = [
	['催收', "text like '%催收%'"],
	['还', "text like '%还%'"],
	['通讯录里的亲戚朋友', "text like '%通讯录里的亲戚朋友%'"],
	['骗子 OR 老赖', "(text like '%骗子%' or text like '%老赖%')"],
	['电话 -短信', "text like '%电话%' and text not like '%短信%'"],
	['neighbours', "text like '%neighbour%'"],
	['call', "(text like 'call%' or text like '% call%')"],
	['"social media"', "text like '%social media%'"],
	['threat* (photo OR arrested)', "text like '%threat%' and (text like '%photo%' or text like '%arrested%')"],
	['nothing4711', "text like '%nothing4711%'"]
];

/** Time of a search in the store: how many it finds and the first page, newest first; and of the whole page of the list. */
export async function measureSearch(): Promise<void> {
	const chosen = process.env['BENCH_SIZE'];
	for (const size of sizes)
		if (chosen === undefined || chosen === size.name)
			await inFreshFolder((deps, folder) => measureAt(size, deps, folder));
}

async function measureAt(
	{ name, feedback, runs }: (typeof sizes)[number],
	deps: OpenedDeps,
	folder: string
): Promise<void> {
	const path = join(folder, 'earshot.db');
	fillStore(path, {
		feedback,
		period,
		organisation: planOrganisation(period.from),
		themes: deps.packs.themes
	});
	await putSetting(deps.store, 'search_index', 'not yet');
	const filled = await timed(() => fillSearch(deps.store));
	printMeasure({
		measure: `search-index-${name}`,
		value: round(feedback / (filled.ms / 1000)),
		unit: 'feedback/s',
		n: feedback,
		cpuMs: round(filled.cpuMs)
	});
	const plain = new Database(path, { readonly: true });
	const own: number[] = [];
	const peer: number[] = [];
	const pages: number[] = [];
	await deps.facts.rebuild();
	for (const [text, like] of searches) {
		const filter = { ...emptyFilter, text };
		const found = (await findTexts(deps.store, text))?.ids.length ?? 0;
		const asked = {
			count: plain.prepare(`select count(*) as n from feedback where ${like}`),
			page: plain.prepare(`select * from feedback where ${like} order by received_on desc, id desc limit 51`)
		};
		const same = (asked.count.get() as { n: number }).n;
		if (found !== same) throw new Error(`“${text}” finds ${found}, LIKE ${same}.`);
		for (let run = 0; run < runs; run++) {
			const search = await timed(async () => {
				await findTexts(deps.store, text);
				return listFeedback(deps.store, null, filter, { sort: 'newest', after: null, limit: 51 });
			});
			own.push(search.ms);
			if (run < 3) peer.push((await timed(() => [asked.count.get(), asked.page.all()])).ms);
			if (run < 3) {
				const input = { filter, sort: 'newest', after: null, limit: 50 } as const;
				pages.push((await timed(() => feedbackList(deps, localAdministrator, input))).ms);
			}
		}
		if (process.env['BENCH_EACH'])
			console.log(
				text,
				found,
				'ms',
				round(own.at(-1) ?? 0),
				'like',
				round(peer.at(-1) ?? 0),
				'page',
				round(pages.at(-1) ?? 0)
			);
	}
	plain.close();
	for (const [quantile, label] of [
		[0.5, 'p50'],
		[0.95, 'p95']
	] as const) {
		const value = at(own, quantile);
		const like = at(peer, quantile);
		printMeasure({
			measure: `search-${name}-${label}`,
			value: round(value),
			unit: 'ms',
			peer: {
				name: 'LIKE over the same texts',
				value: round(like),
				cpuMs: round(like),
				ratio: round(like / value)
			},
			n: own.length,
			pageMs: round(at(pages, quantile)),
			peakRssMb: peakRssMb()
		});
	}
}

function at(values: readonly number[], quantile: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0;
}
