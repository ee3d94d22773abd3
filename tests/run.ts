import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

interface Step {
	readonly name: string;
	readonly command: string;
}
interface Counts {
	readonly passed: number;
	readonly failed: number;
}

const top = resolve(import.meta.dirname, '..');
const unitReport = resolve(top, 'test-results/unit.json');
const browserReport = resolve(top, 'test-results/e2e.json');

/** What the other steps read but git does not keep. */
const generate: readonly Step[] = [
	{ name: 'route types', command: 'svelte-kit sync' },
	{
		name: 'messages',
		command:
			'paraglide-js compile --silent --project ./src/lib/i18n/project.inlang --outdir ./src/lib/i18n/paraglide --strategy cookie preferredLanguage baseLocale'
	}
];
/** Slowest first: two run at a time. */
const checks: readonly Step[] = [
	{ name: 'types', command: 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings' },
	{ name: 'lint', command: 'eslint --config tests/lint/eslint.config.js .' },
	{ name: 'format', command: 'prettier --check .' },
	{
		name: 'dependency rule',
		command: 'depcruise --config tests/lint/dependency-cruiser.js --output-type err-long src db tests docs'
	},
	{ name: 'unused code', command: 'knip --config tests/lint/knip.js' }
];
const unitTests = `vitest run --reporter=default --reporter=json --outputFile.json=${unitReport}`;
const browserTests = 'playwright test --config tests/e2e/playwright.config.ts';

/** Runs a command; its output is shown at once, or with `quiet` only when it fails. */
function run(command: string, quiet = false): Promise<boolean> {
	return new Promise((done) => {
		const child = spawn(command, { cwd: top, shell: true, stdio: quiet ? 'pipe' : 'inherit' });
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (chunk) => (output += String(chunk)));
		child.on('close', (exitCode) => {
			if (exitCode !== 0) console.log(output);
			done(exitCode === 0);
		});
	});
}

/** Runs the steps `atOnce` at a time; starts no further one after a failure. */
async function runSteps(steps: readonly Step[], atOnce: number): Promise<boolean> {
	const waiting = [...steps];
	let succeeds = true;
	async function work(): Promise<void> {
		for (let step = waiting.shift(); step && succeeds; step = waiting.shift()) {
			const start = performance.now();
			const isDone = await run(step.command, true);
			const seconds = ((performance.now() - start) / 1000).toFixed(1);
			console.log(`${isDone ? '✔' : '✘'} ${step.name} (${seconds} s)${isDone ? '' : `: ${step.command}`}`);
			succeeds &&= isDone;
		}
	}
	await Promise.all(Array.from({ length: atOnce }, work));
	return succeeds;
}

async function check(): Promise<boolean> {
	return (await runSteps(generate, 1)) && (await runSteps(checks, 2));
}

async function runBrowserTests(): Promise<boolean> {
	if (!existsSync(resolve(top, 'build/index.js')) && !(await run('npm run build'))) return false;
	return run(browserTests);
}

function readReport<Report>(file: string): Report | undefined {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}

/** A test file that does not even load counts as one failed test. */
function countUnitTests(): Counts {
	const report = readReport<{
		numPassedTests: number;
		numFailedTests: number;
		testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
	}>(unitReport);
	const broken = report?.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0
	);
	return {
		passed: report?.numPassedTests ?? 0,
		failed: (report?.numFailedTests ?? 0) + (broken?.length ?? 0)
	};
}

function countBrowserTests(): Counts {
	const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(
		browserReport
	);
	return {
		passed: report?.stats.expected ?? 0,
		failed: (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0)
	};
}

async function testAll(): Promise<boolean> {
	rmSync(resolve(top, 'test-results'), { recursive: true, force: true });
	if (!(await check())) return false;
	let succeeds = await run(unitTests);
	// Playwright empties the folder of both reports.
	const unit = countUnitTests();
	succeeds &&= (await run('npm run build')) && (await runBrowserTests());
	const browser = countBrowserTests();
	console.log(`${unit.passed + browser.passed} passed, ${unit.failed + browser.failed} failed`);
	return succeeds;
}

const commands: Readonly<Record<string, () => Promise<boolean>>> = {
	check,
	e2e: runBrowserTests,
	all: testAll
};
const chosen = commands[process.argv[2] ?? 'all'];
if (!chosen) throw new Error(`Write one of: ${Object.keys(commands).join(', ')}.`);
process.exitCode = (await chosen()) ? 0 : 1;
