import { doors, layers } from '../../tests/lint/layers.js';
import type { Generator } from './generator.ts';
import { code, codes, notice, page, table } from './markdown.ts';

/** The dependency rule. */
export const layersPage: Generator = {
	path: 'docs/generated/layers.md',
	make: () =>
		page(
			notice('tests/lint/layers.js'),
			'# Layers',
			'A layer imports itself, what its row lists, and nothing else of the project. Tests are free of this.',
			table(
				['layer', 'files', 'may import', 'when something else is needed'],
				Object.entries(layers).map(([name, { in: files, may, instead }]) => [
					name,
					code(plain(files)),
					[...new Set(may)].join(', ') || 'nothing',
					instead
				])
			),
			'## Doors',
			'A heavy library is imported by these files only; where the fourth column names others, they may import its types.',
			table(
				['library', 'packages', 'files', 'types also in', 'elsewhere'],
				Object.entries(doors).map(([name, { library, files, types = [], instead }]) => [
					name,
					code(plain(library)),
					codes(files.map(plain)),
					codes(types.map(plain)),
					instead
				])
			)
		)
};

/** A path pattern as a person writes it. */
function plain(pattern: string): string {
	return pattern
		.replace(/\[\^\/\]\*/g, '*')
		.replace(/[\^$]|\\/g, '')
		.replace(/\[(.)\]/g, '$1');
}
