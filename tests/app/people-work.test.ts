import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { periodOf } from '#core/domain/period.ts';
import { reviewDecisions } from '#core/domain/review.ts';
import { agentView } from '#server/app/agents.ts';
import {
	addAnnotation,
	annotations,
	changeAnnotation,
	removeAnnotation,
	type AnnotationInput
} from '#server/app/annotations.ts';
import { feedbackView } from '#server/app/feedback-view.ts';
import { addNote, notesAbout } from '#server/app/notes.ts';
import { overview } from '#server/app/overview.ts';
import { choosePerson } from '#server/app/people.ts';
import { reviewCounts, reviewTag } from '#server/app/reviews.ts';
import { removeView, savedViews, saveView } from '#server/app/saved-views.ts';
import { administrator, aFilter, aManager, dump, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

const wide = aFilter({ period: periodOf('2025-03..2026-07') });
const north = aManager({ agencyIds: ['north'] });
const northTeam = aManager({ teamIds: ['north-1'] });

let deps: TestDeps;
let reporter: Actor;
let compliance: Actor;
/** A feedback with a counted tag, in an agency. */
async function tagged(agency: string) {
	const { rows } = await listOf(deps, aFilter({ agency: [agency], taxonomy: ['conduct'] }));
	const [row] = rows;
	const theme = row?.tags.find(({ taxonomy }) => taxonomy === 'conduct');
	if (!row || !theme) throw new Error('The scene has no tagged feedback there.');
	return { id: row.id, theme: theme.theme, polarity: theme.polarity };
}
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
	reporter = await choosePerson(deps, administrator, 'chen-wei');
	compliance = await choosePerson(deps, administrator, 'lin-yue');
});

describe('notes', () => {
	it('are masked before they are stored, and shown with the feedback and the agent', async () => {
		const { id } = await tagged('north');
		const about = { kind: 'feedback', id: String(id) } as const;
		await addNote(deps, north, { about, text: ' Rang 13900139000, nobody there ' });
		const { notes } = await feedbackView(deps, north, id);
		expect(notes).toMatchObject([{ text: 'Rang «phone», nobody there', authorName: 'Manager' }]);
		expect(JSON.stringify(await deps.store.db.selectFrom('note').selectAll().execute())).not.toContain(
			'13900139000'
		);
		await addNote(deps, compliance, {
			about: { kind: 'agent', id: 'a-1' },
			text: 'Spoke with the team lead'
		});
		const agent = await agentView(deps, compliance, { id: 'a-1', filter: wide });
		expect(agent.notes.map(({ text }) => text)).toEqual(['Spoke with the team lead']);
	});

	it('are not for a reporter, nor about what the writer cannot see, nor empty or endless', async () => {
		const { id } = await tagged('own');
		const about = { kind: 'feedback', id: String(id) } as const;
		const attempts = [
			['forbidden', addNote(deps, reporter, { about, text: 'x' })],
			['not-found', addNote(deps, north, { about, text: 'x' })],
			['not-found', notesAbout(deps, north, about)],
			['not-found', addNote(deps, north, { about: { kind: 'agent', id: 'a-5' }, text: 'x' })],
			['not-found', addNote(deps, compliance, { about: { kind: 'feedback', id: '1e3' }, text: 'x' })],
			['bad-input', addNote(deps, compliance, { about, text: '  ' })],
			['bad-input', addNote(deps, compliance, { about, text: 'x'.repeat(2001) })]
		] as const;
		for (const [code, attempt] of attempts) await expect(attempt).rejects.toMatchObject({ code });
		expect(await notesAbout(deps, compliance, about)).toEqual([]);
	});
});

