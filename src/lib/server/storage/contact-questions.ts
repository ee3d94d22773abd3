import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Scope } from '#core/domain/actor.ts';
import { unansweredOutcomes } from '#core/domain/contact.ts';
import { exposureDimensions, type ExposureDimension, type Filter } from '#core/domain/filter.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import type { Store } from './connect.ts';
import { storeAsSource } from './question-schema.ts';
import type { Schema } from './schema.ts';
import { whereFeedback } from './where-filter.ts';

/** How finely contacts are told apart. */
export interface Detail {
	/** By the region of the borrower, as feedback states it, else of the team. */
	readonly byRegion: boolean;
	/** By the instant (to the minute), for clocks other than the organisation's. */
	readonly byInstant: boolean;
}

const columns = {
	agency: 'contact.agencyId',
	team: 'contact.teamId',
	agent: 'contact.agentId',
	channel: 'contact.channel',
	stage: 'contact.stage',
	product: 'contact.product'
} as const satisfies Record<ExposureDimension, string>;

/** A filter over contacts, as far as a log knows its fields: the same as exposure. */
function whereContacts(scope: Scope | null, filter: Filter): Expression<SqlBool> {
	const eb = expressionBuilder<Schema, 'contact'>();
	const { period, origin } = filter;
	return eb.and([
		...inScope(scope),
		...(period === 'undated' ? [sql<SqlBool>`1 = 0`] : []),
		...(period && period !== 'undated'
			? [eb('contact.day', '>=', period.from), eb('contact.day', '<', period.to)]
			: []),
		...(origin && origin !== 'all' ? [eb('contact.origin', '=', origin)] : []),
		...exposureDimensions
			.filter((dimension) => filter[dimension].length > 0)
			.map((dimension) => {
				const stated = filter[dimension].filter((value) => value !== 'none');
				return eb.or([
					...(stated.length > 0 ? [eb(columns[dimension], 'in', stated)] : []),
					...(filter[dimension].includes('none') ? [eb(columns[dimension], 'is', null)] : [])
				]);
			})
	]);
}

function inScope(scope: Scope | null): Expression<SqlBool>[] {
	if (!scope) return [];
	const eb = expressionBuilder<Schema, 'contact'>();
	const any = [
		...(scope.agencyIds.length > 0 ? [eb('contact.agencyId', 'in', scope.agencyIds)] : []),
		...(scope.teamIds.length > 0 ? [eb('contact.teamId', 'in', scope.teamIds)] : [])
	];
	return [any.length > 0 ? eb.or(any) : sql<SqlBool>`1 = 0`];
}

const noText = sql<string | null>`cast(null as text)`;
const instant = sql<string | null>`substr(contact.at, 1, 16)`;
const region = sql<string | null>`coalesce(known.region, team.region)`;

function contactsWith({ db }: Store, scope: Scope | null, filter: Filter, { byRegion, byInstant }: Detail) {
	const known = db
		.selectFrom('feedback')
		.select(({ fn }) => ['borrowerId', fn.max('region').as('region')])
		.where('borrowerId', 'is not', null)
		.where('region', 'is not', null)
		.groupBy('borrowerId')
		.as('known');
	return db
		.selectFrom('contact')
		.innerJoin('team', 'team.id', 'contact.teamId')
		.leftJoin(known, (join) =>
			byRegion ? join.onRef('known.borrowerId', '=', 'contact.borrowerId') : join.on(sql<SqlBool>`1 = 0`)
		)
		.select([(byRegion ? region : noText).as('region'), (byInstant ? instant : noText).as('instant')])
		.where(whereContacts(scope, filter))
		.$if(byRegion, (query) => query.groupBy(region))
		.$if(byInstant, (query) => query.groupBy(instant));
}

/** Attempts by their minute of the day. */
export async function contactsByMinute(store: Store, scope: Scope | null, filter: Filter, detail: Detail) {
	const rows = await contactsWith(store, scope, filter, detail)
		.select(({ fn }) => ['contact.minute', fn.countAll<number>().as('contacts')])
		.groupBy('contact.minute')
		.execute();
	return rows.map((row) => ({ ...row, contacts: Number(row.contacts) }));
}

