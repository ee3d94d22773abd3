/**
 * The dependency rule as data (docs/architecture.md, “Layers”): `dependency-cruiser.js` turns it into checks.
 *
 * @typedef {object} Layer
 * @property {string} in regular expression over the path from the top of the repository
 * @property {readonly string[]} may the other layers it may import
 * @property {string} instead what to do when something else is needed
 */

const hooks = '^src/(hooks([.](server|client))?|app[.]d)[.]ts$';
const core = ['domain', 'text', 'nlp', 'stats', 'ingest', 'reports'];
const http = ['domain', 'app'];
const routes = ['domain', 'url', 'format', 'i18n', 'charts', 'ui', 'http', 'app'];

/** A layer imports itself, the layers of its row, and nothing else of the project. @type {Readonly<Record<string, Layer>>} */
export const layers = {
	domain: {
		in: '^src/core/domain/',
		may: [],
		instead: 'Move the word into src/core/domain, or take the value as an argument.'
	},
	text: {
		in: '^src/core/text/',
		may: ['domain'],
		instead:
			'Text knows no theme and no file: take what you need as an argument, or move the code to nlp or ingest.'
	},
	nlp: {
		in: '^src/core/nlp/',
		may: ['domain', 'text'],
		instead: 'Tagging is text in, tags out: take packs and numbers as arguments.'
	},
	stats: {
		in: '^src/core/stats/',
		may: ['domain'],
		instead: 'Statistics take plain numbers: let the caller fetch and shape them.'
	},
	ingest: {
		in: '^src/core/ingest/',
		may: ['domain', 'text'],
		instead:
			'Ingest makes drafts and row issues: masking, tagging and storing are done by src/lib/server/app.'
	},
	reports: {
		in: '^src/core/reports/',
		may: ['domain', 'stats'],
		instead:
			'A section gets its numbers as arguments and returns blocks: fetch and render in src/lib/server/app.'
	},
	url: {
		in: '^src/lib/url/',
		may: ['domain'],
		instead: 'The URL layer turns text into a Filter and back: anything else belongs to the caller.'
	},
	format: {
		in: '^src/lib/format/',
		may: ['domain'],
		instead: 'Formatting takes a value and a locale: pass names and messages in.'
	},
	i18n: {
		in: '^src/lib/i18n/',
		may: ['domain'],
		instead: 'Messages know only words of the domain: pass formatted values in as parameters.'
	},
	charts: {
		in: '^src/lib/charts/',
		may: ['domain', 'format'],
		instead: 'A chart is a pure function from data to option: pass labels and links in.'
	},
	ui: {
		in: '^src/lib/ui/',
		may: ['domain', 'url', 'format', 'i18n', 'charts'],
		instead: 'A component gets its data as props from the page’s load.'
	},
	storage: {
		in: '^src/lib/server/storage/',
		may: ['domain', 'text', 'migrations'],
		instead: 'Storage reads and writes rows: compute before, in src/lib/server/app.'
	},
	facts: {
		in: '^src/lib/server/facts/',
		may: ['domain', 'storage'],
		instead: 'Facts copy the store and count: statistics and wording come after, in src/lib/server/app.'
	},
	app: {
		in: '^src/lib/server/app/',
		may: [...core, 'charts', 'format', 'storage', 'facts'],
		instead: 'A use case knows no page, no request and no component: take their values as input.'
	},
	jobs: {
		in: '^src/lib/server/jobs/',
		may: ['domain', 'app'],
		instead: 'A job calls one verb of src/lib/server/app: put the work there.'
	},
	http: {
		in: '^src/lib/server/http/',
		may: http,
		instead: 'Call a verb of src/lib/server/app: put the work there.'
	},
	cli: {
		in: '^src/cli/',
		may: ['domain', 'app', 'jobs'],
		instead:
			'A command reads its arguments, calls a verb of src/lib/server/app and prints: put the work there.'
	},
	routes: {
		in: '^src/routes/',
		may: routes,
		instead:
			'A route calls a verb of src/lib/server/app: never the store, the facts or the core’s engines themselves.'
	},
	hooks: {
		in: hooks,
		may: [...http, ...routes],
		instead: 'A hook delegates to src/lib/server/http or to a verb of src/lib/server/app.'
	},
	migrations: {
		in: '^db/migrations/',
		may: [],
		instead:
			'A migration is frozen: copy the value in, so that later changes of the product cannot change the past.'
	},
	packs: {
		in: '^db/packs/',
		may: [],
		instead: 'Packs are data: put the code where they are read.'
	},
	seed: {
		in: '^db/seed/',
		may: ['domain', 'app'],
		instead: 'Write through a verb of src/lib/server/app, as an import does.'
	}
};

