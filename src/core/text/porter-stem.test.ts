import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stemmers from 'natural/lib/natural/stemmers/index.js';
import { describe, expect, it } from 'vitest';
import { stemEnglish } from './porter-stem.ts';

describe('stemEnglish', () => {
	it('gives forms of a word one stem', () => {
		for (const word of ['call', 'calls', 'called', 'calling']) expect(stemEnglish(word)).toBe('call');
		for (const word of ['harass', 'harassed', 'harassing', 'harassment'])
			expect(stemEnglish(word)).toBe('harass');
		expect(stemEnglish('relational')).toBe('relat');
		expect(stemEnglish('hopping')).toBe('hop');
		expect(stemEnglish('falling')).toBe('fall');
		expect(stemEnglish('sky')).toBe('sky');
	});

	it('agrees with another implementation on every word of the rules and their documentation', () => {
		const folder = 'db/packs';
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
			name.endsWith('.json')
		);
		const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join(' ');
		const words = [...new Set(text.toLowerCase().match(/[a-z]+/g))];
		expect(words.length).toBeGreaterThan(1000);
		expect(words.filter((word) => stemEnglish(word) !== stemmers.PorterStemmer.stem(word))).toEqual([]);
	});
});
