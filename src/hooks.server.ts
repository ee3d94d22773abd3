import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { localAdministrator } from '#core/domain/actor.ts';
import { paraglideMiddleware } from '#lib/i18n/paraglide/server.js';
import { appearanceOf } from '#server/http/appearance.ts';
import { startApi } from '#server/http/api-guard.ts';
import { fillDrawings } from '#server/http/draw-chart.ts';
import { logFailure, startServing } from '#server/http/guard.ts';

export const init: ServerInit = async () => {
	startApi(process.env);
	await startServing();
};

const identify: Handle = ({ event, resolve }) => {
	event.locals.actor = localAdministrator;
	event.locals.drawings = [];
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
