import type { SectionBuilder } from '../blocks.ts';
import { agenciesAndTeams } from './agencies-and-teams.ts';
import { channels } from './channels.ts';
import { conductThemes } from './conduct-themes.ts';
import { dataQuality } from './data-quality.ts';
import { summary } from './summary.ts';
import { urgentCases } from './urgent-cases.ts';

/** The sections of the monthly report, in reading order. */
export const sections = [
	summary,
	urgentCases,
	conductThemes,
	channels,
	agenciesAndTeams,
	dataQuality
] as const satisfies readonly SectionBuilder[];
