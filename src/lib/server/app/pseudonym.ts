import { hash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EarshotError } from '#core/domain/errors.ts';

const keyBytes = 32;

/**
 * The key of this data folder's borrower pseudonyms, made at first use and readable by its owner only. Whoever
 * loses it can no longer tell that a new complaint is from a known borrower, or that a row without id is stored already.
 * Throws `bad-file` when the key is damaged: with part of a key pseudonyms could be guessed.
 */
export async function readPseudonymKey(dataDir: string): Promise<Buffer> {
	const path = join(dataDir, 'pseudonym.key');
	await mkdir(dataDir, { recursive: true });
	const known = await readFile(path, 'utf8').catch(() => null);
	if (known !== null) return parseKey(path, known);
	const key = randomBytes(keyBytes);
	await writeFile(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
	return key;
}

function parseKey(path: string, text: string): Buffer {
	const key = Buffer.from(text.trim(), 'hex');
	if (key.length === keyBytes) return key;
	throw new EarshotError(
		'bad-file',
		`The key file ${path} is damaged. Restore it from a backup; delete it only if nothing was imported yet.`
	);
}

/** Same reference, same pseudonym (128 bits, hex); without the key nobody can try references out. */
export function pseudonymOf(key: Buffer, borrowerRef: string): string {
	const { inner, outer } = padsOf(key);
	const inside = hash('sha256', Buffer.concat([inner, Buffer.from(borrowerRef.trim())]), 'buffer');
	return hash('sha256', Buffer.concat([outer, inside]), 'hex').slice(0, 32);
}

const blockBytes = 64;
const pads = new WeakMap<Buffer, { readonly inner: Buffer; readonly outer: Buffer }>();

/** HMAC by its definition (RFC 2104): Node's makes a key object for every call, which took most of a log's import. */
function padsOf(key: Buffer) {
	const known = pads.get(key);
	if (known) return known;
	const padded = Buffer.alloc(blockBytes);
	(key.length > blockBytes ? hash('sha256', key, 'buffer') : key).copy(padded);
	const both = {
		inner: Buffer.from(padded.map((byte) => byte ^ 0x36)),
		outer: Buffer.from(padded.map((byte) => byte ^ 0x5c))
	};
	pads.set(key, both);
	return both;
}
