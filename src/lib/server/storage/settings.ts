import type { Store } from './connect.ts';

export type SettingKey =
	| 'time_zone'
	| 'store_id'
	| 'demo'
	| 'link_window_days'
	| 'rule_packs'
	| 'rule_packs_history'
	| 'search_index';

export async function getSetting({ db }: Pick<Store, 'db'>, key: SettingKey): Promise<string | null> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
	return row?.value ?? null;
}

export async function deleteSetting({ db }: Pick<Store, 'db'>, key: SettingKey): Promise<void> {
	await db.deleteFrom('setting').where('key', '=', key).execute();
}

export async function putSetting({ db }: Pick<Store, 'db'>, key: SettingKey, value: string): Promise<void> {
	await db
		.insertInto('setting')
		.values({ key, value })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
		.execute();
}
