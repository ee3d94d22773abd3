/** What a key may be made for: `import` writes feedback and exposure, `read` asks how an import went, and for KPIs. */
export const keyPermissions = ['import', 'read'] as const;
export type KeyPermission = (typeof keyPermissions)[number];
