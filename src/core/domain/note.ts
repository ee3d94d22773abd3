/** `reply`: what an agent says to the feedback about them, written down by somebody who may write notes. */
export const noteObjects = ['feedback', 'agent', 'reply', 'signal'] as const;
export type NoteObject = (typeof noteObjects)[number];

/** What a person wrote about something; masked. */
export interface Note {
	readonly id: number;
	readonly text: string;
	readonly authorId: string;
	readonly authorName: string;
	/** Instant, UTC. */
	readonly createdAt: string;
}

export const longestNote = 2000;
