import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyConduct } from '#core/nlp/classifier/calibration.ts';
import { evaluateTagger } from '#server/app/evaluate-tagger.ts';
import { explainText } from '#server/app/explain-text.ts';
import { openTagger, type TaggingDeps } from '#server/app/open-tagger.ts';
import { tagTexts } from '#server/app/tag-texts.ts';

const top = resolve(import.meta.dirname, '../..');
const packsDir = join(top, 'db/packs');
const folder = mkdtempSync(join(tmpdir(), 'tagging-'));
let deps: TaggingDeps;
beforeAll(async () => {
	deps = await openTagger(packsDir);
});

function write(name: string, lines: readonly (object | string)[]): string {
	const path = join(folder, name);
	writeFileSync(
		path,
		lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
	);
	return path;
}
function readRows(path: string): readonly Record<string, unknown>[] {
	return readFileSync(path, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
}
function earshot(...args: readonly string[]) {
	return spawnSync(process.execPath, ['src/cli/main.ts', ...args], { cwd: top, encoding: 'utf8' });
}

describe('earshot tag', () => {
	it('writes one line a text, with spans in the masked text', async () => {
		const from = write('in.jsonl', [
			{ uid: 'a', text: 'They called my mother. My number is 415-555-0134.', kind: 'complaint' },
			{ uid: 2, text: '他们骚扰我父母', channel: 'phone' },
			{ uid: 'empty', text: '' }
		]);
		const to = join(folder, 'out.jsonl');
		expect(await tagTexts(deps, { from, to })).toEqual({ tagged: 3, badLines: [] });
		const [english, chinese, empty] = readRows(to);
		expect(english).toMatchObject({
			uid: 'a',
			language: 'en',
			conduct: ['third_party_contact'],
			suicidal: false
		});
		expect(english?.masked).not.toContain('555');
		const [tag] = english?.tags as {
			spans: [[number, number]];
			evidence: string;
			rule: string;
			score: number;
		}[];
		expect(String(english?.masked).slice(...(tag?.spans[0] ?? [0, 0]))).toBe(tag?.evidence);
		expect(tag).toMatchObject({
			theme: 'third_party_contact',
			taxonomy: 'conduct',
			polarity: 'asserted',
			score: 1
		});
		expect(chinese).toMatchObject({ uid: 2, language: 'zh-Hans', conduct: ['third_party_contact'] });
		expect(empty).toMatchObject({ language: 'none', conduct: [], tags: [], urgency: 'U4', severity: 0 });
	});
	it('what the collector did not do is shown and does not count', async () => {
		const to = join(folder, 'denied.jsonl');
		await tagTexts(deps, {
			from: write('denied-in.jsonl', [{ uid: 1, text: 'They never called my mother.' }]),
			to
		});
		expect(readRows(to)[0]).toMatchObject({ conduct: [], tags: [{ polarity: 'negated' }] });
	});
	it('a suicidal statement is urgent and marked', async () => {
		const to = join(folder, 'urgent.jsonl');
		await tagTexts(deps, { from: write('urgent-in.jsonl', [{ uid: 1, text: '被逼得不想活了' }]), to });
		expect(readRows(to)[0]).toMatchObject({ suicidal: true, distress: true, urgency: 'U0', severity: 4 });
	});
	it('names a bad line by number without its text, does the rest and ends with 2', () => {
		const from = write('bad.jsonl', [
			{ uid: 1, text: 'Hello' },
			'secret words',
			'',
			{ uid: 2 },
			{ uid: 3, text: 'Bye' }
		]);
		const to = join(folder, 'bad-out.jsonl');
		const { status, stderr, stdout } = earshot('tag', '--in', from, '--out', to);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('line 2: is not JSON');
		expect(stderr).toContain('line 4: field “text”');
		expect(stderr).not.toContain('secret');
		expect(readRows(to).map(({ uid }) => uid)).toEqual([1, 3]);
	});
	it.each([
		['nowhere.jsonl', 'out.jsonl', /cannot be read/],
		['in.jsonl', 'no-folder/out.jsonl', /cannot be written/],
		['in.jsonl', 'in.jsonl', /both --in and --out/]
	])('from %s to %s says what is wrong', async (from, to, message) => {
		await expect(tagTexts(deps, { from: join(folder, from), to: join(folder, to) })).rejects.toThrow(message);
	});
});

describe('earshot eval', () => {
	const gold = [
		{ uid: 1, text: 'They called my mother.', conduct: ['third_party_contact'], distress: false },
		{ uid: 2, text: 'They called my mother.', conduct: [], unsure: ['third_party_contact'] },
		{ uid: 3, text: 'They called my mother.', conduct: ['public_shaming'] },
		{ uid: 4, text: 'They called my mother.', conduct: [] },
		{
			uid: 5,
			text: 'My number is 415-555-0134, call Tuesday.',
			conduct: [],
			pii: ['415-555-0134', 'Tuesday']
		}
	];
	it('scores themes, ignores near-misses and counts false flags on clean texts', async () => {
		const { conduct } = await evaluateTagger(deps, { from: write('gold.jsonl', gold) });
		expect(conduct.micro).toMatchObject({ n: 2, hits: 1, falseHits: 2, misses: 1 });
		expect(conduct).toMatchObject({ clean: 3, falselyFlagged: 1 });
	});
	it('reads a compressed file, and says so when it is damaged', async () => {
		const bytes = gzipSync(readFileSync(write('gold.jsonl', gold)));
		const whole = join(folder, 'gold.jsonl.gz');
		writeFileSync(whole, bytes);
		expect((await evaluateTagger(deps, { from: whole })).conduct.texts).toBe(5);
		const damaged = join(folder, 'damaged.jsonl.gz');
		writeFileSync(damaged, bytes.subarray(0, bytes.length - 20));
		await expect(evaluateTagger(deps, { from: damaged })).rejects.toThrow(
			/damaged\.jsonl\.gz cannot be read/
		);
		await expect(evaluateTagger(deps, { from: join(folder, 'no.jsonl.gz') })).rejects.toThrow(
			/cannot be read/
		);
	});
	it('measures what is masked, and what was masked besides', async () => {
		const { masking } = await evaluateTagger(deps, { from: write('gold.jsonl', gold) });
		expect(masking).toMatchObject({ named: 2, gone: 1, overMasked: 0 });
		const unnamed = write('unnamed.jsonl', [{ ...gold[4], pii: [] }]);
		expect((await evaluateTagger(deps, { from: unnamed })).masking.overMasked).toBe(12);
	});
	it('prints a table, or JSON', () => {
		const from = write('gold.jsonl', gold);
		expect(earshot('eval', '--gold', from, '--pii').stdout).toMatch(
			/third_party_contact +1 +0\.33 \[[\s\S]*micro[\s\S]*false flags 0\.33[\s\S]*personal data gone 0\.50/
		);
		const json = JSON.parse(earshot('eval', '--gold', from, '--json').stdout) as {
			conduct: { texts: number };
		};
		expect(json.conduct.texts).toBe(5);
	});
});

describe('earshot explain', () => {
	it('shows evidence, rule, polarity with its clause, and the law', () => {
		const { tags } = explainText(deps, 'I paid. As they said, they never called my mother, which is good.');
		const tag = tags.find(({ theme }) => theme.id === 'third_party_contact');
		expect(tag).toMatchObject({ polarity: 'negated', isCounted: false });
		expect(tag?.spans[0]).toMatchObject({ within: 'they never called my mother' });
		expect(tag?.clauses.map(({ jurisdiction }) => jurisdiction)).toContain('US');
		expect(earshot('explain', 'They called my mother.').stdout).toContain('asserted, counts');
	});
});

describe('the classifier’s files', () => {
	it.each(['en', 'zh'])('%s holds weights below 600 kB for themes of the packs', (language) => {
		const file = join(packsDir, 'classifier', `${language}.json`);
		const { themes, features } = JSON.parse(readFileSync(file, 'utf8')) as {
			themes: { id: string }[];
			features: Record<string, number[]>;
		};
		expect(statSync(file).size).toBeLessThan(600_000);
		const ids = [...deps.packs.themes.map(({ id }) => id), anyConduct];
		expect(themes.filter(({ id }) => !ids.includes(id))).toEqual([]);
		const longest = Math.max(
			...Object.keys(features).map((name) => (language === 'zh' ? name.length : name.split(' ').length))
		);
		expect(longest).toBeLessThanOrEqual(language === 'zh' ? 3 : 2);
	});
});
