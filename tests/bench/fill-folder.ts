import { join } from 'node:path';
import { fillStore } from './fill-store.ts';
import { openIn } from './in-fresh-folder.ts';
import { planOrganisation } from './organisation.ts';

/** Two years of so many feedback in a data folder, with the facts of them: `fill-folder.ts FOLDER FEEDBACK`. */
const [folder = '', feedback = '0'] = process.argv.slice(2);
const period = { from: '2024-11-01', to: '2026-11-01' };
const deps = await openIn(folder);
const organisation = planOrganisation(period.from);
const { themes } = deps.packs;
fillStore(join(folder, 'earshot.db'), { feedback: Number(feedback), period, organisation, themes });
await deps.facts.rebuild();
await deps.close();
