import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { closeReasons } from '#core/domain/signal.ts';
import type { SignalStep } from '#core/domain/signal-state.ts';
import { pageLocale } from '#lib/i18n/locale.ts';
import { judgeSignal } from '#server/app/judge-signal.ts';
import { signalView } from '#server/app/signal-view.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask, attempt } from '#server/http/guard.ts';
import { createNamer } from '../../shell.ts';
import { drawSignal } from '../draw-signal.ts';
import type { Actions, PageServerLoad } from './$types';

function idOf({ id }: { readonly id: string }): number {
	if (!/^\d{1,15}$/.test(id)) error(404, 'Not found');
	return Number(id);
}

export const load: PageServerLoad = async (event) => {
	const { chart, ...page } = await ask(event, signalView, idOf(event.params));
	const locale = pageLocale();
	const nameOf = createNamer(page.names, locale);
	const spec = chart && drawSignal(chart, page.signal, { nameOf, locale });
	return { ...page, chart: spec && drawChart(event, spec) };
};

export const actions: Actions = {
	acknowledge: (event) => judge(event, (form) => ({ to: 'acknowledged', note: textOf(form, 'note') })),
	close: (event) =>
		judge(event, (form) => {
			const reason = closeReasons.find((one) => one === textOf(form, 'reason'));
			if (!reason) throw new EarshotError('bad-input', 'Choose a reason to close a signal.');
			return { to: 'closed', reason, note: textOf(form, 'note') };
		})
};

async function judge(event: RequestEvent<{ id: string }>, read: (form: FormData) => SignalStep) {
	const id = idOf(event.params);
	const form = await event.request.formData();
	try {
		await attempt(event, judgeSignal, { id, step: read(form) });
	} catch (cause) {
		if (!(cause instanceof EarshotError)) throw cause;
		return fail(cause.code === 'busy' ? 409 : 400, { problem: cause.message, note: textOf(form, 'note') });
	}
	redirect(303, `/signals/${id}`);
}

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
