import { DuckDBInstance } from '@duckdb/node-api';
import { addDays, lengthOf, periodKey, type Period } from '#core/domain/period.ts';
import type { Theme } from '#core/domain/theme-pack.ts';
import { channels, languages, sources, stages, taxonomies } from '#core/domain/vocabulary.ts';
import { noRating } from '#server/storage/not-stated.ts';
import { bitsOfTags, setsOfThemes, themesName } from '#server/storage/theme-bits.ts';
import { createTablesSql } from '#server/facts/tables.ts';

interface Plan {
	readonly feedback: number;
	readonly period: Period;
	readonly themes: readonly Theme[];
}

const agents = 800;
const teams = 40;
const agencies = 8;
const tagsOfFeedback = 4;
const products = ['cash-loan', 'credit-card', 'car-loan'] as const;
const regions = 8;
/** Rows that are made at once: of more, sorting would not fit into memory. */
const atOnce = 1_000_000;

const named = (prefix: string, count: number) =>
	Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);
const openWords = new Map<string, readonly string[]>([
	['feedback.region', named('region-', regions)],
	['exposure.channel', channels],
	['exposure.stage', stages],
	...['feedback', 'exposure'].flatMap((table): [string, readonly string[]][] => [
		[`${table}.product`, products],
		[`${table}.agency_id`, named('agency-', agencies)],
		[`${table}.team_id`, named('team-', teams)],
		[`${table}.agent_id`, named('a', agents)]
	])
]);

/**
 * Makes facts of random feedback inside DuckDB, past the store: ten million rows of SQLite would take an hour, and
 * what is measured is asking. Ids, days, units and themes are spread as fill-store spreads them.
 */
export async function fillFacts(path: string, { feedback, period, themes }: Plan): Promise<void> {
	const instance = await DuckDBInstance.create(path);
	const writer = await instance.connect();
	try {
		for (const statement of createTablesSql(openWords)) await writer.run(statement);
		await fillCalendar(writer, period);
		await writer.run(
			'create temp table theme_of (nth integer, theme varchar, taxonomy varchar, severity integer)'
		);
		for (const [nth, { id, taxonomy, severity }] of themes.entries())
			await writer.run('insert into theme_of values ($1, $2, $3, $4)', [nth, id, taxonomy, severity]);
		await writer.run(`insert into theme_place
			select taxonomy, theme, row_number() over (partition by taxonomy order by theme) - 1 from theme_of`);
		for (let from = 0; from < feedback; from += atOnce) {
			const to = Math.min(feedback, from + atOnce);
			await writer.run(`create or replace temp table some_tags as
				select distinct on (feedback_id, theme) d.feedback_id, t.theme, t.taxonomy, t.severity,
					case when hash(d.feedback_id, k, 'p') % 10 = 0 then 'negated' else 'asserted' end as polarity,
					'machine' as status, (hash(d.feedback_id, k, 'p') % 10 <> 0)::integer as is_counted
				from (select r + 1 as feedback_id, k from range(${from}, ${to}) f(r), range(${tagsOfFeedback}) s(k)
					where hash(r, 'tags') % 12 >= k * 3 + 2) d
				join theme_of t on t.nth = hash(d.feedback_id, k) % ${themes.length}
				order by feedback_id, theme`);
			await writer.run('insert into tag by name select * from some_tags');
			await writer.run(`create or replace temp table some_bits as
				select feedback_id, ${bitsOfTags} from some_tags join theme_place using (taxonomy, theme)
				where is_counted = 1 group by feedback_id`);
			await writer.run(`insert into theme_set ${setsOfThemes('some_bits')}`);
			await writer.run(`insert into feedback by name ${feedbackSql({ from, to, of: feedback }, period)}`);
		}
		await writer.run(exposureSql());
		await writer.run('checkpoint');
	} finally {
		writer.closeSync();
		instance.closeSync();
	}
}

type Writer = Awaited<ReturnType<DuckDBInstance['connect']>>;

