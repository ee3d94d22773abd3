/**
 * Answers already given of the facts as they are now. What is asked twice at once is computed once. Least recently used go
 * first. A key holds all that its answer depends on, the asker's scope too.
 */
export class AnswerCache<Answer> {
	readonly #known = new Map<string, Promise<Answer>>();
	readonly #most: number;
	readonly #isKept: (answer: Answer) => boolean;
	constructor(most: number, isKept: (answer: Answer) => boolean = () => true) {
		this.#most = most;
		this.#isKept = isKept;
	}

	/** Called when the facts have changed. An answer begun before is given to who asked, and to nobody else. */
	forget(): void {
		this.#known.clear();
	}

	async answer(key: string, ask: () => Promise<Answer>, isKept = this.#isKept): Promise<Answer> {
		const known = this.#known.get(key);
		this.#known.delete(key);
		const asked = known ?? ask();
		this.#known.set(key, asked);
		for (const oldest of this.#known.keys()) {
			if (this.#known.size <= this.#most) break;
			this.#known.delete(oldest);
		}
		const drop = () => {
			if (this.#known.get(key) === asked) this.#known.delete(key);
		};
		try {
			const answer = await asked;
			if (!isKept(answer)) drop();
			return answer;
		} catch (error) {
			drop();
			throw error;
		}
	}
}

type Rows = readonly Record<string, unknown>[];

/** Rows are few; more are a copy of data and not worth their memory. */
const mostRows = 5_000;
const mostQuestions = 1_000;

/** Of questions, by their SQL and its values: these hold the filter, the splits and the scope. */
export function cacheOfRows(): AnswerCache<Rows> {
	return new AnswerCache<Rows>(mostQuestions, (rows) => rows.length <= mostRows);
}