describe('reviews', () => {
	it('stand beside the tag, which stays as the rules made it', async () => {
		const { id, theme, polarity } = await tagged('north');
		const before = await dump(deps);
		const judge = { feedbackId: id, theme, polarity: null, comment: '' };
		await reviewTag(deps, compliance, { ...judge, decision: 'wrong', comment: 'Ask Tom on 13900139000' });
		await reviewTag(deps, north, { ...judge, decision: 'confirm' });
		await reviewTag(deps, compliance, {
			...judge,
			decision: 'polarity',
			polarity: polarity === 'negated' ? 'asserted' : 'negated'
		});
		expect(await dump(deps)).toEqual(before);
		const { reviews } = await feedbackView(deps, compliance, id);
		expect(reviews.map(({ decision }) => decision)).toEqual(['wrong', 'confirm', 'polarity']);
		expect(reviews[0]?.comment).not.toContain('13900139000');
		const { themes, feedback, reviewers, agreement } = await reviewCounts(deps, compliance, { period: null });
		expect({ themes, feedback, reviewers }).toEqual({
			themes: [{ theme, counts: { confirm: 1, wrong: 0, polarity: 1, missing: 0 } }],
			feedback: 1,
			reviewers: 2
		});
		const [first, second] = [compliance.id, north.id].sort() as [string, string];
		const said: Readonly<Record<string, 'polarity' | 'confirm'>> = {
			[compliance.id]: 'polarity',
			[north.id]: 'confirm'
		};
		const at = (person: string) => reviewDecisions.indexOf(said[person] ?? 'wrong');
		expect(agreement.flat().reduce((sum, count) => sum + count, 0)).toBe(1);
		expect(agreement[at(first)]?.[at(second)]).toBe(1);
	});

	it('count within the scope and the period alone', async () => {
		const own = aManager({ agencyIds: ['own'] });
		expect((await reviewCounts(deps, own, { period: null })).feedback).toBe(0);
		expect((await reviewCounts(deps, northTeam, { period: periodOf('1999') })).feedback).toBe(0);
		expect((await reviewCounts(deps, north, { period: null })).feedback).toBe(1);
	});

	it('are refused where they do not fit, and to a reporter', async () => {
		const { id, theme, polarity } = await tagged('north');
		const judge = { feedbackId: id, theme, decision: 'confirm', polarity: null, comment: '' };
		const attempts = [
			['forbidden', reviewTag(deps, reporter, judge)],
			['not-found', reviewTag(deps, aManager({ agencyIds: ['own'] }), judge)],
			['bad-input', reviewTag(deps, north, { ...judge, decision: 'perhaps' })],
			['bad-input', reviewTag(deps, north, { ...judge, decision: 'missing' })],
			['bad-input', reviewTag(deps, north, { ...judge, theme: 'no_such_theme' })],
			['bad-input', reviewTag(deps, north, { ...judge, theme: 'no_such_theme', decision: 'missing' })],
			['bad-input', reviewTag(deps, north, { ...judge, decision: 'polarity', polarity })],
			['bad-input', reviewTag(deps, north, { ...judge, comment: 'x'.repeat(501) })]
		] as const;
		for (const [code, attempt] of attempts) await expect(attempt).rejects.toMatchObject({ code });
		expect((await feedbackView(deps, north, id)).reviews).toHaveLength(3);
	});
});

