import type { SectionBuilder } from '../blocks.ts';
import { agenciesAndTeams } from './agencies-and-teams.ts';
import { agents } from './agents.ts';
import { annex } from './annex.ts';
import { channels } from './channels.ts';
import { conductThemes } from './conduct-themes.ts';
import { cover } from './cover.ts';
import { dataQuality } from './data-quality.ts';
import { emerging } from './emerging.ts';
import { handling } from './handling.ts';
import { positive } from './positive.ts';
import { processThemes } from './process-themes.ts';
import { reasons } from './reasons.ts';
import { repeatAndLinked } from './repeat-and-linked.ts';
import { summary } from './summary.ts';
import { training } from './training.ts';
import { urgentCases } from './urgent-cases.ts';
import { volumeAndRate } from './volume-and-rate.ts';

/** The sections of the monthly report, in reading order. */
export const sections: readonly SectionBuilder[] = [
	cover,
	summary,
	urgentCases,
	volumeAndRate,
	conductThemes,
	agenciesAndTeams,
	channels,
	agents,
	reasons,
	processThemes,
	positive,
	handling,
	repeatAndLinked,
	emerging,
	training,
	dataQuality,
	annex
];
