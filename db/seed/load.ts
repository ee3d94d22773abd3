import { localAdministrator } from '#core/domain/actor.ts';
import { addMonths, dayIn } from '#core/domain/period.ts';
import { readConfig } from '#server/app/config.ts';
import { wantsDemo } from '#server/app/demo-state.ts';
import { openDeps } from '#server/app/deps.ts';
import { verifyFacts } from '#server/app/facts-check.ts';
import { openLog } from '#server/app/log.ts';
import { scanSignals } from '#server/app/scan-signals/scan.ts';
import { storeDemo } from '#server/app/store-demo.ts';
import { demoRules } from './contacts.ts';
import { createDemo } from './demo.ts';

/** Run as a program by `npm start`: migrates the data folder and, when it is empty, loads the simulated demo. */
const deps = await openDeps(readConfig(process.env), openLog(process.env.LOG_LEVEL || 'warn'));
try {
	if (process.env.EARSHOT_DEMO !== '0' && (await wantsDemo(deps.store))) {
		const startedAt = Date.now();
		const thisMonth = dayIn(deps.timeZone, deps.now()).slice(0, 7);
		const demo = createDemo({ lastMonth: addMonths(`${thisMonth}-01`, -1).slice(0, 7) });
		const stored = await storeDemo(deps, localAdministrator, {
			organisation: demo.organisation,
			annotations: demo.annotations,
			exposure: demo.exposure(),
			feedback: demo.feedback(),
			contacts: demo.contacts(),
			rules: demoRules
		});
		const { isEqual } = await verifyFacts(deps, localAdministrator, undefined);
		if (!isEqual) throw new Error('The facts differ from the store after loading the demo.');
		await scanSignals(deps, localAdministrator, {});
		const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
		console.log(`Loaded the simulated demo: ${stored.toLocaleString('en')} feedback in ${seconds} s.`);
	}
} finally {
	await deps.close();
}
