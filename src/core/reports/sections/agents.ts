import { paragraph, type Block, type SectionBuilder } from '../blocks.ts';
import { countColumn, derivedColumn, textColumn } from '../columns.ts';
import type { AgentCase } from '../report-detail.ts';
import { funnelWords } from '../words.ts';

/** Only agents whose number is beyond chance, with the words it rests on: this is no ranking. */
export const agents: SectionBuilder = {
	id: 'agents',
	title: { en: 'Agents (restricted)', zh: '催收员（限制版）' },
	copies: ['restricted'],
	build: ({ detail: { agents: cases } }): readonly Block[] => {
		const about = paragraph(
			'Over the twelve months up to the end of this one. Named are only agents above the 99.8% limits for their work (channel, stage, product) who stay so after adjusting for how many were compared. A number is a reason to listen to calls, not a finding.',
			'统计截至本月末的十二个月。仅列出按其工作（渠道、阶段、产品）高于 99.8% 界限、并经多重比较校正后仍高于界限的催收员。数字只是去听录音的理由，不是结论。'
		);
		if (cases === null || cases.length === 0)
			return [about, paragraph('No agent is outside the limits.', '没有催收员超出界限。')];
		return [about, tabulate(cases), ...cases.map(cardsOf)];
	}
};

function tabulate(cases: readonly AgentCase[]) {
	return {
		kind: 'table',
		id: 'agents',
		title: { en: 'Agents above the limits', zh: '高于界限的催收员' },
		columns: [
			textColumn('agent', 'Agent', '催收员'),
			textColumn('team', 'Team', '团队'),
			countColumn('complaints', 'Complaints', '投诉量'),
			countColumn('observed', 'Comparable', '可比投诉'),
			derivedColumn('expected', 'Expected', '预期', { digits: 1 }),
			derivedColumn('ratio', 'Ratio to expected', '实际/预期'),
			countColumn('praise', 'With praise', '含表扬'),
			textColumn('verdict', 'Verdict', '判断')
		],
		rows: cases.map((agent) => ({
			key: agent.id,
			cells: {
				agent: { value: agent.name },
				team: { value: agent.team },
				complaints: { value: agent.complaints, link: { ...agent.where, complaint: 'yes' } },
				observed: { value: agent.observed },
				expected: { value: agent.expected },
				ratio: { value: agent.observed / agent.expected },
				praise: { value: agent.praise, link: { ...agent.where, taxonomy: ['positive'] } },
				verdict: { value: funnelWords[agent.verdict] }
			}
		}))
	} as const satisfies Block;
}

function cardsOf({ id, name, evidence }: AgentCase): Block {
	return {
		kind: 'cards',
		id: `evidence-${id}`,
		title: { en: `Evidence: ${name.en}`, zh: `依据：${name.zh}` },
		cards: evidence
	};
}
