import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { localAdministrator } from '#core/domain/actor.ts';
import { paraglideMiddleware } from '#lib/i18n/paraglide/server.js';
import { identifyPerson } from '#server/app/people.ts';
import { appearanceOf } from '#server/http/appearance.ts';
import { startApi } from '#server/http/api-guard.ts';
import { fillDrawings } from '#server/http/draw-chart.ts';
import { ask, logFailure, startServing } from '#server/http/guard.ts';
import { personCookie } from '#server/http/person-cookie.ts';

export const init: ServerInit = async () => {
	startApi(process.env);
	await startServing();
};

const identify: Handle = async ({ event, resolve }) => {
	event.locals.actor = localAdministrator;
	event.locals.drawings = [];
	event.locals.actor = await ask(event, identifyPerson, event.cookies.get(personCookie) ?? null);
	return resolve(event);
};

const translate: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				fillDrawings(
					html.replace('%lang%', locale).replace('%appearance%', appearanceOf(event.cookies)),
					event.locals.drawings
				)
		});
	});

export const handle = sequence(identify, translate);

export const handleError: HandleServerError = ({ error, status }) => {
	const id = crypto.randomUUID().slice(0, 8);
	if (status !== 404) logFailure(id, error);
	return { message: status === 404 ? 'Not found' : 'Internal error', id };
};
