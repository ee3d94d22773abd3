import { expect, test } from 'vitest';
import type { JudgedUnit } from '#server/app/judged-units.ts';
import { createNamer } from '../shell.ts';
import { groupAgents } from './group-agents.ts';

const names = {
	agencies: [
		{ id: 'b', name: 'Beta', nameZh: '乙机构', inHouse: false },
		{ id: 'a', name: 'Alpha', nameZh: '甲机构', inHouse: true }
	],
	teams: [
		{ id: 't10', agencyId: 'a', name: 'Team 10', nameZh: null, region: null },
		{ id: 't2', agencyId: 'a', name: 'Team 2', nameZh: null, region: null },
		{ id: 't1', agencyId: 'b', name: 'Team 1', nameZh: null, region: null }
	],
	agents: [
		{ id: '1', name: 'Zoe', nameZh: '李四' },
		{ id: '2', name: 'Ada', nameZh: '张三' },
		{ id: '3', name: 'Bob', nameZh: '王五' }
	],
	themes: []
};
const standing = (id: string): JudgedUnit => ({
	id,
	count: 0,
	observed: 0,
	expected: 0,
	connected: 0,
	ratio: null,
	shrunken: null,
	limits: null,
	adjusted: null,
	verdict: 'too-few'
});
const places = [
	{ agentId: '1', teamId: 't10' },
	{ agentId: '2', teamId: 't1' },
	{ agentId: '2', teamId: 't10' },
	{ agentId: '3', teamId: 't2' }
];
function group(ids: readonly string[], locale: 'en' | 'zh-CN' = 'en') {
	const { agencies, placeless } = groupAgents({
		standings: ids.map(standing),
		places,
		names,
		nameOf: createNamer(names, locale),
		locale
	});
	return {
		agencies: agencies.map(({ name, teams }) => [
			name,
			teams.map((team) => [team.name, team.agents.map((agent) => agent.name)])
		]),
		placeless: placeless.map(({ name }) => name)
	};
}

test('agents stand by name under the team they were in last, teams by name and number under their agency', () => {
	expect(group(['1', '2', '3'])).toEqual({
		agencies: [
			[
				'Alpha',
				[
					['Team 2', ['Bob']],
					['Team 10', ['Ada', 'Zoe']]
				]
			]
		],
		placeless: []
	});
});

test('Chinese names stand in the order of Chinese', () => {
	expect(group(['1', '2'], 'zh-CN').agencies).toEqual([['甲机构', [['Team 10', ['李四', '张三']]]]]);
});

test('an agent without any team in the period is listed apart, an unknown one by its id', () => {
	expect(group(['3', 'x-9'])).toEqual({
		agencies: [['Alpha', [['Team 2', ['Bob']]]]],
		placeless: ['x-9']
	});
});
