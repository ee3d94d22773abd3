import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const keyBytes = 32;

/**
 * The key of this data folder's borrower pseudonyms, made at first use and readable by its owner only. Whoever
 * loses it can no longer tell that a new complaint is from a known borrower.
 */
export async function readPseudonymKey(dataDir: string): Promise<Buffer> {
	const path = join(dataDir, 'pseudonym.key');
	await mkdir(dataDir, { recursive: true });
	const known = await readFile(path, 'utf8').catch(() => null);
	if (known !== null) return Buffer.from(known.trim(), 'hex');
	const key = randomBytes(keyBytes);
	await writeFile(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
	return key;
}

/** Same reference, same pseudonym (128 bits, hex); without the key nobody can try references out. */
export function pseudonymOf(key: Buffer, borrowerRef: string): string {
	return createHmac('sha256', key).update(borrowerRef.trim()).digest('hex').slice(0, 32);
}
