import type { Annotation } from '#core/domain/annotation.ts';
import type { Store } from './connect.ts';
import type { AnnotationTable } from './people-schema.ts';

type Entered = Omit<Annotation, 'id'>;

/** By their first day. */
export async function listAnnotations({ db }: Pick<Store, 'db'>): Promise<readonly Annotation[]> {
	const rows = await db.selectFrom('annotation').selectAll().orderBy('fromOn').orderBy('id').execute();
	return rows.map(({ createdBy: _by, createdAt: _at, isSimulated, ...row }) => ({
		...row,
		isSimulated: isSimulated === 1
	}));
}

export async function insertAnnotation(
	{ db }: Pick<Store, 'db'>,
	entered: Entered,
	{ by, at }: { by: string; at: string }
): Promise<number> {
	const row = await db
		.insertInto('annotation')
		.values({ ...rowOf(entered), createdBy: by, createdAt: at })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

/** False: there is none with this id. */
export async function updateAnnotation(
	{ db }: Pick<Store, 'db'>,
	id: number,
	entered: Entered
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('annotation')
		.set(rowOf(entered))
		.where('id', '=', id)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** False: there is none with this id. */
export async function deleteAnnotation({ db }: Pick<Store, 'db'>, id: number): Promise<boolean> {
	const { numDeletedRows } = await db.deleteFrom('annotation').where('id', '=', id).executeTakeFirst();
	return numDeletedRows === 1n;
}

function rowOf({
	isSimulated,
	...entered
}: Entered): Omit<AnnotationTable, 'id' | 'createdBy' | 'createdAt'> {
	return { ...entered, isSimulated: isSimulated ? 1 : 0 };
}
