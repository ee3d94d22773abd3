import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Received {
	readonly to: readonly string[];
	readonly content: string;
}
export interface MailServer {
	readonly url: string;
	readonly mails: readonly Received[];
	close(): Promise<void>;
}

/** A real mail server on this machine. `answer` runs when a mail is in and before its sender is told; an error refuses it. */
export async function openMailServer(
	answer: () => Promise<Error | null> = async () => null
): Promise<MailServer> {
	const mails: Received[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, session, done) => {
			void buffer(stream).then(async (content) => {
				const refused = await answer();
				if (!refused)
					mails.push({
						to: session.envelope.rcptTo.map(({ address }) => address),
						content: content.toString()
					});
				done(refused);
			});
		}
	});
	// A client that dies in the middle of a talk is what some tests are about.
	server.on('error', () => {});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
	const address = server.server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `smtp://127.0.0.1:${port}`,
		mails,
		close: () => new Promise((closed) => server.close(() => closed()))
	};
}
