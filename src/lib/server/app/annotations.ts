import type { Actor, Scope } from '#core/domain/actor.ts';
import { annotationKinds, touches, type Annotation } from '#core/domain/annotation.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { Team } from '#core/domain/organisation.ts';
import { addDays, isDay, type Period } from '#core/domain/period.ts';
import { channels, sources } from '#core/domain/vocabulary.ts';
import {
	deleteAnnotation,
	insertAnnotation,
	listAnnotations,
	updateAnnotation
} from '../storage/annotations.ts';
import { readOrganisation } from '../storage/organisation.ts';
import type { Deps } from './deps.ts';
import { readNames } from './names.ts';
import { verb } from './verb.ts';

const longestTitle = 80;

export interface AnnotationInput {
	readonly kind: string;
	/** One of the two is enough. */
	readonly title: string;
	readonly titleZh: string;
	readonly fromOn: string;
	/** The last day; '' for one day alone. */
	readonly lastOn: string;
	/** '' everywhere: all of them. */
	readonly agencyId: string;
	readonly teamId: string;
	readonly channel: string;
	readonly source: string;
}

/** All that the actor may know of, by the first day, with what they can be limited to. */
export const annotations = verb('read', async (deps: Deps, actor: Actor, _input: void) => ({
	annotations: await visible(deps, actor.scope),
	names: await readNames(deps, actor.scope)
}));

/** What may have touched what a view shows: see {@link touches}. Called by verbs that draw time. */
export async function annotationsFor(
	deps: Pick<Deps, 'store'>,
	actor: Pick<Actor, 'scope'>,
	filter: Filter,
	period: Period
): Promise<readonly Annotation[]> {
	const { teams } = await readOrganisation(deps.store);
	const agencyOf = new Map(teams.map(({ id, agencyId }) => [id, agencyId]));
	const agency = filter.agency.length > 0 ? filter.agency : filter.team.map((id) => agencyOf.get(id) ?? id);
	return (await visible(deps, actor.scope)).filter((one) => touches(one, { ...filter, agency }, period));
}

async function visible({ store }: Pick<Deps, 'store'>, scope: Scope | null): Promise<readonly Annotation[]> {
	const all = await listAnnotations(store);
	if (scope === null) return all;
	const { teams } = await readOrganisation(store);
	return all.filter((one) => isWithin(one, scope, teams));
}

/** What is about the whole organisation concerns everybody. */
function isWithin(
	{ agencyId, teamId }: Pick<Annotation, 'agencyId' | 'teamId'>,
	{ agencyIds, teamIds }: Scope,
	teams: readonly Team[]
): boolean {
	if (agencyId === null && teamId === null) return true;
	if (agencyId !== null && agencyIds.includes(agencyId)) return true;
	if (teamId !== null) return teamIds.includes(teamId);
	return teams.some((team) => team.agencyId === agencyId && teamIds.includes(team.id));
}

/** Throws `bad-input` for what the sentence says, `not-found` for a unit outside the actor's scope. */
export const addAnnotation = verb(
	'review',
	async (deps: Deps, actor: Actor, input: AnnotationInput): Promise<number> => {
		const entered = await checked(deps, actor, input);
		return insertAnnotation(
			deps.store,
			{ ...entered, isSimulated: false },
			{ by: actor.id, at: deps.now().toISOString() }
		);
	},
	(input, id) => ({ action: 'add', kind: 'annotation', id: String(id), details: told(input) })
);

/** Throws as {@link addAnnotation}, and `not-found`. */
export const changeAnnotation = verb(
	'review',
	async (
		deps: Deps,
		actor: Actor,
		{ id, ...input }: AnnotationInput & { readonly id: number }
	): Promise<number> => {
		const { isSimulated } = await changeable(deps, actor, id);
		await updateAnnotation(deps.store, id, { ...(await checked(deps, actor, input)), isSimulated });
		return id;
	},
	(input, id) => ({ action: 'change', kind: 'annotation', id: String(id), details: told(input) })
);

/** Throws `not-found`. */
export const removeAnnotation = verb(
	'review',
	async (deps: Deps, actor: Actor, id: number): Promise<Annotation> => {
		const removed = await changeable(deps, actor, id);
		await deleteAnnotation(deps.store, id);
		return removed;
	},
	(id, { title, titleZh, kind, fromOn }) => ({
		action: 'remove',
		kind: 'annotation',
		id: String(id),
		details: { title: title ?? titleZh, kind, from: fromOn }
	})
);

/** Somebody with a scope changes what is about his units only. */
async function changeable(deps: Deps, { scope }: Actor, id: number): Promise<Annotation> {
	const found = (await visible(deps, scope)).find((one) => one.id === id);
	if (!found) throw new EarshotError('not-found', `There is no annotation ${id} here.`);
	if (scope !== null && found.agencyId === null)
		throw new EarshotError('forbidden', 'It is about the whole organisation, which is more than you see.');
	return found;
}

function told({ kind, title, titleZh, fromOn, lastOn }: AnnotationInput) {
	return { title: title || titleZh, kind, from: fromOn, to: lastOn || fromOn };
}

async function checked(
	deps: Deps,
	{ scope }: Actor,
	input: AnnotationInput
): Promise<Omit<Annotation, 'id' | 'isSimulated'>> {
	const kind = annotationKinds.find((one) => one === input.kind);
	if (!kind) throw new EarshotError('bad-input', 'Choose a kind of event.');
	const [title, titleZh] = [input.title.trim(), input.titleZh.trim()];
	if ((title === '' && titleZh === '') || title.length > longestTitle || titleZh.length > longestTitle)
		throw new EarshotError(
			'bad-input',
			`An event needs a title in one language, at most ${longestTitle} long.`
		);
	const last = input.lastOn || input.fromOn;
	if (!isRealDay(input.fromOn) || !isRealDay(last) || last < input.fromOn)
		throw new EarshotError('bad-input', 'Give the first day, and a last day that is not before it.');
	const { agencies, teams } = await readNames(deps, scope);
	const team = teams.find(({ id }) => id === input.teamId);
	const agencyId = team?.agencyId ?? (input.agencyId || null);
	if ((input.teamId !== '' && !team) || (agencyId !== null && !agencies.some(({ id }) => id === agencyId)))
		throw new EarshotError('not-found', 'There is no such agency or team here.');
	const place = { agencyId, teamId: team?.id ?? null };
	if (scope !== null && (agencyId === null || !isWithin(place, scope, teams)))
		throw new EarshotError('bad-input', 'Choose one of your agencies or teams: you do not see the others.');
	return {
		kind,
		title: title || null,
		titleZh: titleZh || null,
		fromOn: input.fromOn,
		toOn: addDays(last, 1),
		...place,
		channel: channels.find((one) => one === input.channel) ?? null,
		source: sources.find((one) => one === input.source) ?? null
	};
}

function isRealDay(day: string): boolean {
	return isDay(day) && day >= '1900' && day < '2200';
}
