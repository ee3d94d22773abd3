import Database, { type Database as Connection, type Statement } from 'better-sqlite3';
import { standingOf } from '#core/domain/feedback.ts';
import type { Organisation } from '#core/domain/organisation.ts';
import { addDays, lengthOf, type Period } from '#core/domain/period.ts';
import type { Theme } from '#core/domain/theme-pack.ts';
import { channels, kinds, sources, stages } from '#core/domain/vocabulary.ts';
import { Random } from '#db/seed/random.ts';
import { writeText } from './text-bank.ts';

interface Plan {
	readonly feedback: number;
	readonly period: Period;
	readonly organisation: Organisation;
	readonly themes: readonly Theme[];
}
interface Unit {
	readonly agentId: string;
	readonly teamId: string;
	readonly agencyId: string;
}

const products = ['cash-loan', 'credit-card', 'car-loan'] as const;
const meanTags = 1.2;
const importId = 1;

/**
 * Fills a migrated SQLite store past the product's own writers, which would mask and tag for an hour: feedback in
 * the order of its days, tags, and exposure of every agent and day. Returns the rows written.
 */
export function fillStore(path: string, plan: Plan): { readonly tags: number; readonly exposure: number } {
	const database = new Database(path);
	database.pragma('synchronous = OFF');
	database.pragma('foreign_keys = OFF');
	try {
		return database.transaction(() => {
			insertInto(database, 'import').run({
				...{ id: importId, importer: 'bench', file_name: 'bench', file_hash: '', actor_id: 'local' },
				...{
					origin: 'imported',
					status: 'done',
					started_at: '2026-11-01T00:00:00.000Z',
					read_count: plan.feedback
				},
				...{ stored_count: plan.feedback, updated_count: 0, unchanged_count: 0, issue_count: 0 },
				...{ options: '{}', cancel_requested: 0 }
			});
			const units = writeOrganisation(database, plan.organisation);
			const tags = writeFeedback(database, plan, units);
			const exposure = writeExposure(database, plan, units);
			const change = insertInto(database, 'change');
			change.run({ entity: 'feedback', first_id: 1, last_id: plan.feedback });
			change.run({ entity: 'exposure', first_id: 1, last_id: exposure });
			return { tags, exposure };
		})();
	} finally {
		database.close();
	}
}

