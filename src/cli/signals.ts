import type { Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import { periodOf } from '#core/domain/period.ts';
import { signalKinds } from '#core/domain/signal.ts';
import { rebaseSignals } from '#server/app/rebase-signals.ts';
import { scanSignals } from '#server/app/scan-signals/scan.ts';
import { signals } from '#server/app/signals.ts';
import { withDeps } from './with-deps.ts';

/** Each command copies the facts for itself: a server may have their file open. */
const beside = { ownFacts: true };

export function addSignalsCommand(program: Command): void {
	const group = program.command('signals').description('What the data say that somebody should look at');
	group
		.command('scan')
		.description('look for signals now; the server does it after imports and daily')
		.option('--as-of <day>', 'as if it were this day (YYYY-MM-DD)')
		.action(({ asOf }: { readonly asOf?: string }) =>
			withDeps(async (deps) => {
				const scan = await scanSignals(deps, localAdministrator, asOf === undefined ? {} : { asOf });
				for (const kind of signalKinds) {
					const { comparisons, found, falseAlarms } = scan.looked[kind];
					console.log(
						`${kind.padEnd(9)} ${found} of ${comparisons} looked at · ${falseAlarms.toFixed(2)} expected by chance`
					);
				}
				console.log(
					`${scan.added} new · ${scan.updated} updated · ${scan.known} known; ${scan.origin} feedback as of ${scan.asOf}, ${(scan.durationMs / 1000).toFixed(1)} s`
				);
			}, beside)
		);
	addList(group);
	addRebase(group);
}

function addList(group: Command): void {
	group
		.command('list')
		.description('list the signals: number, state, kind, what it is about, counted against expected')
		.option('--all', 'closed ones too')
		.action(({ all }: { readonly all?: boolean }) =>
			withDeps(async (deps) => {
				const { signals: rows } = await signals(deps, localAdministrator, {
					states: all ? [] : ['new', 'acknowledged'],
					kinds: [],
					units: [],
					origin: null
				});
				for (const { id, state, kind, unit, unitId, theme, period, figures } of rows) {
					const expected = figures.expected === null ? '' : ` / ${figures.expected.toFixed(1)} expected`;
					const about = [theme, unit, unitId].filter(Boolean).join(' ');
					console.log(
						`${id}  ${state}  ${kind}  ${about}  ${period.from}..${period.to}  ${figures.observed}${expected}`
					);
				}
				if (rows.length === 0) console.log('No signals.');
			}, beside)
		);
}

function addRebase(group: Command): void {
	group
		.command('rebase')
		.description('set the months anew that limits are made of, with the reason')
		.argument('<months>', 'as 2025-01..2025-12')
		.requiredOption('--reason <words>', 'why the usual is now another')
		.action((months: string, { reason }: { readonly reason: string }) =>
			withDeps(async (deps) => {
				await rebaseSignals(deps, localAdministrator, { period: periodOf(months), reason });
				console.log(`The next scan makes its limits of ${months}.`);
			}, beside)
		);
}
