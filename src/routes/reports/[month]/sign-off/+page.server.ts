import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { commentOnKpis } from '#server/app/report-flow/comment.ts';
import { flowView } from '#server/app/report-flow/flow-view.ts';
import { judgeSample, type Judgement } from '#server/app/report-flow/judge-sample.ts';
import { signReport } from '#server/app/report-flow/sign.ts';
import {
	computeMonth,
	handOutReport,
	lockMonth,
	prepareReport,
	publishReport,
	reviewReport,
	sendBackReport,
	type StepInput
} from '#server/app/report-flow/steps.ts';
import type { Verb } from '#server/app/verb.ts';
import { formText } from '#server/http/form-text.ts';
import { ask, attempt } from '#server/http/guard.ts';
import { readChoice } from '../choice.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	const { input, choice, origin } = readChoice(event.params.month, event.url.searchParams);
	return { ...(await ask(event, flowView, input)), choice, chosenOrigin: origin, rest: restOf(event.url) };
};

type Event = RequestEvent<{ month: string }>;

const step = (verb: Verb<StepInput, unknown>) => (event: Event) =>
	perform(event, verb, (form, month) => ({ ...month, note: formText(form, 'note') }));

export const actions: Actions = {
	lock: step(lockMonth),
	compute: step(computeMonth),
	prepare: step(prepareReport),
	review: step(reviewReport),
	back: step(sendBackReport),
	publish: step(publishReport),
	handout: step(handOutReport),
	comment: (event) =>
		perform(event, commentOnKpis, (form, month) => ({ ...month, comments: commentsIn(form) })),
	judge: (event) =>
		perform(event, judgeSample, (form, month) => ({ ...month, judgements: judgementsIn(form) })),
	sign: (event) =>
		perform(event, signReport, (form, month) => ({
			...month,
			typedName: formText(form, 'name'),
			dataHash: formText(form, 'hash')
		}))
};

async function perform<Input>(
	event: Event,
	verb: Verb<Input, unknown>,
	read: (form: FormData, month: ReturnType<typeof readChoice>['input']) => Input
) {
	const form = await event.request.formData();
	const rest = restOf(event.url);
	const search = new URLSearchParams(rest);
	const { input } = readChoice(event.params.month, search);
	try {
		await attempt(event, verb, read(form, input));
	} catch (cause) {
		if (!(cause instanceof EarshotError)) throw cause;
		return fail(cause.code === 'busy' ? 409 : cause.code === 'forbidden' ? 403 : 400, {
			problem: cause.message
		});
	}
	redirect(303, `/reports/${event.params.month}/sign-off${rest.replace('&', '?')}`);
}

/** The choice of the page behind the name of a form's action: “&scope=…”, or ''. */
function restOf({ searchParams }: URL): string {
	const rest = new URLSearchParams([...searchParams].filter(([key]) => !key.startsWith('/'))).toString();
	return rest === '' ? '' : `&${rest}`;
}

const commentField = 'comment.';

function commentsIn(form: FormData): { kpi: string; text: string }[] {
	return [...form.keys()]
		.filter((name) => name.startsWith(commentField))
		.map((name) => ({ kpi: name.slice(commentField.length), text: formText(form, name) }));
}

/** Fields named `tag.<feedback>.<theme>`; those without a decision are left for later. */
function judgementsIn(form: FormData): Judgement[] {
	return [...form.keys()].flatMap((name): Judgement[] => {
		const [, id, theme] = /^tag\.(\d{1,15})\.(.+)$/.exec(name) ?? [];
		const decision = formText(form, name);
		if (id === undefined || theme === undefined || (decision !== 'confirm' && decision !== 'wrong'))
			return [];
		return [{ feedbackId: Number(id), theme, decision }];
	});
}
