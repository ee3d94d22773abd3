import { createTransport } from 'nodemailer';
import { EarshotError } from '#core/domain/errors.ts';

/** How mail leaves the house, from the environment: secrets are in no database and on no page. */
export interface MailSettings {
	readonly url: string;
	readonly from: string;
	/** Where readers reach Earshot; null: mails cannot have links. */
	readonly base: string | null;
}

export interface Mail {
	readonly to: string;
	readonly messageId: string;
	readonly subject: string;
	readonly text: string;
	readonly attachments: readonly {
		readonly name: string;
		readonly mediaType: string;
		readonly bytes: Buffer;
	}[];
}

const patienceMs = 30_000;

/** Null where `EARSHOT_SMTP_URL` is not set. Throws `bad-input` for what makes no sense, without the secret in it. */
export function readMailSettings(env: Readonly<Record<string, string | undefined>>): MailSettings | null {
	const url = env.EARSHOT_SMTP_URL;
	if (!url) return null;
	if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
		throw new EarshotError(
			'bad-input',
			'EARSHOT_SMTP_URL is no address of a mail server: write smtp://user:password@host:587.'
		);
	if (!env.EARSHOT_MAIL_FROM)
		throw new EarshotError('bad-input', 'EARSHOT_MAIL_FROM is not set: say which address mails come from.');
	return {
		url,
		from: env.EARSHOT_MAIL_FROM,
		base: (env.EARSHOT_URL || env.ORIGIN || '').replace(/\/+$/, '') || null
	};
}

/** As a page may show it. */
export function toldServer({ url }: MailSettings): string {
	const { protocol, hostname, port } = new URL(url);
	return `${protocol}//${hostname}${port === '' ? '' : `:${port}`}`;
}

/** Resolves when the server has taken the mail; rejects with its own words where it has not. */
export async function sendMail({ url, from }: MailSettings, mail: Mail): Promise<void> {
	const transport = createTransport(url, {});
	const timeout = setTimeout(() => transport.close(), patienceMs);
	try {
		await transport.sendMail({
			from,
			to: mail.to,
			messageId: mail.messageId,
			subject: mail.subject,
			text: mail.text,
			attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
				filename: name,
				contentType: mediaType,
				content: bytes
			}))
		});
	} finally {
		clearTimeout(timeout);
		transport.close();
	}
}