async function fillCalendar(writer: Writer, period: Period): Promise<void> {
	const days: string[] = [];
	for (let day = period.from; day < period.to; day = addDays(day, 1)) {
		const keys = (['week', 'month', 'quarter', 'year'] as const).map((grain) => periodKey(day, grain));
		const number = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
		days.push(`(${[day, ...keys].map((key) => `'${key}'`).join(', ')}, ${number})`);
	}
	await writer.run(`insert into calendar values ${days.join(', ')}`);
}

function pickSql(name: string, words: readonly string[], share = 100): string {
	const list = words.map((word) => `'${word}'`).join(', ');
	return `case when hash(id, '${name}?') % 100 < ${share}
		then [${list}][1 + (hash(id, '${name}') % ${words.length})::integer] else '' end as ${name}`;
}

interface Part {
	readonly from: number;
	readonly to: number;
	/** So many feedback are spread over the period. */
	readonly of: number;
}

function feedbackSql({ from, to, of }: Part, period: Period): string {
	const bits = [...taxonomies.map(themesName), 'levels'];
	return `
		select id::integer as id, ${pickSql('kind', ['complaint', 'complaint', 'call_feedback', 'transcript'])},
			c.day as received_on, c.*, ${pickSql('channel', channels, 95)}, ${pickSql('source', sources)},
			${pickSql('product', products, 95)}, ${pickSql('stage', stages, 95)},
			'region-' || (1 + hash(id, 'region') % ${regions}) as region, ${pickSql('language', languages)},
			case when hash(id, 'rated') % 3 = 0 then (1 + hash(id, 'rating') % 5)::double else ${noRating} end as rating,
			(hash(id, 'rated') % 3 = 0)::utinyint as rated,
			coalesce('agency-' || (1 + u % ${agencies}), '') as agency_id, coalesce('team-' || (1 + u % ${teams}), '') as team_id,
			case when u is not null and hash(id, 'named') % 10 < 7 then 'a' || (1 + u) else '' end as agent_id,
			case when u is null then 'none' when hash(id, 'named') % 10 < 7 then 'named' else 'team' end as attribution,
			case when hash(id, 'known') % 10 < 6 then (1 + hash(id, 'borrower') % ${Math.ceil(of / 4)})::integer else 0 end as borrower_id,
			1 as import_id,
			case when hash(id, 'copy') % 10 = 0 then greatest(1, id - (hash(id, 'of') % 1000)::integer) else id end as template_id,
			'imported' as origin, (hash(id, 'complaint') % 10 < 7)::integer as is_complaint,
			(hash(id, 'severity') % 5)::integer as severity, 'U' || (hash(id, 'severity') % 5) as urgency,
			${bits.map((name) => `coalesce(b.${name}, 0) as ${name}`).join(', ')}
		from (select r + 1 as id, case when hash(r, 'unit?') % 10 < 9 then (hash(r, 'unit') % ${agents})::integer end as u
			from range(${from}, ${to}) t(r)) f
		join calendar c on c.day_number = (date '${period.from}' - date '1970-01-01')::integer
			+ ((f.id - 1) * ${lengthOf(period)} // ${of})
		left join some_bits b on b.feedback_id = f.id
		order by id`;
}

/** Each agent works each day by three channels. */
function exposureSql(): string {
	const list = (words: readonly string[]) => `[${words.map((word) => `'${word}'`).join(', ')}]`;
	return `insert into exposure by name
		select row_number() over ()::integer as id, c.*, 'agency-' || (1 + u % ${agencies}) as agency_id,
			'team-' || (1 + u % ${teams}) as team_id, 'a' || (1 + u) as agent_id,
			['phone', 'sms', 'im'][k + 1] as channel, ${list(stages)}[1 + (u + k) % ${stages.length}] as stage,
			${list(products)}[1 + (u + k) % 3] as product,
			(20 + hash(c.day, u, k) % 180)::integer as contacts, ((20 + hash(c.day, u, k) % 180) // 3)::integer as connected,
			30 as accounts, 'imported' as origin, 1 as import_id
		from (select * from calendar where day <> '') c, range(${agents}) a(u), range(3) s(k)`;
}
