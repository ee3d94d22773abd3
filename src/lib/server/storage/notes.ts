import type { Note, NoteObject } from '#core/domain/note.ts';
import type { Store } from './connect.ts';

export interface NoteKey {
	readonly kind: NoteObject;
	readonly id: string;
}

export async function insertNote(
	{ db }: Pick<Store, 'db'>,
	{ kind, id }: NoteKey,
	note: Omit<Note, 'id'>
): Promise<number> {
	const row = await db
		.insertInto('note')
		.values({ ...note, objectKind: kind, objectId: id, feedbackId: kind === 'feedback' ? Number(id) : null })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

/** In the order of writing. */
export async function listNotes({ db }: Pick<Store, 'db'>, { kind, id }: NoteKey): Promise<readonly Note[]> {
	return db
		.selectFrom('note')
		.select(['id', 'text', 'authorId', 'authorName', 'createdAt'])
		.where('objectKind', '=', kind)
		.where('objectId', '=', id)
		.orderBy('id')
		.execute();
}