/** Attempts by account and day, of each kind that a frequency rule may count. */
export async function contactsByAccount(store: Store, scope: Scope | null, filter: Filter, detail: Detail) {
	const unanswered = sql.join(unansweredOutcomes);
	const rows = await contactsWith(store, scope, filter, detail)
		.select(({ fn }) => [
			'contact.borrowerId',
			'contact.day',
			fn.countAll<number>().as('all'),
			sql<number>`sum(case when contact.channel = 'phone' then 1 else 0 end)`.as('calls'),
			sql<number>`sum(case when contact.channel = 'phone' and contact.outcome in (${unanswered}) then 1 else 0 end)`.as(
				'unanswered'
			)
		])
		.where('contact.borrowerId', 'is not', null)
		.groupBy(['contact.borrowerId', 'contact.day'])
		.execute();
	return rows.map(({ all, calls, unanswered: missed, ...row }) => ({
		...row,
		borrowerId: Number(row.borrowerId),
		all: Number(all),
		calls: Number(calls),
		unanswered: Number(missed)
	}));
}

/** Whether the log has anything of an origin. */
export async function hasContacts({ db }: Store, origin: Origin | 'all' | null): Promise<boolean> {
	const row = await db
		.selectFrom('contact')
		.select('id')
		.$if(origin !== null && origin !== 'all', (query) => query.where('origin', '=', origin as Origin))
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** How much of the feedback under a filter is linked to a contact of the log. */
export async function countLinked(store: Store, scope: Scope | null, filter: Filter): Promise<number> {
	const row = await store.db
		.selectFrom('feedback')
		.select(({ fn }) => fn.countAll<number>().as('linked'))
		.where(whereFeedback(storeAsSource(store, scope), filter))
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('feedbackLink')
					.select('feedbackLink.targetId')
					.where('feedbackLink.kind', '=', 'contact')
					.whereRef('feedbackLink.feedbackId', '=', 'feedback.id')
			)
		)
		.executeTakeFirstOrThrow();
	return Number(row.linked);
}

const perStatement = 1000;

/** Contacts of borrowers on the days `from` to `to`, both included, oldest first. */
export async function contactsOfBorrowers(
	{ db }: Store,
	scope: Scope | null,
	borrowerIds: readonly number[],
	{ from, to }: { readonly from: string; readonly to: string }
) {
	const found = [];
	for (let at = 0; at < borrowerIds.length; at += perStatement)
		found.push(
			...(await db
				.selectFrom('contact')
				.innerJoin('team', 'team.id', 'contact.teamId')
				.select(['borrowerId', 'at', 'day', 'minute', 'channel', 'outcome', 'contact.origin', 'team.region'])
				.where('borrowerId', 'in', borrowerIds.slice(at, at + perStatement))
				.where('day', '>=', from)
				.where('day', '<=', to)
				.where((eb) => eb.and(inScope(scope)))
				.orderBy('at')
				.execute())
		);
	return found;
}
export type BorrowerContact = Awaited<ReturnType<typeof contactsOfBorrowers>>[number];

/** Counted tags of some themes that carry a figure, with what is needed to look their feedback up in the log. */
export async function tagsWithFigures(
	store: Store,
	scope: Scope | null,
	filter: Filter,
	themes: readonly string[]
) {
	return store.db
		.selectFrom('feedback')
		.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
		.select([
			'feedback.id',
			'feedback.borrowerId',
			'feedback.receivedOn',
			'feedback.region',
			'feedback.origin',
			'tag.theme',
			'tag.spans'
		])
		.where(whereFeedback(storeAsSource(store, scope), filter))
		.where('tag.theme', 'in', themes)
		.where('tag.isCounted', '=', 1)
		.where('tag.spans', 'like', '%"quantity"%')
		.orderBy('feedback.id')
		.execute();
}
