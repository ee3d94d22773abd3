/** The closed list of what can go wrong by a user's doing; anything else is a bug and throws as it is. */
export type ErrorCode =
	| 'not-found'
	| 'forbidden'
	| 'bad-input'
	| 'bad-file'
	| 'bad-items'
	| 'too-large'
	| 'facts-in-use'
	| 'store-newer'
	| 'bad-pack'
	| 'busy';

/** An expected failure: `message` is one sentence that says what, where and what to do, without borrower text. */
export class EarshotError extends Error {
	readonly code: ErrorCode;
	constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'EarshotError';
		this.code = code;
	}
}
