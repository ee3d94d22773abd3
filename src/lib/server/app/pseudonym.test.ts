import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pseudonymOf } from './pseudonym.ts';

it('is the HMAC of the reference, so that pseudonyms of earlier versions stay', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ unit: 'binary' }), (bytes, reference) => {
			const key = Buffer.from(bytes);
			const hmac = createHmac('sha256', key).update(reference.trim()).digest('hex').slice(0, 32);
			expect(pseudonymOf(key, reference)).toBe(hmac);
			expect(pseudonymOf(key, ` ${reference}\n`)).toBe(hmac);
		})
	);
});
