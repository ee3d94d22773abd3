/** Requests that a key may make. */
export interface Rate {
	readonly perSecond: number;
	/** At once, after a pause. */
	readonly burst: number;
}

const usual: Rate = { perSecond: 10, burst: 40 };

/** Reads EARSHOT_API_RATE: `10` or `10,40` (a second, at once). Throws for anything else. */
export function readRate(text: string | undefined): Rate {
	if (!text) return usual;
	const [, perSecond, burst] = /^(\d+(?:\.\d+)?)(?:,(\d+))?$/.exec(text) ?? [];
	const rate = { perSecond: Number(perSecond), burst: Number(burst ?? Math.ceil(Number(perSecond) * 4)) };
	if (rate.perSecond > 0 && rate.burst >= 1) return rate;
	throw new Error(`EARSHOT_API_RATE=${text} is no rate: write requests a second, or “10,40” with the burst.`);
}

/** A token bucket for each key. The function takes one token: 0, or the seconds until there is one. */
export function createRateLimit({ perSecond, burst }: Rate, now = () => performance.now()) {
	const buckets = new Map<number, { readonly tokens: number; readonly at: number }>();
	return (keyId: number): number => {
		const at = now();
		const bucket = buckets.get(keyId) ?? { tokens: burst, at };
		const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
		const isEnough = tokens >= 1;
		buckets.set(keyId, { tokens: isEnough ? tokens - 1 : tokens, at });
		return isEnough ? 0 : (1 - tokens) / perSecond;
	};
}
