import type { Actor, Permission } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { isSigned, nextState, type FlowStep } from '#core/domain/report-flow.ts';
import { insertVersion, moveVersion, type ReportVersion } from '../../storage/report-versions.ts';
import { putSnapshot } from '../../storage/snapshots.ts';
import { unfinishedImports } from '../../storage/import-jobs.ts';
import type { Deps } from '../deps.ts';
import type { MonthInput } from '../open-month.ts';
import { verb } from '../verb.ts';
import { freezeMonth } from './freeze.ts';
import { openFlow, type Flow } from './open-flow.ts';

const longestReason = 2000;
export type StepInput = MonthInput & { readonly note?: string };
export interface Stepped {
	readonly version: number;
}

const told =
	(step: FlowStep) =>
	({ month }: MonthInput, { version }: Stepped) =>
		({ action: 'change', kind: 'report', id: month, details: { step, version } }) as const;

/**
 * Cuts the month off and freezes it. A month that is signed is restated by its next version, which needs a reason.
 * Throws `bad-input` while a version is under way, `busy` while an import is.
 */
export const lockMonth = verb(
	'report',
	async (deps: Deps, actor: Actor, input: StepInput): Promise<Stepped> => {
		const flow = await openFlow(deps, actor, input);
		const { newest, month } = flow;
		if (newest && !isSigned(newest.state))
			throw new EarshotError('bad-input', `Version ${newest.version} is under way: finish it first.`);
		const reason = checkNote(input.note, newest !== null);
		await refuseImports(deps);
		const at = deps.now().toISOString();
		const version = (newest?.version ?? 0) + 1;
		const event = { step: 'lock', at, actorId: actor.id, actorName: actor.name, note: reason } as const;
		nextState({ ...flow.facts, state: 'collecting' }, 'lock', actor.id);
		await deps.store.db
			.transaction()
			.execute((trx) => insertVersion(trx, { ...month.key, version, reason, lockedAt: at }, event));
		await freezeNewest(deps, actor, input, 'compute');
		return { version };
	},
	told('lock')
);

/** Freezes what was cut off and not frozen yet, or freezes again what nobody has signed. */
export const computeMonth = verb(
	'report',
	async (deps: Deps, actor: Actor, input: StepInput): Promise<Stepped> => {
		await refuseImports(deps);
		return freezeNewest(deps, actor, input);
	},
	told('compute')
);

async function refuseImports({ store }: Deps): Promise<void> {
	if ((await unfinishedImports(store)).length > 0)
		throw new EarshotError('busy', 'An import is under way: lock the month when it has ended.');
}

async function freezeNewest(
	deps: Deps,
	actor: Actor,
	input: MonthInput,
	wanted?: FlowStep
): Promise<Stepped> {
	const flow = await openFlow(deps, actor, input);
	const newest = needVersion(flow);
	const step = wanted ?? (newest.state === 'locked' ? 'compute' : 'recompute');
	const to = nextState(flow.facts, step, actor.id);
	const at = deps.now().toISOString();
	const frozen = await freezeMonth(deps, input, { version: newest.version, computedAt: at });
	await deps.store.db.transaction().execute(async (trx) => {
		for (const part of ['data', 'annex', 'facts'] as const) {
			const content = part === 'data' ? JSON.stringify(frozen.data) : frozen[part];
			await putSnapshot(trx, newest.id, part, content);
		}
		const isMoved = await moveVersion(trx, newest, to, {
			event: eventOf(actor, step, at),
			set: { computedAt: at, lockedAt: at, complaints: frozen.complaints }
		});
		if (!isMoved) throw changed();
	});
	return { version: newest.version };
}

/** A step that only changes the state. */
function simpleStep(step: FlowStep, permission: Permission, asksNote = false) {
	return verb(
		permission,
		async (deps: Deps, actor: Actor, input: StepInput): Promise<Stepped> => {
			const flow = await openFlow(deps, actor, input);
			const newest = needVersion(flow);
			const note = checkNote(input.note, asksNote);
			const to = nextState(flow.facts, step, actor.id);
			const event = eventOf(actor, step, deps.now().toISOString(), note);
			const isMoved = await deps.store.db
				.transaction()
				.execute((trx) => moveVersion(trx, newest, to, { event }));
			if (!isMoved) throw changed();
			return { version: newest.version };
		},
		told(step)
	);
}

/** Says that every red and amber figure has its comment; throws `bad-input` where one has none. */
export const prepareReport = simpleStep('prepare', 'report');
/** Says that the sample was looked at; throws `forbidden` for whoever prepared it, `bad-input` while tags are open. */
export const reviewReport = simpleStep('review', 'review');
/** Back to its maker, with a reason. */
export const sendBackReport = simpleStep('send-back', 'review', true);
export const publishReport = simpleStep('publish', 'approve');
/** Gives it out unsigned: it keeps its watermark, and the history says who did it. */
export const handOutReport = simpleStep('hand-out', 'approve');

export function eventOf(actor: Actor, step: FlowStep, at: string, note = '') {
	return { step, at, actorId: actor.id, actorName: actor.name, note };
}

export function needVersion({ newest }: Flow): ReportVersion {
	if (!newest) throw new EarshotError('bad-input', 'The month is not locked yet: lock it first.');
	return newest;
}

export function changed(): EarshotError {
	return new EarshotError('busy', 'Somebody else was quicker: load the page again.');
}

function checkNote(note: string | undefined, isAsked: boolean): string {
	const text = (note ?? '').trim();
	if (isAsked && text === '')
		throw new EarshotError('bad-input', 'Give a reason: it is kept in the history.');
	if (text.length > longestReason)
		throw new EarshotError('bad-input', `A reason has at most ${longestReason} characters.`);
	return text;
}