/**
 * A heavy library has one door, so that it can be replaced, lazily loaded and tested in one place.
 *
 * @typedef {object} Door
 * @property {string} library regular expression over the path inside node_modules
 * @property {readonly string[]} files regular expressions of the files that may import it
 * @property {readonly string[]} [types] files that may import its types and nothing else
 * @property {string} instead
 */

/** @type {Readonly<Record<string, Door>>} */
export const doors = {
	natural: {
		library: 'natural/',
		files: ['^src/core/nlp/'],
		instead: 'Ask src/core/nlp for terms and tags.'
	},
	'opencc-js': {
		library: 'opencc-js/',
		files: ['^src/core/text/'],
		instead: 'Ask src/core/text to normalise.'
	},
	stdlib: {
		library: '@stdlib/',
		files: ['^src/core/stats/'],
		instead: 'Ask src/core/stats for the interval, limit or p-value.'
	},
	readers: {
		library: '(csv-parse|iconv-lite|saxes|(@types/)?yauzl)/',
		files: ['^src/core/ingest/readers/'],
		instead: 'Use a reader of src/core/ingest/readers.'
	},
	yazl: {
		library: '(@types/)?yazl/',
		files: ['^src/core/reports/write-xlsx[.]ts$'],
		instead: 'Write the workbook with src/core/reports/write-xlsx.ts.'
	},
	kysely: {
		library: 'kysely/',
		files: ['^src/lib/server/(storage|facts)/', '^db/migrations/'],
		instead: 'Write the query as a function of src/lib/server/storage (rows) or facts (counts) and call that.'
	},
	'better-sqlite3': {
		library: '(@types/)?better-sqlite3/',
		files: ['^src/lib/server/storage/connect[^/]*[.]ts$'],
		instead: 'Open the store with src/lib/server/storage/connect.ts and write queries with Kysely.'
	},
	pg: {
		library: '(@types/)?pg/',
		files: ['^src/lib/server/storage/connect[^/]*[.]ts$'],
		instead: 'Open the store with src/lib/server/storage/connect.ts and write queries with Kysely.'
	},
	duckdb: {
		library: '@duckdb/',
		files: ['^src/lib/server/facts/'],
		instead: 'Ask a question of src/lib/server/facts.'
	},
	echarts: {
		library: 'echarts/',
		files: ['^src/lib/ui/(Chart[.]svelte|echarts[.]ts)$', '^src/lib/server/app/render-chart[.]ts$'],
		types: ['^src/lib/charts/'],
		instead: 'Build an option in src/lib/charts (types only) and draw it with src/lib/ui/Chart.svelte.'
	},
	'report-files': {
		library: '((@types/)?pdfmake|write-excel-file|@fontsource/noto-(sans-sc|emoji)|@resvg/resvg-wasm)/',
		files: ['^src/lib/server/app/report-renderers/'],
		instead: 'Ask src/lib/server/app/report-files.ts for the file.'
	},
	mail: {
		library: '(@types/)?nodemailer/',
		files: ['^src/lib/server/app/delivery/mail[.]ts$'],
		instead: 'Send with src/lib/server/app/delivery/mail.ts.'
	},
	croner: {
		library: 'croner/',
		files: ['^src/lib/server/app/delivery/due-times[.]ts$'],
		instead: 'Ask src/lib/server/app/delivery/due-times.ts.'
	},
	commander: {
		library: 'commander/',
		files: ['^src/cli/'],
		instead: 'Read arguments in src/cli and pass values on.'
	},
	kit: {
		library: '@sveltejs/',
		files: ['^src/routes/', '^src/lib/server/http/', hooks],
		instead: 'Throw an EarshotError: src/lib/server/http turns it into a response.'
	},
	pino: {
		library: 'pino/',
		files: ['^src/lib/server/app/log[.]ts$'],
		instead: 'Import the logger of src/lib/server/app/log.ts.'
	},
	zod: {
		library: 'zod/',
		files: ['^src/core/(domain|ingest)/', '^src/lib/server/app/'],
		instead: 'Parse at the edge, in domain, ingest or app; inside, trust the type.'
	}
};
