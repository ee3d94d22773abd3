import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '#server/app/config.ts';
import { openLog } from '#server/app/log.ts';
import { startDeliveryLoop } from '#server/jobs/delivery-loop.ts';
import { startImportLoop } from '#server/jobs/import-loop.ts';
import { startSignalLoop } from '#server/jobs/signal-loop.ts';

export interface Address {
	readonly host: string;
	readonly port: number;
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
/** What a browser may upload at once; larger files go through the command line. */
const uploadLimit = '100M';
const graceMs = 3000;

/** Reads HOST and PORT. Throws for an address other machines could reach: there is no sign-in yet. */
export function checkAddress(env: Readonly<Record<string, string | undefined>>): Address {
	const host = env.HOST || '127.0.0.1';
	const port = Number(env.PORT || 3000);
	if (!loopback.test(host))
		throw new Error(
			`HOST=${host} would let other machines in, and Earshot has no sign-in yet. Use 127.0.0.1, and a proxy that signs people in.`
		);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`PORT=${env.PORT} is not a port number (0 to 65535).`);
	return { host, port };
}

/** Serves the build until SIGINT or SIGTERM; requests under way are answered first. */
export async function serve({ host, port }: Address): Promise<void> {
	process.env.BODY_SIZE_LIMIT ||= uploadLimit;
	process.env.PROTOCOL_HEADER ||= 'x-forwarded-proto';
	const { handler } = (await import(pathToFileURL(resolve('build/handler.js')).href)) as {
		handler: (request: IncomingMessage, response: ServerResponse) => void;
	};
	const server = createServer((request, response) => {
		if (!isOurHost(request.headers.host)) {
			response.writeHead(421, { 'content-type': 'text/plain' }).end('Unknown host.\n');
			return;
		}
		request.headers['x-forwarded-proto'] ??= 'http';
		hideForm(request);
		handler(request, response);
	});
	await new Promise<void>((done, fail) => {
		server.once('error', (error: NodeJS.ErrnoException) =>
			fail(
				error.code === 'EADDRINUSE'
					? new Error(`Port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`)
					: error
			)
		);
		server.listen(port, host, done);
	});
	const bound = server.address();
	const actual = typeof bound === 'object' && bound ? bound.port : port;
	console.log(
		`Earshot is ready: http://${host.includes(':') ? `[${host}]` : host}:${actual}  (Ctrl-C ends it)`
	);
	const jobs = await startJobs();
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => {
			void jobs.stop();
			server.close(() => process.emit('sveltekit:shutdown' as never, signal as never));
			server.closeIdleConnections();
			// Pages that follow an import hold their connection open for as long as it lasts.
			setTimeout(() => server.closeAllConnections(), graceMs).unref();
		});
}

/**
 * Work beside the server, over connections of its own: files that pages and clients hand in are imported, signals
 * are looked for, and reports are sent.
 */
export async function startJobs(): Promise<{ stop(): Promise<void> }> {
	const logLevel = process.env.LOG_LEVEL || 'warn';
	const config = readConfig(process.env);
	const log = openLog(logLevel);
	const loops = [
		await startImportLoop(config, log, logLevel),
		await startSignalLoop(config, log, logLevel),
		await startDeliveryLoop(config, log, logLevel)
	];
	return {
		stop: async () => {
			await Promise.all(loops.map((loop) => loop.stop()));
		}
	};
}

const takesItems = /^\/api\/v1\/(feedback|exposure)(\?|$)/;
const formType = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;

/**
 * What `curl -d` sends by itself would be refused as the form of another site, before the API can say which type it needs.
 * The API takes no cookies, only keys.
 */
function hideForm({ url, headers }: IncomingMessage): void {
	if (takesItems.test(url ?? '') && formType.test(headers['content-type'] ?? ''))
		headers['content-type'] = 'application/octet-stream';
}

/** A page of another site that points its own name at this address must not be taken for ours. */
function isOurHost(host: string | undefined): boolean {
	if (process.env.ORIGIN) return host === new URL(process.env.ORIGIN).host;
	const name = host?.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
	return name !== undefined && loopback.test(name);
}
