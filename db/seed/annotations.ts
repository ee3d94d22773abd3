import type { Annotation } from '#core/domain/annotation.ts';
import { addDays } from '#core/domain/period.ts';
import { newIntake, training, workplaceSurge, type PlantedTruths } from './planted-truths.ts';

const nowhere = { agencyId: null, teamId: null, channel: null, source: null };

/** What the simulated organisation wrote down about itself: the events behind three of the planted truths. */
export function demoAnnotations(
	truths: PlantedTruths,
	agencyOf: (teamId: string) => string
): readonly Omit<Annotation, 'id'>[] {
	const inTeam = (teamId: string) => ({ ...nowhere, teamId, agencyId: agencyOf(teamId) });
	return [
		{
			...inTeam(training.teamId),
			kind: 'training',
			title: 'Training: no contact with third parties',
			titleZh: '培训：不得联系第三方',
			fromOn: truths.training.trainedOn,
			toOn: addDays(truths.training.trainedOn, 1),
			isSimulated: true
		},
		{
			...nowhere,
			kind: 'intake_change',
			title: 'Complaints can be made in the app',
			titleZh: '开始在 App 受理投诉',
			fromOn: `${truths.newIntake.fromMonth}-01`,
			toOn: addDays(`${truths.newIntake.fromMonth}-01`, 1),
			source: newIntake.source,
			isSimulated: true
		},
		{
			...inTeam(workplaceSurge.teamId),
			kind: 'campaign',
			title: 'Employers’ numbers added to the call lists',
			titleZh: '外呼名单加入单位电话',
			fromOn: `${truths.workplaceSurge.fromMonth}-01`,
			toOn: addDays(`${truths.workplaceSurge.fromMonth}-01`, 1),
			isSimulated: true
		}
	];
}
