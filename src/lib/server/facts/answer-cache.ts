/** Answers are small; what is larger is a copy of data and not worth its memory. */
const mostRows = 5_000;
const mostAnswers = 1_000;

/**
 * Rows of questions already asked of the facts as they are now, by their SQL and its values: these hold the filter, the
 * splits and the asker's scope. What is asked twice at once is computed once. Least recently used go first.
 */
export class AnswerCache {
	readonly #known = new Map<string, Promise<readonly Record<string, unknown>[]>>();

	/** Called when the facts have changed. An answer begun before is given to who asked, and to nobody else. */
	forget(): void {
		this.#known.clear();
	}

	async answer(
		key: string,
		ask: () => Promise<readonly Record<string, unknown>[]>
	): Promise<readonly Record<string, unknown>[]> {
		const known = this.#known.get(key);
		this.#known.delete(key);
		const asked = known ?? ask();
		this.#known.set(key, asked);
		for (const oldest of this.#known.keys()) {
			if (this.#known.size <= mostAnswers) break;
			this.#known.delete(oldest);
		}
		const drop = () => {
			if (this.#known.get(key) === asked) this.#known.delete(key);
		};
		try {
			const rows = await asked;
			if (rows.length > mostRows) drop();
			return rows;
		} catch (error) {
			drop();
			throw error;
		}
	}
}
