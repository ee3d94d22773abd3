import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { layers } from '../lint/layers.js';

const top = resolve(import.meta.dirname, '../..');
const bannedNames = [
	'utils',
	'util',
	'helpers',
	'helper',
	'common',
	'misc',
	'types',
	'manager',
	'data',
	'info'
];

/** Every source file but the compiled messages. */
const files = globSync('{src,db,tests,docs}/**/*.{ts,js,svelte}', { cwd: top }).filter(
	(file) => !file.startsWith('src/lib/i18n/paraglide/')
);

function read(file: string): string {
	return readFileSync(resolve(top, file), 'utf8');
}
function filesWith(pattern: RegExp): readonly string[] {
	return files.filter((file) => pattern.test(read(file)));
}

test('no source file is longer than 300 lines, no component longer than 200', () => {
	const long = files
		.map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
		.filter(({ file, lines }) => lines > (file.endsWith('.svelte') ? 200 : 300));
	expect(files.length).toBeGreaterThan(20);
	expect(long).toEqual([]);
});

test('every source file belongs to a layer', () => {
	const places = Object.values(layers).map(({ in: path }) => new RegExp(path));
	const homeless = files.filter(
		(file) => /^(src|db)\//.test(file) && !places.some((place) => place.test(file))
	);
	expect(homeless).toEqual([]);
});

test('there are no barrels: no index files and no `export *`', () => {
	expect(files.filter((file) => /^index[.]/.test(basename(file)))).toEqual([]);
	expect(filesWith(/^\s*export \*/m)).toEqual([]);
});

test('there are no enums: a union of strings says the same and survives type stripping', () => {
	expect(filesWith(/^\s*(export )?(declare )?(const )?enum \w/m)).toEqual([]);
});

test('names say what is inside', () => {
	const vague = files.filter((file) =>
		file.split('/').some((part) => bannedNames.includes(part.split('.')[0] ?? ''))
	);
	expect(vague).toEqual([]);
});

test('components are PascalCase, other files kebab-case', () => {
	const odd = files.filter((file) => {
		const name = basename(file);
		if (file.startsWith('src/routes/')) return false;
		return !(
			name.endsWith('.svelte') ? /^[A-Z][A-Za-z0-9]*[.]svelte$/ : /^[a-z0-9]+(-[a-z0-9]+)*([.][a-z]+)+$/
		).test(name);
	});
	expect(odd).toEqual([]);
});