/** Inserts rows of some of a table's columns, the same for every row; the others have their defaults. */
function insertInto(database: Connection, table: string) {
	let statement: Statement | null = null;
	return {
		run: (row: Readonly<Record<string, string | number | null>>) => {
			const columns = Object.keys(row);
			statement ??= database.prepare(
				`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
			);
			return statement.run(Object.values(row));
		}
	};
}

function writeOrganisation(database: Connection, organisation: Organisation): readonly Unit[] {
	const origin = 'imported';
	const agency = insertInto(database, 'agency');
	for (const { id, name, inHouse } of organisation.agencies)
		agency.run({ id, name, in_house: inHouse ? 1 : 0, origin });
	const team = insertInto(database, 'team');
	for (const { id, agencyId, name, nameZh, region } of organisation.teams)
		team.run({ id, agency_id: agencyId, name, name_zh: nameZh, region, origin });
	const agent = insertInto(database, 'agent');
	for (const { id, name } of organisation.agents) agent.run({ id, name, origin });
	const membership = insertInto(database, 'membership');
	const agencyOf = new Map(organisation.teams.map(({ id, agencyId }) => [id, agencyId]));
	return organisation.memberships.map(({ agentId, teamId, fromOn, toOn }) => {
		membership.run({ agent_id: agentId, team_id: teamId, from_on: fromOn, to_on: toOn });
		return { agentId, teamId, agencyId: agencyOf.get(teamId) ?? '' };
	});
}

function writeFeedback(database: Connection, plan: Plan, units: readonly Unit[]): number {
	const random = new Random(1, 'feedback');
	const feedback = insertInto(database, 'feedback');
	const tag = insertInto(database, 'tag');
	const borrower = insertInto(database, 'borrower');
	const borrowers = Math.ceil(plan.feedback / 4);
	for (let id = 1; id <= borrowers; id++) borrower.run({ id, pseudonym: `b${id}` });
	const emergencies = new Set(plan.themes.filter(({ urgency }) => urgency === 'U0').map(({ id }) => id));
	const days = dayNames(plan.period);
	let tags = 0;
	for (let id = 1; id <= plan.feedback; id++) {
		const found = drawTags(random, plan.themes);
		const kind = random.weighted({
			complaint: 60,
			call_feedback: 35,
			transcript: 5
		}) as (typeof kinds)[number];
		const { isComplaint, severity, urgency } = standingOf(kind, found, emergencies);
		feedback.run({
			id,
			kind,
			...drawDimensions(random, units),
			source_system: 'bench',
			identity: `id:${id}`,
			external_id: String(id),
			content_hash: String(id),
			received_on: days[Math.floor(((id - 1) / plan.feedback) * days.length)] ?? null,
			recorded_at: '2026-11-01T00:00:00.000Z',
			rating: kind === 'call_feedback' ? random.between(1, 5) : null,
			text: writeText(random),
			borrower_id: random.chance(0.6) ? random.between(1, borrowers) : null,
			import_id: importId,
			last_import_id: importId,
			template_id: id,
			origin: 'imported',
			details: '{}',
			is_complaint: isComplaint ? 1 : 0,
			severity,
			urgency,
			pack_version: 'bench'
		});
		for (const { themeId, spans, ...rest } of found)
			tag.run({
				...{ id: ++tags, feedback_id: id, theme: themeId, ...rest, status: 'machine' },
				...{
					is_counted: rest.polarity === 'negated' ? 0 : 1,
					spans: JSON.stringify(spans),
					pack_version: 'bench'
				}
			});
	}
	return tags;
}

function drawDimensions(random: Random, units: readonly Unit[]) {
	const unit = random.chance(0.9) ? random.pick(units) : null;
	const isNamed = random.chance(0.7);
	return {
		channel: random.chance(0.95) ? random.pick(channels) : null,
		source: random.pick(sources),
		product: random.chance(0.95) ? random.pick(products) : null,
		stage: random.chance(0.95) ? random.pick(stages) : null,
		region: `region-${random.between(1, 8)}`,
		language: random.weighted({ 'zh-Hans': 60, en: 35, mixed: 4, none: 1 }),
		agency_id: unit?.agencyId ?? null,
		team_id: unit?.teamId ?? null,
		agent_id: unit && isNamed ? unit.agentId : null,
		attribution: unit ? (isNamed ? 'named' : 'team') : 'none'
	};
}

function drawTags(random: Random, themes: readonly Theme[]) {
	const drawn = new Set(Array.from({ length: random.poisson(meanTags) }, () => random.pick(themes)));
	return [...drawn].map(({ id, taxonomy, severity }) => ({
		themeId: id,
		taxonomy,
		severity,
		polarity: random.chance(0.9) ? ('asserted' as const) : ('negated' as const),
		spans: []
	}));
}

const channelsOfAgent = ['phone', 'sms', 'im'] as const;

/** Each agent works each day by three channels, in a stage and a product of its own for each. */
function writeExposure(database: Connection, { period }: Plan, units: readonly Unit[]): number {
	const random = new Random(1, 'exposure');
	const exposure = insertInto(database, 'exposure');
	let id = 0;
	for (const day of dayNames(period))
		for (const [at, { agentId, teamId, agencyId }] of units.entries())
			for (const [nth, channel] of channelsOfAgent.entries()) {
				const contacts = random.between(20, 200);
				exposure.run({
					...{ id: ++id, day, agency_id: agencyId, team_id: teamId, agent_id: agentId, channel },
					stage: stages[(at + nth) % stages.length] ?? null,
					product: products[(at + nth) % products.length] ?? null,
					...{ contacts, connected: Math.floor(contacts / 3), accounts: 30, origin: 'imported' },
					import_id: importId,
					last_import_id: importId
				});
			}
	return id;
}

function dayNames(period: Period): readonly string[] {
	return Array.from({ length: lengthOf(period) }, (_, at) => addDays(period.from, at));
}
