import { z } from 'zod';
import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { noRules, type RuleChoice } from '#core/domain/rule-choice.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { readOrganisation } from '../storage/organisation.ts';
import { deleteSetting, getSetting, putSetting } from '../storage/settings.ts';
import type { Store } from '../storage/connect.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

const choice = z.object({
	pack: z.string().nullable(),
	regions: z.record(z.string(), z.object({ pack: z.string(), timeZone: z.string().nullable() }))
});
const change = z.object({ at: z.string(), by: z.string(), choice });
const history = z.array(change);

/** Who chose which rule packs, when. */
export type RuleChange = z.infer<typeof change>;

const mostKept = 200;

export async function readRuleChoice(store: Pick<Store, 'db'>): Promise<RuleChoice> {
	const text = await getSetting(store, 'rule_packs');
	return text === null ? noRules : choice.parse(JSON.parse(text));
}

/** Stores a choice beside all earlier ones. Call inside a write. */
export async function writeRuleChoice(store: Pick<Store, 'db'>, made: RuleChange): Promise<void> {
	const changes = [made, ...(await readHistory(store))].slice(0, mostKept);
	await putSetting(store, 'rule_packs', JSON.stringify(made.choice));
	await putSetting(store, 'rule_packs_history', JSON.stringify(changes));
}

async function readHistory(store: Pick<Store, 'db'>): Promise<readonly RuleChange[]> {
	const text = await getSetting(store, 'rule_packs_history');
	return text === null ? [] : history.parse(JSON.parse(text));
}

/** Who has made the choice that comes with the demo. */
export const chosenByDemo = 'demo';

/** A choice that came with the demo goes with it; one that somebody made stays. Call inside a write. */
export async function forgetDemoRules(store: Pick<Store, 'db'>): Promise<void> {
	const [last] = await readHistory(store);
	if (last?.by !== chosenByDemo) return;
	await deleteSetting(store, 'rule_packs');
	await deleteSetting(store, 'rule_packs_history');
}

/** The choice with all that is needed to change it; newest change first. */
export const ruleSettings = verb('administer', async (deps: Deps, actor: Actor, _input: void) => {
	const source = await deps.facts.upToDate(actor.scope);
	const [stated, { teams }] = await Promise.all([
		countByDimension(source, { ...emptyFilter, origin: 'all' }, 'region'),
		readOrganisation(deps.store)
	]);
	const current = await readRuleChoice(deps.store);
	const regions = new Set([
		...stated.map(({ value }) => value).filter((value) => value !== 'none'),
		...teams.flatMap(({ region }) => region ?? []),
		...Object.keys(current.regions)
	]);
	return {
		choice: current,
		history: await readHistory(deps.store),
		packs: deps.packs.rules,
		regions: [...regions].sort(),
		timeZone: deps.timeZone
	};
});

/** From now on these packs are used. Throws `bad-input` for a pack or time zone that does not exist. */
export const chooseRules = verb('administer', async (deps: Deps, actor: Actor, input: RuleChoice) => {
	const known = new Set(deps.packs.rules.map(({ id }) => id));
	const asked = [
		...(input.pack === null ? [] : [input.pack]),
		...Object.values(input.regions).map((each) => each.pack)
	];
	if (asked.some((id) => !known.has(id)))
		throw new EarshotError(
			'bad-input',
			`There is no such rule pack. Choose one of ${[...known].join(', ')}.`
		);
	for (const { timeZone } of Object.values(input.regions))
		if (timeZone !== null && !isTimeZone(timeZone))
			throw new EarshotError(
				'bad-input',
				`“${timeZone.slice(0, 40)}” is no time zone. Write it as Asia/Shanghai.`
			);
	const made = { at: deps.now().toISOString(), by: actor.name, choice: choice.parse(input) };
	await inWrite(deps.store, async (trx) => {
		const before = await readRuleChoice({ db: trx });
		if (JSON.stringify(before) !== JSON.stringify(made.choice)) await writeRuleChoice({ db: trx }, made);
	});
	deps.log.info({ actorId: actor.id, pack: input.pack }, 'rule packs chosen');
});

function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}
