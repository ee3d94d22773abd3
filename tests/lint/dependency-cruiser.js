import { doors, layers } from './layers.js';

const tests = '(^tests/|[.]test[.]ts$)';
const product = '^(src|db)/';
const withoutBundler = '^(src/core|src/lib/server/(storage|facts|app|jobs)|src/cli|db)/';
const drawing = '^src/lib/server/app/render-chart[.]ts$';
const kitModules = '^[$](app|env)/';

/** @param {[string, import('./layers.js').Layer]} row */
function layerRule([name, layer]) {
	const own = layers[name]?.in ?? '';
	const allowed = layer.may.map((other) => layers[other]?.in ?? `^no layer ${other}$`);
	return {
		name: `layer-${name}`,
		severity: 'error',
		comment: `${name} may import ${layer.may.join(', ') || 'nothing of the project but itself'}. ${layer.instead}`,
		from: { path: layer.in, pathNot: tests },
		to: { path: product, pathNot: [own, ...allowed, '[.]css$'] }
	};
}

/** @param {[string, import('./layers.js').Door]} row */
function doorRules([name, door]) {
	const rule = {
		severity: 'error',
		comment: `One door for ${name}: ${door.files.join(' ').replace(/[\^$[\]]/g, '')}. ${door.instead}`
	};
	const library = `node_modules/${door.library}`;
	const types = door.types ?? [];
	return [
		{
			...rule,
			name: `door-${name}`,
			from: { path: product, pathNot: [...door.files, ...types, tests] },
			to: { path: library }
		},
		...(types.length === 0
			? []
			: [
					{
						...rule,
						name: `door-${name}-types`,
						from: { path: types, pathNot: tests },
						to: { path: library, dependencyTypesNot: ['type-only'] }
					}
				])
	];
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...Object.entries(layers).map(layerRule),
		...Object.entries(doors).flatMap(doorRules),
		{
			name: 'no-cycles',
			severity: 'error',
			comment: 'Two files that need each other are one file, or share a third: move what both need there.',
			from: {},
			to: { circular: true }
		},
		{
			name: 'core-is-plain',
			severity: 'error',
			comment:
				'src/core runs under bare Node: no Svelte, no SvelteKit, no Vite. Move the code to src/lib or src/routes.',
			from: { path: '^src/core/' },
			to: {
				path: [kitModules, 'node_modules/(svelte|@sveltejs|vite|vitest/dist/browser)/', '[.]svelte(|[.]ts)$']
			}
		},
		{
			name: 'kit-modules-in-pages-only',
			severity: 'error',
			comment: '$app and $env exist only inside SvelteKit. Take the value as an argument or a prop.',
			from: {
				path: product,
				pathNot: ['^src/routes/', '^src/lib/ui/', '^src/lib/server/http/', layers.hooks?.in ?? '']
			},
			to: { path: kitModules }
		},
		{
			name: 'natural-by-part',
			severity: 'error',
			comment:
				'The root (and util) of natural costs 600–860 ms and 117–183 MB. Import natural/lib/natural/<part>/index.js.',
			from: { path: '^(src|db|tests|docs)/' },
			to: { path: 'node_modules/natural/(?!lib/natural/(?!util/)[^/]+/)' }
		},
		{
			name: 'no-tests-in-the-product',
			severity: 'error',
			comment: 'The product does not know its tests. Move what both need into the product.',
			from: { path: product, pathNot: tests },
			to: { path: tests }
		},
		{
			name: 'runs-without-dev-packages',
			severity: 'error',
			comment:
				'This folder runs under bare Node, unbundled: its packages belong to "dependencies" of package.json.',
			from: { path: withoutBundler, pathNot: [tests, drawing] },
			to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'must-resolve',
			severity: 'error',
			comment:
				'Nothing is there. Write the file extension, and #core/ #lib/ #server/ #db/ for other folders (not $lib).',
			from: {},
			to: { couldNotResolve: true, pathNot: [kitModules, '[.]/[$]types$'] }
		}
	],
	options: {
		doNotFollow: { path: ['node_modules', '^src/lib/i18n/paraglide/'] },
		exclude: { path: '/fixtures/' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.json']
		}
	}
};
