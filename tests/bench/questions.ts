import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Database from 'better-sqlite3';
import { localAdministrator } from '#core/domain/actor.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import type { Question } from '#core/domain/question.ts';
import { overview } from '#server/app/overview.ts';
import { openFactsDatabase, readThemePlaces } from '#server/facts/connect.ts';
import type { Facts } from '#server/facts/facts.ts';
import { askQuestion, countQuestion } from '#server/facts/questions/ask-question.ts';
import type { Source } from '#server/storage/question-schema.ts';
import { fillFacts } from './fill-facts.ts';
import { fillStore } from './fill-store.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { peakRssMb, printMeasure, round, timed } from './measure.ts';
import { planOrganisation } from './organisation.ts';

/** 1,000,000 unless told otherwise; 10,000,000 needs about 1 GB of disk and some minutes. */
const size = Number(process.env.BENCH_ROWS ?? 1_000_000);
const runs = Number(process.env.BENCH_RUNS ?? 20);
/** A file that keeps the generated facts for the next run; of another version of the facts it must be deleted. */
const keptAt = process.env.BENCH_FACTS;
const storeRows = Math.min(size, 100_000);
const period = { from: '2024-11-01', to: '2026-11-01' };
const month = { from: '2026-10-01', to: '2026-11-01' };
const generated = 'generated inside DuckDB, past the store: random, in the shape of the facts';

function filterOf(patch: Partial<Filter>): Filter {
	return { ...emptyFilter, origin: 'imported', period, ...patch };
}

type Asked = Readonly<Record<string, (source: Source) => Promise<unknown>>>;
const count = (question: Question) => (source: Source) => countQuestion(source, question);
const full = (question: Question) => (source: Source) => askQuestion(source, question);

/** What Overview and Explore ask, over two years where nothing else is said. */
const questions: Asked = {
	'total of a month, in full': full({ filter: filterOf({ period: month }), splits: [] }),
	'complaints by month': count({ filter: filterOf({ complaint: 'yes' }), splits: [{ grain: 'month' }] }),
	'by week': count({ filter: filterOf({}), splits: [{ grain: 'week' }] }),
	'grave conduct by month': count({
		filter: filterOf({ taxonomy: ['conduct'], severity: ['3', '4'] }),
		splits: [{ grain: 'month' }]
	}),
	'conduct themes': count({ filter: filterOf({}), splits: [{ by: 'conduct' }] }),
	'conduct themes by month': count({ filter: filterOf({}), splits: [{ grain: 'month' }, { by: 'conduct' }] }),
	'conduct themes by channel': count({
		filter: filterOf({}),
		splits: [{ by: 'channel' }, { by: 'conduct' }]
	}),
	'by team': count({ filter: filterOf({ complaint: 'yes' }), splits: [{ by: 'team' }] }),
	'by agent, top 20': count({ filter: filterOf({}), splits: [{ by: 'agent' }], top: 20 }),
	'all but sms by product': count({
		filter: filterOf({ not: { channel: ['sms'] } }),
		splits: [{ by: 'product' }]
	}),
	'agency by stage': count({ filter: filterOf({}), splits: [{ by: 'agency' }, { by: 'stage' }] }),
	'reasons of conduct': count({ filter: filterOf({}), splits: [{ by: 'conduct' }, { by: 'reason' }] }),
	'by channel, in full': full({ filter: filterOf({}), splits: [{ by: 'channel' }] }),
	'total of two years, in full': full({ filter: filterOf({}), splits: [] })
};

const rawQuery = `select channel, count(*) as n from feedback
	where received_on >= '${period.from}' and received_on < '${period.to}' and is_complaint = 1 group by channel`;

export async function measureQuestions(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-'));
	try {
		await inFreshFolder(async (deps, storeFolder) => {
			const organisation = planOrganisation(period.from);
			const { themes } = deps.packs;
			const rows = fillStore(join(storeFolder, 'earshot.db'), {
				...{ feedback: storeRows, period, organisation, themes }
			});
			await measureCatchUp(deps.facts, storeRows + rows.tags + rows.exposure);
			await measureSqlite(join(storeFolder, 'earshot.db'));
			const path = keptAt ?? join(folder, 'facts.duckdb');
			if (!existsSync(path)) await fillFacts(path, { feedback: size, period, themes });
			await measureRawDuck(path);
			const facts = await openFactsDatabase({ path });
			const themePlaces = await readThemePlaces(facts);
			const { db, dense, views } = facts;
			const forget = () => {
				facts.answers.forget();
				views.forget();
			};
			const source = { db, dense, views, scope: null, engine: 'facts', themePlaces, version: 1 } as const;
			for (const [name, ask] of Object.entries(questions)) await measureOne(name, forget, () => ask(source));
			const input = { filter: emptyFilter, grain: null };
			const onFacts = { ...deps, facts: { ...deps.facts, upToDate: async () => source } };
			await measureOne('the whole Overview', forget, () => overview(onFacts, localAdministrator, input));
			await facts.close();
		});
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** Every run asks anew, then once more of what is remembered. */
async function measureOne(name: string, forget: () => void, ask: () => Promise<unknown>): Promise<void> {
	const fresh: number[] = [];
	const cpu: number[] = [];
	const cached: number[] = [];
	await ask();
	for (let run = 0; run < runs; run++) {
		forget();
		const asked = await timed(ask);
		fresh.push(asked.ms);
		cpu.push(asked.cpuMs);
		cached.push((await timed(ask)).ms);
	}
	printMeasure({
		measure: `question: ${name}`,
		value: quantile(fresh, 0.5),
		unit: 'ms',
		n: runs,
		p95: quantile(fresh, 0.95),
		cpuMs: quantile(cpu, 0.5),
		cachedMs: quantile(cached, 0.5),
		feedback: size,
		data: generated,
		peakRssMb: peakRssMb()
	});
}

async function measureCatchUp(facts: Facts, rows: number): Promise<void> {
	const taken = await timed(() => facts.rebuild());
	printMeasure({
		measure: 'facts catch up with a store in SQLite',
		value: round((rows / taken.ms) * 1000),
		unit: 'rows (feedback, themes and exposure) per second',
		n: rows,
		cpuMs: round(taken.cpuMs),
		rowsPerCpuSecond: round((rows / taken.cpuMs) * 1000)
	});
}

async function measureSqlite(path: string): Promise<void> {
	const database = new Database(path, { readonly: true });
	const statement = database.prepare(rawQuery);
	await measureRaw('raw SQL on SQLite: complaints by channel', storeRows, async () => statement.all());
	database.close();
}

async function measureRawDuck(path: string): Promise<void> {
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	await measureRaw('raw SQL on DuckDB: complaints by channel', size, () =>
		connection.runAndReadAll(rawQuery)
	);
	connection.closeSync();
	instance.closeSync();
}

async function measureRaw(measure: string, feedback: number, ask: () => Promise<unknown>): Promise<void> {
	const taken: number[] = [];
	const cpu: number[] = [];
	for (let run = 0; run < runs; run++) {
		const { ms, cpuMs } = await timed(ask);
		taken.push(ms);
		cpu.push(cpuMs);
	}
	const p95 = quantile(taken, 0.95);
	printMeasure({
		measure,
		value: quantile(taken, 0.5),
		unit: 'ms',
		n: runs,
		p95,
		cpuMs: quantile(cpu, 0.5),
		feedback
	});
}

function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
}
