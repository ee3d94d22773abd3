import type { Actor } from '#core/domain/actor.ts';
import { deliveryPolicies, parseRecipients, type DeliveryPolicy } from '#core/domain/delivery.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { copies, parseReportScope, reportLanguages, writeReportScope } from '#core/domain/report-choice.ts';
import {
	insertSchedule,
	intend,
	listDeliveries,
	listSchedules,
	setScheduleActive,
	type ScheduleRow
} from '../../storage/deliveries.ts';
import { readOrganisation } from '../../storage/organisation.ts';
import type { Deps } from '../deps.ts';
import { reportFormats } from '../report-files.ts';
import { verb } from '../verb.ts';
import { intentFor } from './deliver.ts';
import { checkCron, nextTimes } from './due-times.ts';
import { readMailSettings, toldServer } from './mail.ts';

const shownDeliveries = 100;
const longestName = 80;

/** Schedules, the log of what was sent, and how mail leaves the house. */
export const deliveryView = verb('administer', async (deps: Deps, _actor: Actor, _input: undefined) => {
	const settings = readMailSettings(process.env);
	const { agencies, teams } = await readOrganisation(deps.store);
	const schedules = await listSchedules(deps.store);
	return {
		server: settings && { address: toldServer(settings), from: settings.from, base: settings.base },
		agencies,
		teams,
		timeZone: deps.timeZone,
		schedules: schedules.map((schedule) => shown(schedule, deps)),
		deliveries: (await listDeliveries(deps.store, shownDeliveries)).map((row) => ({
			...row,
			mayBeTwice: row.mayBeTwice === 1,
			schedule: schedules.find(({ id }) => id === row.scheduleId)?.name ?? null
		}))
	};
});

function shown(
	{ recipients, formats, isActive, sendsDrafts, ...schedule }: ScheduleRow,
	{ timeZone, now }: Deps
) {
	return {
		...schedule,
		recipients: JSON.parse(recipients) as readonly string[],
		formats: JSON.parse(formats) as readonly string[],
		isActive: isActive === 1,
		sendsDrafts: sendsDrafts === 1,
		nextAt: nextTimes(schedule.cron, timeZone, now(), 1)[0]?.toISOString() ?? null
	};
}

export interface ScheduleInput {
	readonly name: string;
	readonly cron: string;
	readonly scope: string;
	readonly copy: string;
	readonly language: string;
	readonly formats: readonly string[];
	readonly recipients: string;
	readonly policy: string;
	readonly sendsDrafts: boolean;
}

/** Throws `bad-input` for a schedule, a recipient or a choice that makes no sense. */
export const addSchedule = verb(
	'administer',
	async (deps: Deps, actor: Actor, input: ScheduleInput): Promise<number> => {
		const at = deps.now().toISOString();
		const { recipients, formats, ...checked } = await check(deps, input);
		return insertSchedule(deps.store, {
			...checked,
			recipients: JSON.stringify(recipients),
			formats: JSON.stringify(formats),
			sendsDrafts: input.sendsDrafts ? 1 : 0,
			isActive: 1,
			checkedAt: at,
			createdBy: actor.id,
			createdAt: at
		});
	},
	({ scope, copy, policy }, id) => ({
		action: 'add',
		kind: 'delivery',
		id: String(id),
		details: { scope, copy, policy }
	})
);

async function check(deps: Deps, input: ScheduleInput) {
	const name = input.name.trim();
	if (name === '' || name.length > longestName)
		throw new EarshotError('bad-input', `A schedule needs a name of at most ${longestName} characters.`);
	const cron = input.cron.trim().replaceAll(/\s+/g, ' ');
	checkCron(cron, deps.timeZone);
	const recipients = parseRecipients(input.recipients);
	if (!recipients)
		throw new EarshotError(
			'bad-input',
			'Write 1 to 50 e-mail addresses, with commas or on lines of their own.'
		);
	const formats = reportFormats.filter((one) => input.formats.includes(one));
	if (input.copy === 'restricted')
		throw new EarshotError('bad-input', 'The copy that names agents is not sent by mail: choose another.');
	const policy: DeliveryPolicy = deliveryPolicies.find((one) => one === input.policy) ?? 'link';
	if (policy === 'attachment' && formats.length === 0)
		throw new EarshotError('bad-input', 'Choose at least one file to attach, or send a link.');
	if (policy === 'link' && readMailSettings(process.env)?.base === null)
		throw new EarshotError('bad-input', 'EARSHOT_URL is not set: a mail cannot have a link without it.');
	const scope = parseReportScope(input.scope);
	const { agencies, teams } = await readOrganisation(deps.store);
	const units = scope?.unit === 'agency' ? agencies : teams;
	if (scope ? !units.some(({ id }) => id === scope.id) : input.scope !== 'all')
		throw new EarshotError('bad-input', 'There is no such agency or team: choose one of the list.');
	return {
		name,
		cron,
		recipients,
		formats,
		policy,
		scope: writeReportScope(scope),
		copy: copies.find((one) => one === input.copy) ?? 'internal',
		language: reportLanguages.find((one) => one === input.language) ?? 'both'
	};
}

/** Stops a schedule, or lets it go on from now. Throws `not-found` for an id that is none. */
export const switchSchedule = verb(
	'administer',
	async (
		deps: Deps,
		_actor: Actor,
		{ id, isActive }: { readonly id: number; readonly isActive: boolean }
	) => {
		if (!(await setScheduleActive(deps.store, id, { isActive, checkedAt: deps.now().toISOString() })))
			throw new EarshotError('not-found', 'There is no such schedule.');
	},
	({ id, isActive }) => ({
		action: 'change',
		kind: 'delivery',
		id: String(id),
		details: { is_active: isActive }
	})
);

/** A mail that says that mails arrive; sent with the next round, and logged as the others are. */
export const askTestMail = verb(
	'administer',
	async (deps: Deps, _actor: Actor, { to }: { readonly to: string }): Promise<void> => {
		const settings = readMailSettings(process.env);
		if (!settings)
			throw new EarshotError('bad-input', 'EARSHOT_SMTP_URL is not set: say which mail server to use.');
		const [recipient, ...others] = parseRecipients(to) ?? [];
		if (recipient === undefined || others.length > 0)
			throw new EarshotError('bad-input', 'Write one e-mail address.');
		const at = deps.now().toISOString();
		await intend(deps.store, null, {
			checkedAt: at,
			intents: [
				{ scheduleId: null, month: '', ...intentFor(recipient, at, { about: 'test', from: settings.from }) }
			]
		});
	},
	() => ({ action: 'add', kind: 'delivery', id: 'test' })
);
