import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { longestNote, type Note } from '#core/domain/note.ts';
import { maskText } from '#core/text/mask/mask.ts';
import { getFeedback } from '../storage/feedback-list.ts';
import { insertNote, listNotes, type NoteKey } from '../storage/notes.ts';
import type { Deps } from './deps.ts';
import { readNames } from './names.ts';
import { verb } from './verb.ts';

/**
 * Writes a note, masked like the texts of borrowers: it may name somebody. Throws `not-found` where the actor cannot see
 * what it is about, `bad-input` for an empty or a too long one.
 */
export const addNote = verb(
	'review',
	async (
		deps: Deps,
		actor: Actor,
		{ about, text: raw }: { readonly about: NoteKey; readonly text: string }
	): Promise<number> => {
		const text = maskText(raw.trim()).text;
		if (text === '' || raw.length > longestNote)
			throw new EarshotError('bad-input', `A note has 1 to ${longestNote} characters.`);
		await checkVisible(deps, actor, about);
		return insertNote(deps.store, about, {
			text,
			authorId: actor.id,
			authorName: actor.name,
			createdAt: deps.now().toISOString()
		});
	},
	({ about }, id) => ({
		action: 'add',
		kind: 'note',
		id: String(id),
		details: { about: about.kind, of: about.id }
	})
);

/** Notes about something, in the order of writing. Throws `not-found` where the actor cannot see it. */
export const notesAbout = verb(
	'read',
	async (deps: Deps, actor: Actor, about: NoteKey): Promise<readonly Note[]> => {
		await checkVisible(deps, actor, about);
		return listNotes(deps.store, about);
	}
);

/** Signals are known to their own pages only, which show a note after they have found the signal for the actor. */
async function checkVisible(deps: Deps, { scope }: Actor, { kind, id }: NoteKey): Promise<void> {
	const isAgent = async () => (await readNames(deps, scope)).agents.some((agent) => agent.id === id);
	const isVisible = {
		feedback: async () => /^\d{1,15}$/.test(id) && (await getFeedback(deps.store, scope, Number(id))),
		agent: isAgent,
		reply: isAgent,
		signal: async () => /^[\w:.~-]{1,200}$/.test(id)
	}[kind];
	if (!(await isVisible())) throw new EarshotError('not-found', 'What the note is about is not here.');
}
