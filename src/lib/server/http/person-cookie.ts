/** Which person a browser has chosen: a choice, no proof. Until there is a sign-in the server listens on the loopback only. */
export const personCookie = 'earshot_person';

export const personCookieOptions = {
	path: '/',
	httpOnly: true,
	sameSite: 'lax',
	secure: false,
	maxAge: 365 * 24 * 3600
} as const;