describe('annotations', () => {
	const event: AnnotationInput = {
		kind: 'training',
		title: 'Training',
		titleZh: '',
		fromOn: '2026-06-10',
		lastOn: '',
		agencyId: '',
		teamId: '',
		channel: '',
		source: ''
	};
	const shown = async (actor: Actor, patch: Parameters<typeof aFilter>[0] = {}) =>
		(
			await overview(deps, actor, {
				filter: aFilter({ period: periodOf('2026-06'), ...patch }),
				grain: 'month'
			})
		).answer?.annotations.map(({ title }) => title);

	it('appear where they may have touched what a view shows', async () => {
		await addAnnotation(deps, compliance, event);
		await addAnnotation(deps, north, {
			...event,
			title: 'Of a team',
			teamId: 'north-2',
			lastOn: '2026-06-12'
		});
		await addAnnotation(deps, compliance, {
			...event,
			title: 'Of SMS',
			channel: 'sms',
			fromOn: '2026-06-01'
		});
		expect(await shown(compliance)).toEqual(['Of SMS', 'Training', 'Of a team']);
		expect(await shown(compliance, { channel: ['phone'] })).toEqual(['Training', 'Of a team']);
		expect(await shown(compliance, { agency: ['own'] })).toEqual(['Of SMS', 'Training']);
		expect(await shown(compliance, { team: ['north-1'] })).toEqual(['Of SMS', 'Training']);
		expect(await shown(compliance, { team: ['own-1'] })).toEqual(['Of SMS', 'Training']);
		expect(await shown(compliance, { period: periodOf('2025-03') })).toEqual([]);
		expect(await shown(northTeam)).toEqual(['Of SMS', 'Training']);
		expect(await shown(north)).toEqual(['Of SMS', 'Training', 'Of a team']);
		const { answer } = await agentView(deps, compliance, { id: 'a-3', filter: wide });
		expect(answer?.annotations.map(({ title }) => title)).toEqual(['Of SMS', 'Training', 'Of a team']);
		const other = await agentView(deps, compliance, { id: 'a-1', filter: wide });
		expect(other.answer?.annotations.map(({ title }) => title)).toEqual(['Of SMS', 'Training']);
	});

	it('are changed and removed by those who see them, never by a reporter', async () => {
		const { annotations: all } = await annotations(deps, compliance, undefined);
		const whole = all.find(({ title }) => title === 'Training');
		const ofTeam = all.find(({ title }) => title === 'Of a team');
		if (!whole || !ofTeam) throw new Error('They were added before.');
		expect(ofTeam).toMatchObject({ agencyId: 'north', teamId: 'north-2', toOn: '2026-06-13' });
		const own = aManager({ agencyIds: ['own'] });
		const attempts = [
			['forbidden', addAnnotation(deps, reporter, event)],
			['forbidden', removeAnnotation(deps, reporter, whole.id)],
			['forbidden', changeAnnotation(deps, north, { ...event, id: whole.id, agencyId: 'north' })],
			['not-found', removeAnnotation(deps, own, ofTeam.id)],
			['bad-input', addAnnotation(deps, north, event)],
			['not-found', addAnnotation(deps, north, { ...event, teamId: 'own-1' })]
		] as const;
		for (const [code, attempt] of attempts) await expect(attempt).rejects.toMatchObject({ code });
		await changeAnnotation(deps, north, {
			...event,
			id: ofTeam.id,
			title: '',
			titleZh: '培训',
			teamId: 'north-1'
		});
		const changed = (await annotations(deps, compliance, undefined)).annotations;
		expect(changed.find(({ id }) => id === ofTeam.id)).toMatchObject({
			title: null,
			titleZh: '培训',
			teamId: 'north-1',
			toOn: '2026-06-11'
		});
		await removeAnnotation(deps, north, ofTeam.id);
		expect((await annotations(deps, compliance, undefined)).annotations).toHaveLength(changed.length - 1);
	});

	it.each([
		['without a kind', { kind: 'party' }],
		['without a title', { title: ' ' }],
		['on a day that is none', { fromOn: '2026-02-30' }],
		['that end before they begin', { lastOn: '2026-06-09' }]
	])('%s are refused', async (_what, patch) => {
		await expect(addAnnotation(deps, compliance, { ...event, ...patch })).rejects.toMatchObject({
			code: 'bad-input'
		});
	});
});

describe('saved views', () => {
	const view = { name: 'North by SMS', isShared: false, isDefault: false };
	const names = async (actor: Actor) => (await savedViews(deps, actor, undefined)).map(({ name }) => name);

	it('are their address without the place in a list, private unless shared', async () => {
		await saveView(deps, reporter, {
			...view,
			href: '/feedback?agency=north&channel=sms&after=U1~2026-01-01~5'
		});
		await saveView(deps, compliance, { ...view, name: 'All', href: '/', isShared: true });
		expect(await names(reporter)).toEqual(['All', 'North by SMS']);
		expect(await names(compliance)).toEqual(['All']);
		const [, own] = await savedViews(deps, reporter, undefined);
		expect(own).toMatchObject({
			path: '/feedback',
			query: 'agency=north&channel=sms',
			isOwn: true,
			ownerName: 'Chen Wei'
		});
	});

	it('are removed by their owner or an administrator, and nobody else', async () => {
		const [shared] = await savedViews(deps, reporter, undefined);
		if (!shared) throw new Error('It was saved before.');
		expect(shared.isRemovable).toBe(false);
		await expect(removeView(deps, reporter, shared.id)).rejects.toMatchObject({ code: 'forbidden' });
		await removeView(deps, administrator, shared.id);
		await expect(removeView(deps, administrator, shared.id)).rejects.toMatchObject({ code: 'not-found' });
		expect(await names(reporter)).toEqual(['North by SMS']);
	});

	it.each([
		'//elsewhere.example/feedback',
		'https://elsewhere.example/',
		'/imports',
		'/feedback/1',
		'feedback'
	])('lead to pages with filters only, not to %s', async (href) => {
		await expect(saveView(deps, reporter, { ...view, href })).rejects.toMatchObject({ code: 'bad-input' });
		await expect(saveView(deps, reporter, { ...view, name: ' ', href: '/' })).rejects.toMatchObject({
			code: 'bad-input'
		});
	});
});
