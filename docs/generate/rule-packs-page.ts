import type { RulePack } from '#core/domain/theme-pack.ts';
import type { Generator } from './generator.ts';
import { bullets, notice, page } from './markdown.ts';

/** Each jurisdiction's numbers with their sources. */
export const rulePacksPage: Generator = {
	path: 'docs/generated/rule-packs.md',
	make: ({ packs }) =>
		page(
			notice('db/packs/rules'),
			'# Rule packs',
			'The numbers of each jurisdiction. They are no legal advice; sources marked † come from general knowledge and were not read.',
			packs.rules.flatMap(describePack)
		)
};

function describePack(pack: RulePack): readonly string[] {
	const { id, name, version, barredHours, frequency, thirdParty, visits, complaintClockDays, recordsYears } =
		pack;
	const clocks = complaintClockDays.length > 0 ? `${complaintClockDays.join(', ')} days` : 'no number';
	return [
		`## ${id} · ${name.en} · ${name.zh}`,
		bullets([
			`Version: ${version}`,
			`Hours without contact: ${barredHours ? `${barredHours.from} to ${barredHours.to}, local time` : 'no rule'}`,
			...frequency.map(
				({ cap, days, per, note }) => `Frequency: ${cap} in ${days} d per ${per}. ${note.en} ${note.zh}`
			),
			`Third parties: ${thirdParty.en} ${thirdParty.zh}`,
			`Visits: ${visits.en} ${visits.zh}`,
			`Complaint clock: ${clocks}`,
			`Records: ${recordsYears === null ? 'no number' : `${recordsYears} years`}`
		]),
		'Sources:',
		bullets(pack.sources.map(({ title, isSourced }) => title + (isSourced ? '' : ' †')))
	];
}
