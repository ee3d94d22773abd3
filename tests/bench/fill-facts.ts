import { DuckDBInstance } from '@duckdb/node-api';
import { addDays, periodKey, type Period } from '#core/domain/period.ts';
import type { Theme } from '#core/domain/theme-pack.ts';
import { channels, languages, sources, stages } from '#core/domain/vocabulary.ts';
import { bitsOfTags } from '#server/storage/theme-bits.ts';
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

/**
 * Makes facts of random feedback inside DuckDB, past the store: ten million rows of SQLite would take an hour, and
 * what is measured is asking. Ids, days, units and themes are spread as fill-store spreads them.
 */
export async function fillFacts(path: string, { feedback, period, themes }: Plan): Promise<void> {
	const instance = await DuckDBInstance.create(path);
	const writer = await instance.connect();
	try {
		for (const statement of createTablesSql()) await writer.run(statement);
		await fillCalendar(writer, period);
		await writer.run(
			'create temp table theme_of (nth integer, theme varchar, taxonomy varchar, severity integer)'
		);
		for (const [nth, { id, taxonomy, severity }] of themes.entries())
			await writer.run('insert into theme_of values ($1, $2, $3, $4)', [nth, id, taxonomy, severity]);
		await writer.run('insert into theme_bit select theme, nth from theme_of');
		await writer.run(`insert into tag by name
			select distinct on (feedback_id, theme) d.feedback_id, t.theme, t.taxonomy, t.severity,
				case when hash(d.feedback_id, k, 'p') % 10 = 0 then 'negated' else 'asserted' end as polarity,
				'machine' as status, (hash(d.feedback_id, k, 'p') % 10 <> 0)::integer as is_counted
			from (select r + 1 as feedback_id, k from range(${feedback}) f(r), range(${tagsOfFeedback}) s(k)
				where hash(r, 'tags') % 12 >= k * 3 + 2) d
			join theme_of t on t.nth = hash(d.feedback_id, k) % ${themes.length}
			order by feedback_id, theme`);
		await writer.run(`insert into feedback by name ${feedbackSql(feedback, period)}`);
		await writer.run(`insert into tagged by name
			select f.*, t.theme, t.taxonomy, t.severity as tag_severity, t.polarity, t.status, t.is_counted
			from tag t join feedback f on f.id = t.feedback_id order by f.id`);
		await writer.run(exposureSql());
		await writer.run('checkpoint');
	} finally {
		writer.closeSync();
		instance.closeSync();
	}
}

type Writer = Awaited<ReturnType<DuckDBInstance['connect']>>;

async function fillCalendar(writer: Writer, period: Period): Promise<void> {
	for (let day = period.from; day < period.to; day = addDays(day, 1)) {
		const keys = (['week', 'month', 'quarter', 'year'] as const).map((grain) => periodKey(day, grain));
		const number = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
		await writer.run('insert into calendar values ($1, $2, $3, $4, $5, $6)', [day, ...keys, number]);
	}
}

function pickSql(name: string, words: readonly string[], share = 100): string {
	const list = words.map((word) => `'${word}'`).join(', ');
	return `case when hash(id, '${name}?') % 100 < ${share} then [${list}][1 + (hash(id, '${name}') % ${words.length})::integer] end as ${name}`;
}

function feedbackSql(feedback: number, { from }: Period): string {
	return `
		select id::integer as id, ${pickSql('kind', ['complaint', 'complaint', 'call_feedback', 'transcript'])},
			c.day as received_on, c.*, ${pickSql('channel', channels, 95)}, ${pickSql('source', sources)},
			${pickSql('product', ['cash-loan', 'credit-card', 'car-loan'], 95)}, ${pickSql('stage', stages, 95)},
			'region-' || (1 + hash(id, 'region') % 8) as region, ${pickSql('language', languages)},
			case when hash(id, 'rated') % 3 = 0 then (1 + hash(id, 'rating') % 5)::double end as rating,
			'agency-' || (1 + u % ${agencies}) as agency_id, 'team-' || (1 + u % ${teams}) as team_id,
			case when hash(id, 'named') % 10 < 7 then 'a' || (1 + u) end as agent_id,
			case when u is null then 'none' when hash(id, 'named') % 10 < 7 then 'named' else 'team' end as attribution,
			case when hash(id, 'known') % 10 < 6 then (1 + hash(id, 'borrower') % ${Math.ceil(feedback / 4)})::integer end as borrower_id,
			1 as import_id,
			case when hash(id, 'copy') % 10 = 0 then greatest(1, id - (hash(id, 'of') % 1000)::integer) else id end as template_id,
			'imported' as origin, (hash(id, 'complaint') % 10 < 7)::integer as is_complaint,
			(hash(id, 'severity') % 5)::integer as severity, 'U' || (hash(id, 'severity') % 5) as urgency,
			coalesce(b.themes0, 0) as themes0, coalesce(b.themes1, 0) as themes1, coalesce(b.levels, 0) as levels
		from (select r + 1 as id, case when hash(r, 'unit?') % 10 < 9 then (hash(r, 'unit') % ${agents})::integer end as u
			from range(${feedback}) t(r)) f
		join calendar c on c.day_number = (date '${from}' - date '1970-01-01')::integer
			+ ((f.id - 1) * (select count(*) from calendar) // ${feedback})
		left join (select feedback_id, ${bitsOfTags} from tag join theme_bit using (theme)
			where is_counted = 1 group by feedback_id) b on b.feedback_id = f.id
		order by id`;
}

/** Each agent works each day by three channels. */
function exposureSql(): string {
	const list = (words: readonly string[]) => `[${words.map((word) => `'${word}'`).join(', ')}]`;
	return `insert into exposure by name
		select row_number() over ()::integer as id, c.*, 'agency-' || (1 + u % ${agencies}) as agency_id,
			'team-' || (1 + u % ${teams}) as team_id, 'a' || (1 + u) as agent_id,
			['phone', 'sms', 'im'][k + 1] as channel, ${list(stages)}[1 + (u + k) % ${stages.length}] as stage,
			['cash-loan', 'credit-card', 'car-loan'][1 + (u + k) % 3] as product,
			(20 + hash(c.day, u, k) % 180)::integer as contacts, ((20 + hash(c.day, u, k) % 180) // 3)::integer as connected,
			30 as accounts, 'imported' as origin, 1 as import_id
		from calendar c, range(${agents}) a(u), range(3) s(k)`;
}
