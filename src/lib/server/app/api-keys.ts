import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#core/domain/actor.ts';
import { keyPermissions, type KeyPermission } from '#core/domain/api-key.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { slugOf } from '#core/ingest/slug.ts';
import {
	findApiKey,
	insertApiKey,
	listApiKeyRows,
	markRevoked,
	markUsed,
	type ApiKeyRow
} from '../storage/api-keys.ts';
import { forgetRequests } from '../storage/api-requests.ts';
import { readOrganisation } from '../storage/organisation.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

/** A key as it may be shown: without what makes it a key. */
export interface ApiKey {
	readonly prefix: string;
	/** Of the system that sends: keys of one name share its ids. */
	readonly name: string;
	readonly permissions: readonly KeyPermission[];
	/** Empty: all of them. */
	readonly agencyIds: readonly string[];
	readonly createdAt: string;
	/** To the minute. */
	readonly usedAt: string | null;
	readonly revokedAt: string | null;
}
export interface NewKey {
	readonly name: string;
	readonly permissions: readonly string[];
	readonly agencyIds?: readonly string[];
}
/** A program that has shown its key. */
export interface ApiCaller {
	readonly keyId: number;
	/** Namespace of the ids it sends. */
	readonly system: string;
	readonly actor: Actor;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const prefixLength = 8;
const secretLength = 40;
const keyForm = /^ear_([0-9A-Za-z]{8})_[0-9A-Za-z]{32,64}$/;
const longestName = 60;
const usedEveryMs = 60_000;
/** So long a request may be repeated under its idempotency key. */
const answersKeptMs = 7 * 24 * 3_600_000;

/**
 * Makes a key and gives it out, this once: only its SHA-256 is stored. Throws `bad-input` for a name without letters, for
 * permissions or agencies that do not exist, and for a name whose other keys are for other agencies: they would share ids.
 */
export const createApiKey = verb(
	'administer',
	async (
		deps: Deps,
		actor: Actor,
		input: NewKey
	): Promise<{ readonly key: string; readonly prefix: string }> => {
		const wanted = await checked(deps, input);
		const prefix = randomText(prefixLength);
		const key = `ear_${prefix}_${randomText(secretLength)}`;
		await insertApiKey(deps.store, {
			name: wanted.name,
			prefix,
			hash: hashOfKey(key).toString('hex'),
			permissions: JSON.stringify(wanted.permissions),
			agencyIds: JSON.stringify(wanted.agencyIds),
			createdBy: actor.id,
			createdAt: deps.now().toISOString()
		});
		deps.log.info({ prefix, actorId: actor.id }, 'API key made');
		return { key, prefix };
	},
	({ permissions, agencyIds = [] }, { prefix }) => ({
		action: 'add',
		kind: 'key',
		id: prefix,
		details: { permissions, agencies: agencyIds }
	})
);

/** Newest first, revoked ones too. */
export const apiKeys = verb('administer', async (deps: Deps, _actor: Actor, _input: void) => ({
	timeZone: deps.timeZone,
	keys: (await listApiKeyRows(deps.store)).map(shown),
	agencies: (await readOrganisation(deps.store)).agencies
}));

/** From now on the key opens nothing. Throws `not-found` where there is none, or it was revoked before. */
export const revokeApiKey = verb(
	'administer',
	async (deps: Deps, actor: Actor, prefix: string) => {
		if (!(await markRevoked(deps.store, prefix, deps.now().toISOString())))
			throw new EarshotError('not-found', `There is no key “${prefix.slice(0, prefixLength)}” to revoke.`);
		deps.log.info({ prefix, actorId: actor.id }, 'API key revoked');
	},
	(prefix) => ({ action: 'remove', kind: 'key', id: prefix })
);

/** Whose key it is; null for a text that is no key, an unknown or a revoked one. Asked before anybody is known. */
export async function identifyKey(deps: Deps, _actor: Actor, text: string): Promise<ApiCaller | null> {
	const prefix = keyForm.exec(text)?.[1];
	const row = prefix === undefined ? undefined : await findApiKey(deps.store, prefix);
	const isRight = timingSafeEqual(hashOfKey(text), row ? Buffer.from(row.hash, 'hex') : Buffer.alloc(32));
	if (!row || !isRight || row.revokedAt !== null) return null;
	await noteUse(deps, row);
	const { name, permissions, agencyIds } = shown(row);
	return {
		keyId: row.id,
		system: systemOf(name),
		actor: {
			id: `key:${row.prefix}`,
			name: `API key ${row.prefix}`,
			role: 'compliance',
			permissions,
			scope: agencyIds.length > 0 ? { agencyIds, teamIds: [] } : null
		}
	};
}

async function noteUse({ store, now }: Deps, { id, usedAt }: ApiKeyRow): Promise<void> {
	const at = now().getTime();
	if (usedAt !== null && at - Date.parse(usedAt) < usedEveryMs) return;
	await markUsed(store, id, new Date(at).toISOString());
	await forgetRequests(store, id, new Date(at - answersKeptMs).toISOString());
}

async function checked({ store }: Deps, { name, permissions, agencyIds = [] }: NewKey) {
	const wanted = name.trim();
	if (slugOf(wanted) === '' || wanted.length > longestName)
		throw new EarshotError(
			'bad-input',
			`A key needs the name of the system that sends: letters or digits, at most ${longestName}.`
		);
	const allowed = keyPermissions.filter((permission) => permissions.includes(permission));
	if (allowed.length === 0 || permissions.some((each) => !allowed.some((known) => known === each)))
		throw new EarshotError('bad-input', `A key may be for ${keyPermissions.join(', ')}: choose one or more.`);
	const known = new Set((await readOrganisation(store)).agencies.map(({ id }) => id));
	const stranger = agencyIds.find((id) => !known.has(id));
	if (stranger !== undefined)
		throw new EarshotError('bad-input', 'There is no such agency: import the organisation file first.');
	const scope = [...new Set(agencyIds)].sort();
	for (const other of (await listApiKeyRows(store)).map(shown))
		if (systemOf(other.name) === systemOf(wanted) && other.agencyIds.join() !== scope.join())
			throw new EarshotError(
				'bad-input',
				`“${other.name}” has a key for other agencies. Keys of one name share the ids of their system: choose another name.`
			);
	return { name: wanted, permissions: allowed, agencyIds: scope };
}

function systemOf(name: string): string {
	return `api:${slugOf(name)}`;
}

function shown({ prefix, name, permissions, agencyIds, createdAt, usedAt, revokedAt }: ApiKeyRow): ApiKey {
	return {
		prefix,
		name,
		permissions: JSON.parse(permissions) as KeyPermission[],
		agencyIds: JSON.parse(agencyIds) as string[],
		createdAt,
		usedAt,
		revokedAt
	};
}

function randomText(length: number): string {
	return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function hashOfKey(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
