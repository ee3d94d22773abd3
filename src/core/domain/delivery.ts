/** `attachment`: the files go with the mail · `link`: the mail says where they are, and readers fetch them. */
export const deliveryPolicies = ['link', 'attachment'] as const;
export type DeliveryPolicy = (typeof deliveryPolicies)[number];

/** `waiting`: to be sent · `sending`: handed to the mail server, not known to have arrived · `failed`: given up. */
export const deliveryStates = ['waiting', 'sending', 'sent', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const minute = 60_000;
const waits = [1, 5, 15, 60, 240].map((minutes) => minutes * minute);

/** Milliseconds to the next try after so many that failed; null: it is given up. */
export function waitAfter(attempts: number): number | null {
	return waits[attempts - 1] ?? null;
}

const address = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;
const mostRecipients = 50;

/** Addresses of a text, by commas, semicolons or lines; null where one of them is none, or there are none or too many. */
export function parseRecipients(text: string): readonly string[] | null {
	const found = [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
	const isGood =
		found.length > 0 && found.length <= mostRecipients && found.every((one) => address.test(one));
	return isGood ? found : null;
}
